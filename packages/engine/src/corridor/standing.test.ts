import { describe, expect, it } from 'vitest';
import type { Corridor } from './model.ts';
import type { Quantity } from './quantity.ts';
import { standingOf } from './standing.ts';

const sources = {
  handbook: { title: 'Handbook', kind: 'book' },
  guess: { title: 'Our guess', kind: 'estimate' },
} as unknown as Corridor['sources'];

function quantity(facts: Partial<Quantity>): Quantity {
  return {
    kind: 'quantity',
    path: 'a.b',
    at: { file: 'f.yaml', line: 1, column: 1 },
    unit: 'm',
    factor: 1,
    dimension: { m: 1 },
    says: { value: 1, spread: 'pert' },
    sources: [],
    slot: -1,
    range: { min: 0, max: 10 },
    ...facts,
  };
}

describe('how well a number is founded', () => {
  it('is by its sources, of which one must be more than an estimate', () => {
    expect(standingOf(quantity({ sources: ['handbook'] }), sources)).toBe('cited');
    expect(standingOf(quantity({ sources: ['guess', 'handbook'] }), sources)).toBe('cited');
    expect(standingOf(quantity({ sources: ['guess'] }), sources)).toBe('estimated');
    expect(standingOf(quantity({}), sources)).toBe('without source');
  });

  it('is an estimate where the number says so, whatever it was estimated from', () => {
    expect(standingOf(quantity({ sources: ['handbook'], estimate: 'half of a similar line' }), sources)).toBe(
      'estimated',
    );
  });

  it('is cited where claims stand behind it', () => {
    expect(standingOf(quantity({ sources: ['a-claim'] }), sources)).toBe('cited');
  });
});
