import { needFinite, needShare, needWhole, needZeroOrMore } from '../numerics/ranges.ts';

/** How the principal is paid back after grace. */
export type Repayment =
  | 'equal principal'
  | 'annuity'
  /** All at the end. */
  | 'bullet'
  /** Parts of the principal by payment after grace, which add up to 1. */
  | readonly number[];

/** What a loan costs; rates a year, parts of the face amount. */
export interface LoanTerms {
  /** Interest a year, nominal. */
  readonly rate: number;
  /** Years from the first drawdown to the last payment. */
  readonly maturity: number;
  /** Years in which no principal is due; the first instalment comes one payment after them. */
  readonly grace: number;
  /** 1, 2, 4 or 12. */
  readonly paymentsPerYear: number;
  readonly repayment: Repayment;
  /** Added to the debt instead of being paid in grace; paid when left out. */
  readonly interestInGrace?: 'paid' | 'capitalised';
  /** Of the face amount, paid with the first drawdown. */
  readonly upfrontFee?: number;
  /** A year, of what has not been drawn. */
  readonly commitmentFee?: number;
  /** A year, of the debt; guarantee and insurance. */
  readonly guaranteeFee?: number;
}

/**
 * Throws a RangeError unless terms make a loan: grace shorter than the maturity, whole numbers of payments, rates above
 * −100 %, parts of an irregular repayment that add up to 1.
 *
 * @param terms - of the loan
 * @example
 * ```ts
 * needLoanTerms({ rate: 0.03, maturity: 15, grace: 5, paymentsPerYear: 2, repayment: 'annuity' }); // undefined
 * ```
 */
export function needLoanTerms(terms: LoanTerms): void {
  const { rate, maturity, grace, paymentsPerYear, repayment } = terms;
  if (![1, 2, 4, 12].includes(paymentsPerYear)) {
    throw new RangeError(`payments a year are ${paymentsPerYear}, expected 1, 2, 4 or 12`);
  }
  if (!(rate > -1 && rate < Infinity)) throw new RangeError(`interest is ${100 * rate} %, expected more than −100 %`);
  needZeroOrMore(grace, 'grace');
  needWhole(maturity * paymentsPerYear, 1, 'number of payments until maturity');
  needWhole(grace * paymentsPerYear, 0, 'number of payments in grace');
  if (grace >= maturity)
    throw new RangeError(`grace is ${grace} years, expected less than the maturity of ${maturity}`);
  needShare(terms.upfrontFee ?? 0, 'up-front fee');
  needShare(terms.commitmentFee ?? 0, 'commitment fee');
  needShare(terms.guaranteeFee ?? 0, 'guarantee fee');
  if (typeof repayment === 'string') return;
  const payments = Math.round((maturity - grace) * paymentsPerYear);
  if (repayment.length !== payments) {
    throw new RangeError(`${repayment.length} instalments are given, expected ${payments} after grace`);
  }
  for (const part of repayment) needFinite(part, 'instalment');
  const whole = repayment.reduce((sum, part) => sum + part, 0);
  if (!(Math.abs(whole - 1) <= 1e-9)) throw new RangeError(`instalments add up to ${whole} of the loan, expected 1`);
}
