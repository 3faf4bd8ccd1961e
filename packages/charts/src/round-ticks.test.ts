import { expect, it } from 'vitest';
import { roundTicks } from './round-ticks.ts';

it('are round, few, and hold 0 where the scale does', () => {
  expect(roundTicks(-4170, 35, 6)).toEqual([-4000, -3000, -2000, -1000, 0]);
  expect(roundTicks(0, 1, 6).map((tick) => tick.toFixed(1))).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
  expect(roundTicks(12, 12, 5)).toEqual([12]);
  for (const [low, high] of [
    [-3, 900],
    [-0.02, 0.001],
    [1e6, 3.3e6],
  ] as const) {
    const ticks = roundTicks(low, high, 6);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(Math.min(...ticks)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...ticks)).toBeLessThanOrEqual(high);
    if (low <= 0 && high >= 0) expect(ticks).toContain(0);
  }
});
