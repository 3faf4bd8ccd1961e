import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountFactors, presentValue } from './discounting.ts';

const flows = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
const rate = fc.double({ min: -0.5, max: 1, noNaN: true });

describe('present value', () => {
  it('is linear: of a sum, and of a multiple', () => {
    fc.assert(
      fc.property(flows, rate, fc.double({ min: -10, max: 10, noNaN: true }), (of, at, factor) => {
        const other = of.map((_, year) => 100 - year);
        const both = presentValue(
          of.map((flow, year) => factor * flow + other[year]!),
          at,
        );
        const apart = factor * presentValue(of, at) + presentValue(other, at);
        const size = presentValue(of.map(Math.abs), at) * 11 + presentValue(other.map(Math.abs), at);
        expect(Math.abs(both - apart)).toBeLessThanOrEqual(1e-12 * size);
      }),
    );
  });

  it('falls with the rate when all flows come in', () => {
    expect(presentValue([0, 10, 10], 0.09)).toBeLessThan(presentValue([0, 10, 10], 0.06));
  });

  it('discounts the first flow once where the first year is 1, as spreadsheets do', () => {
    expect(presentValue([-40_000, 8000, 9200, 10_000, 12_000, 14_500], 0.08)).toBeCloseTo(1922.0616, 3);
    expect(presentValue([110], 0.1, 1)).toBeCloseTo(100, 12);
  });

  it('takes declining rates by band: the factors that the Green Book prints', () => {
    const bands = [
      { until: 30, rate: 0.035 },
      { until: 75, rate: 0.03 },
      { until: 125, rate: 0.025 },
    ];
    const factors = discountFactors(bands, 125);
    expect([1, 30, 31, 75, 76, 125].map((year) => factors[year]!.toFixed(4))).toEqual([
      '0.9662',
      '0.3563',
      '0.3459',
      '0.0942',
      '0.0919',
      '0.0274',
    ]);
  });

  it('refuses a rate of −100 %, bands that fall or end, and flows that are no numbers', () => {
    expect(() => presentValue([1, 1], -1)).toThrow('discount rate is -100 %, expected more than −100 %');
    expect(() => discountFactors([{ until: 5, rate: 0.03 }], 6)).toThrow('no discount rate is given for year 6');
    const falling = [
      { until: 5, rate: 0.03 },
      { until: 5, rate: 0.02 },
    ];
    expect(() => discountFactors(falling, 3)).toThrow('must rise: 5 after 5');
    expect(() => presentValue([0, Number.NaN], 0.1)).toThrow('flow of year 1 is NaN');
  });
});
