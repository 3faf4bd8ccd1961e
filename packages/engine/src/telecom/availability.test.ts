import { describe, expect, test } from 'vitest';
import { availability, inParallel, inSeries } from './availability.ts';
import { fibreDelay } from './latency.ts';
import { topsis } from './topsis.ts';

describe('availability', () => {
  test('of a part is its share of time between failures', () => {
    expect(availability(4000, 12)).toBeCloseTo(0.9970089731, 10);
    expect(availability(Infinity, 12)).toBe(1);
  });

  test('of a common trench limits parallel fibres', () => {
    expect(inSeries([0.995, 0.99])).toBeCloseTo(0.98505, 12);
    expect(inParallel([0.995, 0.99])).toBeCloseTo(0.99995, 12);
    expect(inParallel([0.995, 0.99], 0.999)).toBeCloseTo(0.99895005, 12);
  });

  test('is not asked of a part that fails all the time', () => {
    expect(() => availability(0, 12)).toThrow('above 0 s');
  });
});

test('light takes 4.897 µs for a kilometre of fibre', () => {
  expect(fibreDelay(1000, 1.468) * 1e6).toBeCloseTo(4.8967, 4);
});

test('TOPSIS ranks three sites as computed by hand', () => {
  const found = topsis(
    [
      [0.8, 30, 12],
      [0.6, 10, 20],
      [0.9, 60, 8],
    ],
    [0.5, 0.3, 0.2],
    [1, -1, -1],
  ); // prettier-ignore
  expect(found.closeness.map((c) => Number(c.toFixed(6)))).toEqual([0.620136, 0.59909, 0.40091]);
  expect(found.rank).toEqual([0, 1, 2]);
});
