import type { Drawn, financingTable } from '../corridor/index.ts';
import type { LoanTerms } from './loan-terms.ts';

/** A financing plan as drawn. */
export type FinancingPlan = Drawn<typeof financingTable>;

/** A source of money of a plan. */
export type Fund = FinancingPlan['funds'][string];

/** Payments a year where a loan does not say. */
const usualPayments = 2;

/**
 * The terms of a fund that is a loan.
 *
 * @param fund - of a plan
 * @returns the terms
 * @throws RangeError of a loan without rate or maturity
 * @example
 * ```ts
 * const fund = { kind: 'loan', rate: 0.03, maturity: 15, grace: 5 };
 * termsOf(fund).paymentsPerYear; // 2
 * ```
 */
export function termsOf(fund: Pick<Fund, 'rate' | 'maturity'> & Partial<Fund>): LoanTerms {
  if (fund.rate === undefined || fund.maturity === undefined)
    throw new RangeError('a loan needs its rate and maturity');
  return {
    rate: fund.rate,
    maturity: fund.maturity,
    grace: fund.grace ?? 0,
    paymentsPerYear: fund.payments ?? usualPayments,
    repayment: fund.repayment ?? 'equal principal',
    interestInGrace: fund.grace_interest ?? 'paid',
    upfrontFee: fund.upfront_fee ?? 0,
    commitmentFee: fund.commitment_fee ?? 0,
    guaranteeFee: fund.guarantee_fee ?? 0,
  };
}

/**
 * Terms in words, as they must stand beside every figure made from them.
 *
 * @param fund - of a plan
 * @example
 * ```ts
 * termsInWords({ kind: 'loan', rate: 0.03, maturity: 15, grace: 5, upfront_fee: 0.005 }); // '3 %, 15 years, 5 grace, 0.5 % up front'
 * ```
 */
export function termsInWords(fund: Partial<Fund>): string {
  const percent = (part: number) => `${Number((100 * part).toFixed(3))} %`;
  const fees = [
    [fund.upfront_fee, 'up front'],
    [fund.commitment_fee, 'on what is not drawn'],
    [fund.guarantee_fee, 'guarantee'],
  ] as const;
  if (fund.kind === 'grant') return 'grant';
  if (fund.kind === 'budget') return 'state budget';
  if (fund.kind === 'private') {
    return `private, ${percent(fund.equity_return ?? 0)} return, paid over ${fund.years ?? 0} years`;
  }
  const told = fees.flatMap(([fee, what]) => (fee ? [`${percent(fee)} ${what}`] : []));
  return [percent(fund.rate ?? 0), `${fund.maturity ?? 0} years`, `${fund.grace ?? 0} grace`, ...told].join(', ');
}
