import { expect, it } from 'vitest';
import type { ImpactSums } from '../impact/index.ts';
import { emittedAgainst } from './payback-record.ts';

const emitting = (emitted: number | null) => ({ emitted }) as ImpactSums;
const of = (stated: number | null, ...draws: (number | null)[]) => ({
  stated: emitting(stated),
  draws: draws.map(emitting),
});

it('compares emissions draw by draw, so that what both share cancels', () => {
  const found = emittedAgainst(of(90e6, 80e6, 190e6, 290e6), of(100e6, 100e6, 200e6, 300e6), 'impact');
  // 10 kt less with stated values; 20, 10 and 10 less in the draws.
  expect(found).toEqual({ value: -10, unit: 'kt/year', rests_on: 'impact', low: -18, high: -10 });
});

it('is nothing where flows are not known, and leaves out draws in which they are not', () => {
  expect(emittedAgainst(of(null), of(1e6), 'impact')).toBeNull();
  expect(emittedAgainst(of(2e6, null, 3e6), of(1e6, 1e6, 1e6), 'impact')).toEqual({
    value: 1,
    unit: 'kt/year',
    rests_on: 'impact',
  });
});
