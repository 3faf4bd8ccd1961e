import { needAboveZero, needZeroOrMore } from '../numerics/ranges.ts';
import { annuityPayment } from './annuity.ts';
import { type LoanTerms, needLoanTerms } from './loan-terms.ts';

/** One payment period of a loan; money of its currency. */
export interface LoanPeriod {
  /** Years from the first drawdown to the end of the period. */
  readonly time: number;
  /** Drawn during the period, in the middle of it; in the first row of a loan drawn at once, at its beginning. */
  readonly drawn: number;
  /** Interest that falls due; the capitalised part is added to the debt. */
  readonly interest: number;
  readonly capitalised: number;
  readonly fees: number;
  readonly principal: number;
  /** Debt at the end of the period. */
  readonly balance: number;
}

/** A loan as it is drawn, served and repaid. */
export interface LoanSchedule {
  readonly terms: LoanTerms;
  readonly principal: number;
  /** Fee paid with the first drawdown. */
  readonly upfrontFee: number;
  /** True when it is drawn at once at the beginning. */
  readonly atOnce: boolean;
  readonly periods: readonly LoanPeriod[];
}

/** A loan: how much, when, on which terms. */
export interface Loan {
  readonly terms: LoanTerms;
  /** Face amount of a loan drawn at once, or amounts by year, spread evenly over the payments of their year. */
  readonly drawn: number | readonly number[];
  /**
   * Smallest unit of the currency, such as 0.01: every payment is rounded to it and the last one takes the rest. Without
   * it nothing is rounded.
   */
  readonly smallestUnit?: number;
}

/**
 * The schedule of a loan, payment by payment. Interest is due on the debt at the beginning of a period and for half a
 * period on what is drawn in it; the principal is repaid in full with the last payment.
 *
 * Source: IDC_t = r (B_(t−1) + D_t / 2), as in financial analyses of ADB and the World Bank; annuity and equal principal
 * as textbooks give them.
 *
 * @param loan - amount, drawdown and terms
 * @returns one row a payment
 * @throws RangeError of impossible terms, of a negative drawdown and of one after the last payment
 *
 * @example
 * ```ts
 * const terms = { rate: 0.06, maturity: 2, grace: 0, paymentsPerYear: 1, repayment: 'equal principal' };
 * loanSchedule({ terms, drawn: 100 }).periods.map(({ interest }) => interest); // [6, 3]
 * ```
 */
export function loanSchedule({ terms, drawn, smallestUnit }: Loan): LoanSchedule {
  needLoanTerms(terms);
  const draws = drawsByPeriod(terms, drawn);
  const principal = typeof drawn === 'number' ? drawn : drawn.reduce((sum, amount) => sum + amount, 0);
  needAboveZero(principal, 'loan');
  const atOnce = typeof drawn === 'number';
  const round = rounding(smallestUnit);
  const payments = Math.round(terms.maturity * terms.paymentsPerYear);
  const graced = Math.round(terms.grace * terms.paymentsPerYear);
  const rate = terms.rate / terms.paymentsPerYear;
  const share = (fee: number | undefined) => (fee ?? 0) / terms.paymentsPerYear;
  const periods: LoanPeriod[] = [];
  let balance = 0;
  let undrawn = principal;
  let afterGrace = 0;
  for (let period = 1; period <= payments; period++) {
    const draw = draws[period - 1] ?? 0;
    const bearing = balance + (atOnce ? draw : 0.5 * draw);
    const interest = round(rate * bearing);
    const idle = atOnce ? undrawn - draw : undrawn - 0.5 * draw;
    const fees = round(share(terms.commitmentFee) * idle + share(terms.guaranteeFee) * bearing);
    const capitalised = period <= graced && terms.interestInGrace === 'capitalised' ? interest : 0;
    balance += draw + capitalised;
    undrawn -= draw;
    if (period === graced + 1) afterGrace = balance;
    const due =
      period <= graced ? 0 : instalment(terms, afterGrace, balance, interest, period - graced, payments - graced);
    const repaid = period === payments ? balance : Math.min(round(due), balance);
    balance = period === payments ? 0 : balance - repaid;
    periods.push({
      time: period / terms.paymentsPerYear,
      drawn: draw,
      interest,
      capitalised,
      fees,
      principal: repaid,
      balance,
    });
  }
  return { terms, principal, upfrontFee: round((terms.upfrontFee ?? 0) * principal), atOnce, periods };
}

function instalment(
  { rate, paymentsPerYear, repayment }: LoanTerms,
  afterGrace: number,
  balance: number,
  interest: number,
  payment: number,
  payments: number,
): number {
  if (repayment === 'bullet') return 0;
  // What is drawn after grace is spread over the payments that are left.
  if (repayment === 'equal principal') return balance / (payments - payment + 1);
  if (repayment !== 'annuity') return afterGrace * repayment[payment - 1];
  const left = { principal: balance, rate: rate / paymentsPerYear, periods: payments - payment + 1 };
  return annuityPayment(left) - interest;
}

function drawsByPeriod({ grace, maturity, paymentsPerYear, repayment }: LoanTerms, drawn: Loan['drawn']): number[] {
  if (typeof drawn === 'number') return [drawn];
  const draws = drawn.flatMap((amount, year) => {
    needZeroOrMore(amount, `drawdown of year ${year + 1}`);
    return Array.from({ length: paymentsPerYear }, () => amount / paymentsPerYear);
  });
  const last = draws.findLastIndex((amount) => amount > 0) + 1;
  // Instalments that are given as parts of the loan are parts of all of it.
  const end = typeof repayment === 'string' ? maturity : grace;
  if (last >= Math.round(end * paymentsPerYear) + (typeof repayment === 'string' ? 0 : 2)) {
    throw new RangeError(`the loan is drawn until year ${last / paymentsPerYear}, expected before year ${end}`);
  }
  return draws.slice(0, last);
}

function rounding(unit: number | undefined): (amount: number) => number {
  if (unit === undefined) return (amount) => amount;
  needAboveZero(unit, 'smallest unit of the currency');
  // 0.01 is not a binary number, 100 is.
  const perOne = Math.round(1 / unit);
  return unit < 1 ? (amount) => Math.round(amount * perOne) / perOne : (amount) => Math.round(amount / unit) * unit;
}

/**
 * What the borrower receives and pays, period by period: drawdowns above 0, service below. The first entry is the
 * beginning, with the drawdown of a loan drawn at once and the up-front fee.
 *
 * @param schedule - of the loan
 * @returns flows with their time in years; drawdowns within a period stand in its middle
 *
 * @example
 * ```ts
 * const terms = { rate: 0.05, maturity: 1, grace: 0, paymentsPerYear: 1, repayment: 'bullet' };
 * borrowerFlows(loanSchedule({ terms, drawn: 100 })); // [{ time: 0, amount: 100 }, { time: 1, amount: -105 }]
 * ```
 */
export function borrowerFlows(schedule: LoanSchedule): { readonly time: number; readonly amount: number }[] {
  const half = 0.5 / schedule.terms.paymentsPerYear;
  const first = (schedule.atOnce ? schedule.principal : 0) - schedule.upfrontFee;
  const flows = schedule.periods.flatMap(({ time, drawn, interest, capitalised, fees, principal }) => {
    const drawing = schedule.atOnce || drawn === 0 ? [] : [{ time: time - half, amount: drawn }];
    return [...drawing, { time, amount: -(interest - capitalised + fees + principal) }];
  });
  return first === 0 ? flows : [{ time: 0, amount: first }, ...flows];
}
