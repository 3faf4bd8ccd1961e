import type { borrowerTable, Drawn } from '../corridor/index.ts';
import { type CurrencyPath, exchangeRate, priceIndex } from '../economy/index.ts';
import { pow } from '../numerics/elementary.ts';
import type { FinancedPlan } from './finance-plan.ts';

/** A plan's debt against what the borrower earns, as parts of each year's amount. */
export interface DebtBurden {
  readonly debtOverProduct: readonly number[];
  readonly serviceOverExports: readonly number[];
  readonly serviceOverRevenue: readonly number[];
  readonly most: {
    readonly debtOverProduct: number;
    readonly serviceOverExports: number;
    readonly serviceOverRevenue: number;
  };
}

/**
 * Burden of a plan on public debt: its debt over the product, its service over exports and over the government's revenue.
 * Product, exports and revenue grow together.
 *
 * @param plan - as worked out
 * @param borrower - product, exports and revenue a second, money of account at prices of the base year; real growth
 * @param of - path of the borrower's currency and prices of the currency of account
 * @example
 * ```ts
 * debtBurden(plan, borrower, { own, account }).most.debtOverProduct; // 0.012
 * ```
 */
export function debtBurden(
  plan: Pick<FinancedPlan, 'years' | 'debt' | 'service'>,
  borrower: Drawn<typeof borrowerTable>,
  of: { readonly own: CurrencyPath; readonly account: CurrencyPath; readonly secondsPerYear: number },
): DebtBurden {
  const base = plan.years[0];
  // A year's amount in the borrower's nominal money.
  const amount = (aSecond: number, year: number) =>
    aSecond *
    of.secondsPerYear *
    pow(1 + borrower.growth, year - base) *
    priceIndex(of.account.prices, year) *
    (of.own.code === of.account.code ? 1 : exchangeRate(of.own, of.account.prices, year));
  const over = (values: readonly number[], aSecond: number) =>
    values.map((value, index) => value / amount(aSecond, plan.years[index]));
  const debtOverProduct = over(plan.debt, borrower.product);
  const serviceOverExports = over(plan.service, borrower.exports);
  const serviceOverRevenue = over(plan.service, borrower.revenue);
  const most = (values: readonly number[]) => Math.max(0, ...values);
  return {
    debtOverProduct,
    serviceOverExports,
    serviceOverRevenue,
    most: {
      debtOverProduct: most(debtOverProduct),
      serviceOverExports: most(serviceOverExports),
      serviceOverRevenue: most(serviceOverRevenue),
    },
  };
}
