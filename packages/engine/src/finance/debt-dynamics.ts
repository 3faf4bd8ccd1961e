import { needAboveZero } from '../numerics/ranges.ts';

/** What moves public debt from one year to the next; all but `debt` a year and as parts. */
export interface DebtMotion {
  /** Debt of the year before, as a part of the product of that year. */
  readonly debt: number;
  /** Part of it in foreign money. */
  readonly foreignPart: number;
  readonly domesticRate: number;
  readonly foreignRate: number;
  /** Rise of the price of foreign money. */
  readonly depreciation: number;
  /** Growth of the product, in the prices in which the rates are. */
  readonly growth: number;
  /** Surplus before interest, as a part of the product. */
  readonly primaryBalance: number;
}

/**
 * Debt of the next year as a part of the product:
 * `d_t = d_(t−1) [(1 − α)(1 + r_d) + α (1 + r_f)(1 + ε)] / (1 + g) − pb_t`.
 *
 * Source: IMF, Staff Guidance Note for Public Debt Sustainability Analysis in Market-Access Countries (2013), annex.
 *
 * @param of - what moves it
 * @throws RangeError when the product shrinks to nothing
 *
 * @example
 * ```ts
 * nextDebt({ debt: 0.4, foreignPart: 0.5, domesticRate: 0.06, foreignRate: 0.02, depreciation: 0.03, growth: 0.1, primaryBalance: 0 }); // 0.383745
 * ```
 */
export function nextDebt(of: DebtMotion): number {
  needAboveZero(1 + of.growth, 'product against the year before');
  const grown =
    (1 - of.foreignPart) * (1 + of.domesticRate) + of.foreignPart * (1 + of.foreignRate) * (1 + of.depreciation);
  return (of.debt * grown) / (1 + of.growth) - of.primaryBalance;
}
