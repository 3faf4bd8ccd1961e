import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datedInternalRate, dayNumber } from './dated-flows.ts';
import { presentValue } from './discounting.ts';
import { internalRate, internalRateInWords } from './internal-rate.ts';
import { modifiedInternalRate } from './modified-internal-rate.ts';

const rates = (flows: readonly number[]) => {
  const found = internalRate(flows);
  return found.kind === 'several' ? found.rates : found.kind === 'one' ? [found.rate] : found.reason;
};

describe('internal rates', () => {
  it('are all told: the textbook oil pump has two, and three sign changes can give three', () => {
    expect(rates([-1600, 10_000, -10_000])).toEqual([expect.closeTo(0.25, 12), expect.closeTo(4, 11)]);
    // (x − 1.1)(x − 1.2)(x − 1.3) with x = 1 + r
    expect(rates([-1, 3.6, -4.31, 1.716])).toEqual([0.1, 0.2, 0.3].map((rate) => expect.closeTo(rate, 9)));
    expect(internalRateInWords(internalRate([-1600, 10_000, -10_000]))).toBe('25.0 % or 400.0 %');
  });

  it('are told where they are negative, and where the value only touches zero', () => {
    expect(rates([-100, 0, 0, 74])).toEqual([expect.closeTo(-0.0954958303, 9)]);
    expect(rates([-1, 2.2, -1.21])).toEqual([expect.closeTo(0.1, 6)]);
  });

  it('are named outcomes where there are none', () => {
    expect(internalRate([5, 5, 5])).toEqual({ kind: 'none', reason: 'no sign change' });
    expect(internalRate([-1, 1, -1])).toEqual({ kind: 'none', reason: 'no rate makes the present value zero' });
    expect(internalRate([0, 0])).toEqual({ kind: 'none', reason: 'no flow' });
    expect(internalRateInWords(internalRate([0]))).toBe('none (no flow)');
  });

  it('make the present value zero, and no other rate does', () => {
    const flow = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(flow, { minLength: 2, maxLength: 12 }), (flows) => {
        const found = rates(flows);
        if (typeof found === 'string') return;
        for (const rate of found) {
          const size = presentValue(flows.map(Math.abs), rate);
          expect(Math.abs(presentValue(flows, rate))).toBeLessThanOrEqual(1e-7 * size);
        }
        // Between two rates found, and beyond them, the sign does not change: a scan finds no more.
        let changes = 0;
        let before = 0;
        for (let s = -4; s < 4; s += 0.0037) {
          const sign = Math.sign(presentValue(flows, Math.expm1(s)));
          if (sign !== 0 && before !== 0 && sign !== before) changes++;
          if (sign !== 0) before = sign;
        }
        expect(found.length).toBeGreaterThanOrEqual(changes);
      }),
    );
  });

  it('of days agree with the spreadsheet', () => {
    const dates = ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'];
    const amounts = [-10_000, 2750, 4250, 3250, 2750];
    const found = datedInternalRate(dates.map((date, i) => ({ date, amount: amounts[i]! })));
    expect(found).toEqual({ kind: 'one', rate: expect.closeTo(0.373362535, 8) });
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
    expect(() => dayNumber('2023-02-29')).toThrow('date is 2023-02-29');
  });

  it('modified give one where the plain one is ambiguous', () => {
    expect(modifiedInternalRate({ flows: [-1600, 10_000, -10_000], financeRate: 0.1, reinvestRate: 0.1 })).toBeCloseTo(
      Math.sqrt(11_000 / (1600 + 10_000 / 1.21)) - 1,
      12,
    );
    expect(() => modifiedInternalRate({ flows: [1, 2], financeRate: 0.1, reinvestRate: 0.1 })).toThrow('change sign');
  });
});
