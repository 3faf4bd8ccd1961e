import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchMeans, confidenceInterval } from './confidence.ts';
import { mean, quantilesType7, quantileType7, standardDeviation, variance, weightedMean } from './statistics.ts';
import { compensatedSum } from './summation.ts';

const numbers = fc.array(
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1024),
  { minLength: 2, maxLength: 60 },
);

describe('compensated sum', () => {
  it('keeps what plain addition loses', () => {
    const tenths = new Array<number>(1_000_000).fill(0.1);
    expect(compensatedSum(tenths)).toBe(100000);
    expect(tenths.reduce((a, b) => a + b, 0)).not.toBe(100000);
    expect(compensatedSum([1e16, 1, -1e16])).toBe(1);
    expect(compensatedSum([])).toBe(0);
  });

  it('of infinities is what addition says', () => {
    expect(compensatedSum([1, Infinity, 2])).toBe(Infinity);
    expect(compensatedSum([Infinity, -Infinity])).toBeNaN();
  });

  it('of whole multiples of 2^-20 is exact', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (integers) => {
        const exact = integers.reduce((sum, n) => sum + BigInt(n), 0n);
        return compensatedSum(integers.map((n) => n * 2 ** -20)) === Number(exact) * 2 ** -20;
      }),
    );
  });
});

describe('mean and variance', () => {
  it('are right far from zero', () => {
    // NIST StRD NumAcc4: mean 10000000.2, standard deviation 0.1 of 1001 values.
    const values = [10000000.2];
    for (let i = 0; i < 500; i++) values.push(10000000.1, 10000000.3);
    expect(Math.abs(mean(values) - 10000000.2)).toBeLessThan(4e-9);
    expect(Math.abs(standardDeviation(values) - 0.1)).toBeLessThan(1e-9);
  });

  it('shift and scale as they must', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const doubled = values.map((x) => 2 * x);
        expect(mean(doubled)).toBe(2 * mean(values));
        expect(variance(doubled)).toBe(4 * variance(values));
        expect(variance(values)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('need values', () => {
    expect(() => mean([])).toThrow(/mean of 0 values/);
    expect(() => variance([1])).toThrow(/at least 2/);
  });

  it('by weight equals repetition', () => {
    expect(weightedMean([2, 8, 5], [3, 1, 0])).toBe(mean([2, 2, 2, 8]));
    expect(weightedMean([Infinity, 4], [0, 1])).toBe(4);
    expect(() => weightedMean([1, 2], [0, 0])).toThrow(/sum to 0/);
    expect(() => weightedMean([1, 2], [1, -1])).toThrow(/weight is -1/);
    expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
  });
});

describe('quantiles of type 7', () => {
  it('are those of NumPy', () => {
    // numpy.quantile([7, 1, 12, 3.5, 9], [0, .1, .25, .5, .9, 1])
    expect(quantilesType7([7, 1, 12, 3.5, 9], [0, 0.1, 0.25, 0.5, 0.9, 1])).toEqual([1, 2, 3.5, 7, 10.8, 12]);
  });

  it('leave the values in their order', () => {
    const values = [3, 1, 2];
    quantileType7(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('do not depend on the order and stay within the sample', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const found = quantileType7(values, p);
        expect(quantileType7([...values].reverse(), p)).toBe(found);
        expect(found).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it('refuse nothing, NaN and what is no probability', () => {
    expect(() => quantileType7([], 0.5)).toThrow(RangeError);
    expect(() => quantileType7([1, NaN], 0.5)).toThrow(/NaN/);
    expect(() => quantileType7([1, 2], 1.1)).toThrow(/probability is 1.1/);
  });
});

describe('confidence interval', () => {
  it('of ten yields is that of the textbook', () => {
    // Law, Simulation Modeling and Analysis, example 4.26: 90 % interval 1.34 ± 0.24 of these ten values.
    const values = [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09];
    const interval = confidenceInterval(values, 0.9);
    expect(interval.mean).toBeCloseTo(1.343, 12);
    // scipy 1.17: t.ppf(0.95, 9) · sqrt(var / 10)
    expect(interval.halfWidth).toBeCloseTo(0.23725341448939705, 10);
    expect(interval.high - interval.low).toBeCloseTo(2 * interval.halfWidth, 12);
  });

  it('of one value is unbounded, of equal values a point', () => {
    expect(confidenceInterval([5])).toEqual({ mean: 5, low: -Infinity, high: Infinity, halfWidth: Infinity });
    expect(confidenceInterval([5, 5, 5])).toEqual({ mean: 5, low: 5, high: 5, halfWidth: 0 });
    expect(() => confidenceInterval([1, 2], 1)).toThrow(/level/);
  });
});

describe('batch means', () => {
  it('leave out the start and average the rest in order', () => {
    expect(batchMeans([100, 1, 3, 5, 7, 9, 11], 3)).toEqual([2, 6, 10]);
    expect(batchMeans([1, 3, 5, 7], 2)).toEqual([2, 6]);
  });

  it('refuse too short a series', () => {
    expect(() => batchMeans([1], 2)).toThrow(/do not fill/);
    expect(() => batchMeans([1, 2, 3], 1)).toThrow(/at least 2/);
  });
});
