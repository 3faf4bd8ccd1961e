import { presentValue } from '../economy/index.ts';
import { needAboveZero } from '../numerics/ranges.ts';

/** A cover ratio, or why there is none. */
export type Cover =
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: 'none'; readonly reason: string };

/** Debt service cover of every year and its least and mean; years without service are null. */
export interface DebtServiceCover {
  readonly years: readonly (number | null)[];
  readonly least: Cover;
  readonly mean: Cover;
}

/**
 * Debt service cover ratio: cash available for debt service over interest, fees and principal, year by year.
 *
 * Source: project-finance convention; E. R. Yescombe, Principles of Project Finance, 2nd ed. (2013), 12.3.
 *
 * @param cash - available for debt service, by year
 * @param service - due, by year
 *
 * @example
 * ```ts
 * debtServiceCover([13, 26], [10, 10]).least; // { kind: 'ratio', ratio: 1.3 }
 * ```
 */
export function debtServiceCover(cash: readonly number[], service: readonly number[]): DebtServiceCover {
  const years = service.map((due, year) => (due > 0 ? (cash[year] ?? 0) / due : null));
  const told = years.filter((ratio) => ratio !== null);
  if (told.length === 0) {
    const none = { kind: 'none', reason: 'no debt service is due' } as const;
    return { years, least: none, mean: none };
  }
  const mean = told.reduce((sum, ratio) => sum + ratio, 0) / told.length;
  return { years, least: { kind: 'ratio', ratio: Math.min(...told) }, mean: { kind: 'ratio', ratio: mean } };
}

/**
 * Loan life cover ratio: present value, at the loan's rate, of the cash available over the rest of its life, over the debt.
 *
 * Source: as {@link debtServiceCover}.
 *
 * @param of - `cash` of the years after the date looked at, `debt` at that date, `rate` of the loan a year
 *
 * @example
 * ```ts
 * loanLifeCover({ cash: [60, 60], debt: 100, rate: 0.05 }); // { kind: 'ratio', ratio: 1.115646 }
 * ```
 */
export function loanLifeCover(of: {
  readonly cash: readonly number[];
  readonly debt: number;
  readonly rate: number;
}): Cover {
  if (!(of.debt > 0)) return { kind: 'none', reason: 'there is no debt' };
  return { kind: 'ratio', ratio: presentValue(of.cash, of.rate, 1) / of.debt };
}

/**
 * The largest debt that the cash carries at a target cover of every year, and the service that it then has: debt
 * sculpted to the cash.
 *
 * Source: as {@link debtServiceCover}.
 *
 * @param of - `cash` available by year, `cover` wanted, `rate` of the loan a year
 * @returns debt at the beginning, and its service by year
 * @throws RangeError of a cover of 0
 *
 * @example
 * ```ts
 * sculptedDebt({ cash: [26, 13], cover: 1.3, rate: 0.05 }).debt; // 28.117914
 * ```
 */
export function sculptedDebt(of: { readonly cash: readonly number[]; readonly cover: number; readonly rate: number }): {
  readonly debt: number;
  readonly service: readonly number[];
  readonly balances: readonly number[];
} {
  needAboveZero(of.cover, 'cover');
  const service = of.cash.map((cash) => cash / of.cover);
  const debt = presentValue(service, of.rate, 1);
  let balance = debt;
  const balances = service.map((due) => {
    balance = balance * (1 + of.rate) - due;
    return balance;
  });
  return { debt, service, balances };
}
