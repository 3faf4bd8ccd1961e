import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { noKnownRuns } from './known-runs.ts';
import { runService } from './service-run.ts';

const model = modelOfTiny();

describe('runs that are known', () => {
  it('are those that would be worked out', () => {
    const known = noKnownRuns();
    const first = runService(model, 'north', undefined, known);
    const again = runService(model, 'north', undefined, known);
    expect(known.runs.size).toBe(1);
    expect(first).toEqual(runService(model, 'north'));
    expect(again).toEqual(first);
  });

  it.each([
    ['a line', { lines: { ...model.lines, one: { ...model.lines.one } } }],
    [
      'a train',
      { train_types: Object.fromEntries(Object.entries(model.train_types).map(([id, of]) => [id, { ...of }])) },
    ],
    ['vehicles', { vehicles: Object.fromEntries(Object.entries(model.vehicles).map(([id, of]) => [id, { ...of }])) }],
    [
      'resistances',
      { resistances: Object.fromEntries(Object.entries(model.resistances).map(([id, of]) => [id, { ...of }])) },
    ],
    ['a stop', { services: { ...model.services, north: { ...model.services.north, stops: { m: { dwell: 300 } } } } }],
  ])('are worked out anew with %s of their own', (_, change) => {
    const known = noKnownRuns();
    runService(model, 'north', undefined, known);
    const changed = { ...model, ...change };
    expect(runService(changed, 'north', undefined, known)).toEqual(runService(changed, 'north'));
    expect(known.runs.size).toBe(2);
  });

  it('are not asked where a train saves energy', () => {
    const known = noKnownRuns();
    runService(model, 'north', { kind: 'coasting', supplement: 0.05 }, known);
    expect(known.runs.size).toBe(0);
  });
});
