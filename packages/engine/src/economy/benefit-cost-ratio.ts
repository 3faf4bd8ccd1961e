import { needFinite } from '../numerics/ranges.ts';

/** Present values of what a project costs and brings, all 0 or more in the usual case. */
export interface PresentValues {
  readonly benefit: number;
  readonly investment: number;
  /** Operation and maintenance. */
  readonly operatingCost: number;
  /** Revenue of the transport operator, part of `benefit`; only the transport-budget ratio asks for it. */
  readonly operatorRevenue?: number;
}

/**
 * Where operating cost stands: `all costs` below the line (ADB, EU), `net benefit over investment` above it,
 * `transport budget` (UK TAG): below stands what the transport budget pays in the end, costs less revenue.
 */
export type RatioConvention = 'all costs' | 'net benefit over investment' | 'transport budget';

/** A benefit–cost ratio, or why there is none. */
export type Ratio =
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: 'none'; readonly reason: 'costs are not above zero' };

/**
 * Benefit–cost ratio by a convention. The net present value is the same under each, the ratio is not: never compare
 * ratios of different conventions.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (2017); European Commission, Guide to Cost–Benefit
 * Analysis (2014); DfT, TAG unit A1.1.
 *
 * @param of - present values at one rate
 * @param convention - where operating cost and revenue stand
 * @throws RangeError of a value that is no number
 *
 * @example
 * ```ts
 * benefitCostRatio({ benefit: 150, investment: 100, operatingCost: 20 }, 'all costs'); // { kind: 'ratio', ratio: 1.25 }
 * ```
 */
export function benefitCostRatio(of: PresentValues, convention: RatioConvention): Ratio {
  const revenue = of.operatorRevenue ?? 0;
  for (const [name, value] of Object.entries(of)) needFinite(value, `present value of ${name}`);
  const [above, below] = {
    'all costs': [of.benefit, of.investment + of.operatingCost],
    'net benefit over investment': [of.benefit - of.operatingCost, of.investment],
    'transport budget': [of.benefit - revenue, of.investment + of.operatingCost - revenue],
  }[convention];
  return below > 0 ? { kind: 'ratio', ratio: above / below } : { kind: 'none', reason: 'costs are not above zero' };
}
