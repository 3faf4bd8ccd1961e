import { describe, expect, it } from 'vitest';
import { exchangeRate, internalRate, localCost, priceIndex } from '../economy/index.ts';
import { debtServiceCover, loanLifeCover, sculptedDebt } from './debt-cover.ts';
import { nextDebt } from './debt-dynamics.ts';
import { fundingGap } from './funding-gap.ts';
import { loanSchedule } from './loan-schedule.ts';

describe('prices and exchange rates', () => {
  it('follow their paths, the last change going on, and back before the base', () => {
    const path = { base: 2025, inflation: [0.04, 0.03] };
    expect(priceIndex(path, 2025)).toBe(1);
    expect(priceIndex(path, 2035)).toBeCloseTo(1.04 * 1.03 ** 9, 12);
    expect(priceIndex(path, 2023)).toBeCloseTo(1 / 1.04 ** 2, 12);
    expect(() => priceIndex({ base: 2025, inflation: [] }, 2030)).toThrow('holds no change');
  });

  it('keep real prices the same under purchasing-power parity', () => {
    const own = { code: 'XOA', prices: { base: 2025, inflation: [0.05] }, rate: 100, realDepreciation: 0 };
    const account = { base: 2025, inflation: [0.02] };
    const dear = (year: number) => (100 * priceIndex(own.prices, year)) / exchangeRate(own, account, year);
    expect(dear(2040) / priceIndex(account, 2040)).toBeCloseTo(1, 12);
    expect(exchangeRate({ ...own, realDepreciation: 0.01 }, account, 2040)).toBeCloseTo(
      exchangeRate(own, account, 2040) * 1.01 ** 15,
      9,
    );
    expect(() => exchangeRate(own, { base: 2020, inflation: [0] }, 2030)).toThrow('have the base 2025, expected 2020');
  });

  it('make a loan in foreign money cost (1 + i)(1 + e) − 1, whatever its profile', () => {
    for (const repayment of ['equal principal', 'annuity', 'bullet'] as const) {
      const terms = { rate: 0.02, maturity: 10, grace: 0, paymentsPerYear: 1, repayment };
      const { periods } = loanSchedule({ terms, drawn: 100 });
      const paid = periods.map(({ time, interest, principal }) => -(interest + principal) * 1.03 ** time);
      expect(internalRate([100, ...paid])).toEqual({ kind: 'one', rate: expect.closeTo(localCost(0.02, 0.03), 10) });
    }
  });
});

describe('cover', () => {
  it('of a debt sculpted to the cash is the target in every year, and the debt is paid', () => {
    const cash = [20, 24, 18, 30];
    const { debt, service, balances } = sculptedDebt({ cash, cover: 1.3, rate: 0.05 });
    expect(debtServiceCover(cash, service).years.every((ratio) => Math.abs(ratio! - 1.3) < 1e-12)).toBe(true);
    expect(balances.at(-1)).toBeCloseTo(0, 12);
    expect(loanLifeCover({ cash, debt, rate: 0.05 })).toEqual({ kind: 'ratio', ratio: expect.closeTo(1.3, 12) });
  });

  it('has a name where there is no debt', () => {
    expect(debtServiceCover([5, 5], [0, 0]).least).toEqual({ kind: 'none', reason: 'no debt service is due' });
    expect(loanLifeCover({ cash: [1], debt: 0, rate: 0.05 }).kind).toBe('none');
  });
});

it('debt stands still where growth and interest cancel, and the gap closes where revenue pays', () => {
  const still = {
    debt: 0.4,
    foreignPart: 0,
    domesticRate: 0.06,
    foreignRate: 0,
    depreciation: 0,
    growth: 0.06,
    primaryBalance: 0,
  };
  expect(nextDebt(still)).toBeCloseTo(0.4, 15);
  expect(nextDebt({ ...still, foreignPart: 1, foreignRate: 0.03, depreciation: 0.1 })).toBeGreaterThan(0.42);
  expect(fundingGap({ investment: 100, netRevenue: 140 })).toBe(0);
  expect(fundingGap({ investment: 100, netRevenue: -20 })).toBe(1);
});
