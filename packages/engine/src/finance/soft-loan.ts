import { pow } from '../numerics/elementary.ts';
import { loanSchedule } from './loan-schedule.ts';
import type { LoanTerms } from './loan-terms.ts';

/**
 * Cash grant equivalent of a soft loan: what is saved in interest against a reference rate, payment by payment,
 * discounted at that rate.
 *
 * Source: European Commission, DG Competition, guidance on calculating the cash grant equivalent of a soft loan.
 *
 * @param of - `amount` and `terms` of the loan, `referenceRate` a year
 * @returns the saving of each payment, and all of them
 * @throws RangeError of impossible terms
 *
 * @example
 * ```ts
 * const terms = { rate: 0.06, maturity: 10, grace: 0, paymentsPerYear: 1, repayment: 'equal principal' };
 * softLoanGrant({ amount: 500_000, terms, referenceRate: 0.08 }).total; // 41123.98
 * ```
 */
export function softLoanGrant(of: {
  readonly amount: number;
  readonly terms: LoanTerms;
  readonly referenceRate: number;
}): { readonly savings: readonly number[]; readonly total: number } {
  const { periods } = loanSchedule({ terms: of.terms, drawn: of.amount });
  const period = 1 / of.terms.paymentsPerYear;
  let before = of.amount;
  const savings = periods.map(({ time, balance }) => {
    const saved = (of.referenceRate - of.terms.rate) * period * before * pow(1 + of.referenceRate, -time);
    before = balance;
    return saved;
  });
  return { savings, total: savings.reduce((sum, saved) => sum + saved, 0) };
}
