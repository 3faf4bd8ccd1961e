import { needAboveZero } from '../numerics/ranges.ts';

/**
 * Funding gap: the part of the discounted investment that discounted net revenue does not pay,
 * `R = (DIC − DNR) / DIC`, from 0 to 1.
 *
 * Source: Council Regulation (EC) 1083/2006, article 55; European Commission, Guide to Cost–Benefit Analysis (2008, 2014).
 *
 * @param of - `investment` DIC and `netRevenue` DNR as present values
 * @returns part of the investment that revenue leaves open
 * @throws RangeError of an investment of 0
 *
 * @example
 * ```ts
 * fundingGap({ investment: 100, netRevenue: 35 }); // 0.65
 * ```
 */
export function fundingGap(of: { readonly investment: number; readonly netRevenue: number }): number {
  needAboveZero(of.investment, 'discounted investment');
  return Math.min(1, Math.max(0, (of.investment - of.netRevenue) / of.investment));
}
