import { needZeroOrMore } from '../numerics/ranges.ts';

/** One year of construction. */
export interface ConstructionYear {
  readonly drawn: number;
  readonly interest: number;
  /** Debt at the end of the year, with the interest added to it. */
  readonly balance: number;
}

/**
 * Interest during construction when it is added to the debt: `IDC_t = r (B_(t−1) + D_t / 2)`, money drawn in the middle
 * of each year.
 *
 * Source: convention of financial analyses of ADB and the World Bank.
 *
 * @param drawdowns - one a year, 0 or more
 * @param rate - interest a year, 0 or more
 * @returns the years, all interest, and the debt at completion
 * @throws RangeError of a negative drawdown or rate
 *
 * @example
 * ```ts
 * constructionInterest([100, 200, 100], 0.06).interest; // 37.0908
 * ```
 */
export function constructionInterest(
  drawdowns: readonly number[],
  rate: number,
): { readonly years: readonly ConstructionYear[]; readonly interest: number; readonly balance: number } {
  needZeroOrMore(rate, 'interest');
  const years: ConstructionYear[] = [];
  let balance = 0;
  let total = 0;
  for (const [year, drawn] of drawdowns.entries()) {
    needZeroOrMore(drawn, `drawdown of year ${year + 1}`);
    const interest = rate * (balance + drawn / 2);
    balance += drawn + interest;
    total += interest;
    years.push({ drawn, interest, balance });
  }
  return { years, interest: total, balance };
}
