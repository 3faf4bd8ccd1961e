import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalRateOfTerms } from '../economy/index.ts';
import { availabilityPayment } from './annuity.ts';
import { constructionInterest } from './construction-interest.ts';
import { differentiatedDiscountRate, grantElement, packageGrantElement } from './grant-element.ts';
import { borrowerFlows, loanSchedule } from './loan-schedule.ts';
import type { LoanTerms } from './loan-terms.ts';
import { softLoanGrant } from './soft-loan.ts';

const terms: LoanTerms = { rate: 0.03, maturity: 15, grace: 5, paymentsPerYear: 2, repayment: 'equal principal' };

/** The closed form of the OECD for equal principal, INT being the grace. */
function closedForm({ rate, maturity, grace, paymentsPerYear: a }: LoanTerms, discount: number): number {
  const d = (1 + discount) ** (1 / a) - 1;
  const bend = ((1 + d) ** (-a * grace) - (1 + d) ** (-a * maturity)) / (d * (a * maturity - a * grace));
  return (1 - rate / a / d) * (1 - bend);
}

describe('a loan', () => {
  it('is repaid to the cent, whatever its terms', () => {
    const any = fc.record({
      rate: fc.double({ min: 0, max: 0.2, noNaN: true }),
      years: fc.integer({ min: 1, max: 30 }),
      grace: fc.integer({ min: 0, max: 9 }),
      paymentsPerYear: fc.constantFrom(1, 2, 4, 12),
      repayment: fc.constantFrom('equal principal', 'annuity', 'bullet'),
      interestInGrace: fc.constantFrom('paid', 'capitalised'),
      cents: fc.integer({ min: 100, max: 1e12 }),
    });
    fc.assert(
      fc.property(any, ({ years, grace, cents, ...of }) => {
        const drawn = cents / 100;
        const { periods } = loanSchedule({
          terms: { ...of, grace, maturity: years + grace } as LoanTerms,
          drawn,
          smallestUnit: 0.01,
        });
        const inCents = (of: 'principal' | 'capitalised') =>
          periods.reduce((sum, row) => sum + Math.round(100 * row[of]), 0);
        expect(inCents('principal')).toBe(cents + inCents('capitalised'));
        expect(periods.at(-1)!.balance).toBe(0);
        expect(periods.every(({ balance, principal }) => balance >= 0 && principal >= 0)).toBe(true);
      }),
    );
  });

  it('pays the same every time as an annuity, and the same principal as equal principal', () => {
    const { periods } = loanSchedule({ terms: { ...terms, repayment: 'annuity' }, drawn: 100 });
    const service = periods.slice(10).map(({ interest, principal }) => interest + principal);
    expect(Math.max(...service) - Math.min(...service)).toBeLessThan(1e-10);
    const equal = loanSchedule({ terms, drawn: 100 }).periods.slice(10);
    expect(equal.every(({ principal }) => Math.abs(principal - 5) < 1e-12)).toBe(true);
  });

  it('drawn over construction has the interest of its drawdowns', () => {
    const capitalised: LoanTerms = {
      rate: 0.06,
      maturity: 13,
      grace: 3,
      paymentsPerYear: 1,
      repayment: 'annuity',
      interestInGrace: 'capitalised',
    };
    const { periods } = loanSchedule({ terms: capitalised, drawn: [100, 200, 100] });
    const built = constructionInterest([100, 200, 100], 0.06);
    expect(periods.slice(0, 3).map(({ interest }) => interest)).toEqual(built.years.map(({ interest }) => interest));
    expect(periods[2]!.balance).toBeCloseTo(437.0908, 9);
  });

  it('costs its borrower the interest, and more with fees', () => {
    const cost = (of: LoanTerms) => {
      const flows = borrowerFlows(loanSchedule({ terms: of, drawn: 100 }));
      const found = internalRateOfTerms(flows.map(({ time, amount }) => ({ factor: amount, rate: time })));
      return found.kind === 'one' ? found.rate : Number.NaN;
    };
    expect(cost(terms)).toBeCloseTo(1.015 * 1.015 - 1, 10);
    expect(cost({ ...terms, upfrontFee: 0.01 })).toBeGreaterThan(cost(terms) + 0.001);
    const undrawn = loanSchedule({ terms: { ...terms, commitmentFee: 0.005 }, drawn: [50, 50] });
    expect(undrawn.periods[0]!.fees).toBeCloseTo(0.0025 * 87.5, 12);
    expect(undrawn.periods[4]!.fees).toBe(0);
  });

  it('is refused when its terms make none', () => {
    const refused = (of: Partial<LoanTerms>) => () => loanSchedule({ terms: { ...terms, ...of }, drawn: 1 });
    expect(refused({ grace: 15 })).toThrow('grace is 15 years, expected less than the maturity of 15');
    expect(refused({ rate: -1 })).toThrow('interest is -100 %');
    expect(refused({ paymentsPerYear: 3 })).toThrow('payments a year are 3');
    expect(refused({ repayment: [0.5, 0.4] })).toThrow('2 instalments are given, expected 20');
    expect(refused({ maturity: 2, grace: 1, repayment: [0.5, 0.4] })).toThrow('add up to 0.9');
    expect(() => loanSchedule({ terms, drawn: new Array(15).fill(1) })).toThrow(
      'drawn until year 15, expected before year 15',
    );
    const given = { ...terms, repayment: new Array(20).fill(0.05) };
    expect(() => loanSchedule({ terms: given, drawn: [1, 1, 1, 1, 1, 1, 1] })).toThrow('expected before year 5');
    expect(() => loanSchedule({ terms, drawn: [-1, 2] })).toThrow('drawdown of year 1 is -1');
  });
});

describe('a grant element', () => {
  it('agrees with the closed form of the OECD', () => {
    const any = fc.record({
      rate: fc.double({ min: 0, max: 0.12, noNaN: true }),
      maturity: fc.integer({ min: 11, max: 40 }),
      grace: fc.integer({ min: 0, max: 10 }),
      paymentsPerYear: fc.constantFrom(1, 2, 4),
    });
    fc.assert(
      fc.property(any, fc.double({ min: 0.01, max: 0.15, noNaN: true }), (of, discount) => {
        const loan = { ...of, repayment: 'equal principal' } as LoanTerms;
        expect(grantElement(loan, discount)).toBeCloseTo(closedForm(loan, discount), 10);
      }),
    );
  });

  it('is about 15 % of the usual terms of one big lender and about 46 % of another’s, at 5 %', () => {
    const usual = { ...terms, upfrontFee: 0.005, commitmentFee: 0.005 };
    expect(grantElement(usual, 0.05)).toBeGreaterThan(0.14);
    expect(grantElement(usual, 0.05)).toBeLessThan(0.16);
    expect(grantElement({ ...terms, rate: 0.012, maturity: 30, grace: 10 }, 0.05)).toBeCloseTo(0.464, 3);
  });

  it('is nothing at the rate of the loan itself, below it of a dear loan, and less with fees', () => {
    expect(grantElement(terms, 1.015 * 1.015 - 1)).toBeCloseTo(0, 12);
    expect(grantElement({ ...terms, rate: 0.06, maturity: 12, grace: 3 }, 0.05)).toBeCloseTo(-0.06645, 4);
    expect(grantElement({ ...terms, upfrontFee: 0.01 }, 0.05)).toBeCloseTo(grantElement(terms, 0.05) - 0.01, 12);
  });

  it('of a loan in stages discounts what is drawn as well', () => {
    const staged = loanSchedule({ terms, drawn: [50, 50] });
    // Later money is served for a shorter time, so the gift in it is smaller.
    expect(grantElement(staged, 0.05)).toBeLessThan(grantElement(terms, 0.05));
    expect(grantElement(staged, 0.05)).toBeGreaterThan(0.1);
  });

  it('of a package is pulled down by a market loan', () => {
    const parts = [
      { amount: 60, grantElement: 0.27 },
      { amount: 40, grantElement: -0.07 },
    ];
    expect(packageGrantElement(parts).grantElement).toBeCloseTo(0.134, 12);
    expect(() => packageGrantElement([])).toThrow('package is 0');
    expect(() => packageGrantElement([{ amount: 1, grantElement: 1.1 }])).toThrow('expected at most 1');
  });

  it('and the saved interest of a soft loan are the same thing at its reference rate', () => {
    const of = {
      amount: 500_000,
      terms: { ...terms, paymentsPerYear: 1, maturity: 10, grace: 0, rate: 0.06 },
      referenceRate: 0.08,
    };
    expect(softLoanGrant(of).total).toBeCloseTo(500_000 * grantElement(of.terms, 0.08), 6);
  });
});

it('an availability payment recovers the capital at its return', () => {
  const first = availabilityPayment({ capital: 500, rateOfReturn: 0.08, years: 25, indexation: 0.02 });
  let value = 0;
  for (let year = 1; year <= 25; year++) value += (first * 1.02 ** (year - 1)) / 1.08 ** year;
  expect(value).toBeCloseTo(500, 9);
  expect(differentiatedDiscountRate(0.04, { anchor: 0.1, part: 0.25 })).toBeCloseTo(0.055, 15);
});
