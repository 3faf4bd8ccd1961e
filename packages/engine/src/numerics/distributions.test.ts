import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from './distributions.fixture.json' with { type: 'json' };
import * as d from './distributions.ts';
import { erf, erfc } from './special/error-function.ts';
import { incompleteBeta } from './special/incomplete-beta.ts';
import { logGamma } from './special/log-gamma.ts';
import { studentTQuantile } from './student-t.ts';

type Function = (...args: number[]) => number;

/** Expects every row (arguments, then value) within a relative error; rows of value 0 within the same absolute one. */
function expectRows(rows: number[][], f: Function, tolerance: number): void {
  let worst = 0;
  let where = '';
  for (const row of rows) {
    const expected = row.at(-1)!;
    const args = row.slice(0, -1);
    const error = Math.abs(f(...args) - expected) / (Math.abs(expected) || 1);
    if (!(error <= worst)) {
      worst = error;
      where = `(${args.join(', ')}) = ${f(...args)}, expected ${expected}`;
    }
  }
  expect(worst, where).toBeLessThan(tolerance);
}

describe('quantiles against values solved with 60 digits', () => {
  const cases: [keyof typeof table, Function, number][] = [
    ['normal', d.normalQuantile, 4e-15],
    ['lognormal', d.lognormalQuantile, 1e-14],
    ['exponential', d.exponentialQuantile, 1e-15],
    ['weibull', d.weibullQuantile, 4e-15],
    ['beta', d.betaQuantile, 1e-12],
    ['pert', d.pertQuantile, 1e-12],
    ['gamma', d.gammaQuantile, 1e-12],
    ['studentT', studentTQuantile, 1e-11],
  ];
  it.each(cases)('%s', (name, f, tolerance) => expectRows(table[name], f, tolerance));

  it('triangular, relative to its width', () => {
    for (const [p, low, mode, high, expected] of table.triangular as [number, number, number, number, number][]) {
      const error = d.triangularQuantile(p, low, mode, high) - expected;
      expect(Math.abs(error), `(${p}, ${low}, ${mode}, ${high})`).toBeLessThan(1e-15 * (high - low));
    }
  });
});

describe('special functions against values computed with 60 digits', () => {
  it('error function and its complement', () => {
    expectRows(table.erf, erf, 3e-16);
    expectRows(table.erfc, erfc, 3e-16);
  });

  it('logarithm of the gamma function', () => {
    for (const [x, expected] of table.logGamma as [number, number][]) {
      expect(Math.abs(logGamma(x) - expected), `logGamma(${x})`).toBeLessThan(1e-14 + 1e-15 * Math.abs(expected));
    }
    expect(() => logGamma(0)).toThrow(RangeError);
  });

  it('incomplete beta function is one minus its mirror image', () => {
    const shape = fc.double({ min: 0.1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, (n, a, b) => {
        const x = n / 1024; // 1 − x is exact
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 12);
      }),
    );
  });
});

const u = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const shape = fc.double({ min: 0.2, max: 40, noNaN: true });
const three = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: -1e3, max: 1e3, noNaN: true })))
  .map((values) => [...values].sort((a, b) => a - b) as [number, number, number])
  .filter(([low, , high]) => high - low > 1e-3);

describe('share and quantile undo each other', () => {
  const within = (share: number, p: number) => expect(Math.abs(share - p)).toBeLessThan(1e-9);

  it('on unbounded and half-bounded ranges', () => {
    fc.assert(
      fc.property(u, shape, shape, (p, a, b) => {
        within(d.normalCdf(d.normalQuantile(p, a, b), a, b), p);
        within(d.lognormalCdf(d.lognormalQuantile(p, a, b), a, b), p);
        within(d.exponentialCdf(d.exponentialQuantile(p, a), a), p);
        within(d.weibullCdf(d.weibullQuantile(p, a, b), a, b), p);
        within(d.gammaCdf(d.gammaQuantile(p, a, b), a, b), p);
      }),
    );
  });

  it('on bounded ranges', () => {
    fc.assert(
      fc.property(u, three, (p, [low, mode, high]) => {
        within(d.uniformCdf(d.uniformQuantile(p, low, high), low, high), p);
        within(d.triangularCdf(d.triangularQuantile(p, low, mode, high), low, mode, high), p);
        within(d.pertCdf(d.pertQuantile(p, low, mode, high), low, mode, high), p);
      }),
    );
  });

  it('and a larger probability never gives a smaller value, nor one outside the bounds', () => {
    fc.assert(
      fc.property(u, u, three, (p, q, [low, mode, high]) => {
        const [small, large] = p < q ? [p, q] : [q, p];
        for (const quantile of [d.triangularQuantile, d.pertQuantile]) {
          const a = quantile(small, low, mode, high);
          const b = quantile(large, low, mode, high);
          expect(a).toBeGreaterThanOrEqual(low);
          expect(b).toBeLessThanOrEqual(high);
          expect(a - b).toBeLessThanOrEqual(1e-12 * (high - low));
        }
      }),
    );
  });
});

describe('PERT', () => {
  it('has the mean (low + 4 mode + high) / 6', () => {
    const n = 20_000;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += d.pertQuantile((i + 0.5) / n, 4, 9, 20);
    expect(sum / n).toBeCloseTo((4 + 4 * 9 + 20) / 6, 4);
  });

  it('of one value is that value', () => {
    expect(d.pertQuantile(0.3, 7, 7, 7)).toBe(7);
    expect(d.triangularQuantile(0.3, 7, 7, 7)).toBe(7);
    expect(d.uniformQuantile(0.3, 7, 7)).toBe(7);
  });

  it('reaches its bounds at probability 0 and 1', () => {
    expect(d.pertQuantile(0, 4, 9, 20)).toBe(4);
    expect(d.pertQuantile(1, 4, 9, 20)).toBe(20);
  });

  it('refuses bounds out of order and what is no probability', () => {
    expect(() => d.pertQuantile(0.5, 9, 4, 20)).toThrow(/ascending/);
    expect(() => d.pertQuantile(0.5, 4, 9, Infinity)).toThrow(/ascending/);
    expect(() => d.pertQuantile(1.5, 4, 9, 20)).toThrow(/probability is 1.5/);
    expect(() => d.pertQuantile(NaN, 4, 9, 20)).toThrow(/probability is NaN/);
  });
});

describe('percentiles', () => {
  it('make the normal and the lognormal distribution that has them', () => {
    const { mean, deviation } = d.normalFromP10P90(80, 140);
    expect(d.normalQuantile(0.1, mean, deviation)).toBeCloseTo(80, 11);
    expect(d.normalQuantile(0.9, mean, deviation)).toBeCloseTo(140, 11);
    const { logMean, logDeviation } = d.lognormalFromP10P90(80, 140);
    expect(d.lognormalQuantile(0.1, logMean, logDeviation)).toBeCloseTo(80, 11);
    expect(d.lognormalQuantile(0.9, logMean, logDeviation)).toBeCloseTo(140, 11);
    expect(d.lognormalQuantile(0.5, logMean, logDeviation)).toBeCloseTo(Math.sqrt(80 * 140), 11);
    expect(() => d.lognormalFromP10P90(0, 1)).toThrow(RangeError);
  });
});

describe('truncation', () => {
  const delay = { cdf: (x: number) => d.exponentialCdf(x, 5), quantile: (p: number) => d.exponentialQuantile(p, 5) };

  it('keeps the shape between the bounds', () => {
    // Exponential of mean 5 between 1 and 4: −5 ln(e^−0.2 − 0.5 (e^−0.2 − e^−0.8))
    expect(d.truncatedQuantile(0.5, delay, 1, 4)).toBeCloseTo(2.2782961503702985, 12);
    expect(d.truncatedQuantile(0, delay, 1, 4)).toBe(1);
    expect(d.truncatedQuantile(1, delay, 1, 4)).toBe(4);
  });

  it('by infinite bounds changes nothing', () => {
    expect(d.truncatedQuantile(0.37, delay, -Infinity, Infinity)).toBe(delay.quantile(0.37));
  });

  it('refuses bounds that hold nothing of the distribution', () => {
    expect(() => d.truncatedQuantile(0.5, delay, -3, -1)).toThrow(/only 0 of the distribution/);
    expect(() => d.truncatedQuantile(0.5, delay, 1000, 2000)).toThrow(RangeError);
  });
});

describe('discrete alternatives', () => {
  it('are chosen in proportion to their weights', () => {
    const counts = [0, 0, 0];
    for (let i = 0; i < 1000; i++) counts[d.weightedIndex((i + 0.5) / 1000, [1, 0, 3])]! += 1;
    expect(counts).toEqual([250, 0, 750]);
  });

  it('never fall on a weight of 0, not even at the ends', () => {
    expect(d.weightedIndex(0, [0, 2, 1, 0])).toBe(1);
    expect(d.weightedIndex(1, [0, 2, 1, 0])).toBe(2);
  });

  it('are ordered by value as quantiles', () => {
    expect(d.discreteQuantile(0.1, [22, 3.5], [1, 3])).toBe(3.5);
    expect(d.discreteQuantile(0.74, [22, 3.5], [1, 3])).toBe(3.5);
    expect(d.discreteQuantile(0.76, [22, 3.5], [1, 3])).toBe(22);
  });

  it('need weights that can be chosen by', () => {
    expect(() => d.weightedIndex(0.5, [])).toThrow(/sum to 0/);
    expect(() => d.weightedIndex(0.5, [1, -1])).toThrow(/weight is -1/);
    expect(() => d.discreteQuantile(0.5, [1, 2], [1])).toThrow(RangeError);
  });
});

describe('Erlang', () => {
  it('with one phase is exponential, with k phases a gamma of shape k', () => {
    expect(d.erlangQuantile(0.8, 1, 600)).toBeCloseTo(d.exponentialQuantile(0.8, 600), 9);
    expect(d.erlangQuantile(0.8, 4, 600)).toBe(d.gammaQuantile(0.8, 4, 150));
    expect(() => d.erlangQuantile(0.8, 1.5, 600)).toThrow(/phases/);
  });
});
