import { pow } from '../numerics/elementary.ts';
import { needAboveZero, needFinite, needWhole, needZeroOrMore } from '../numerics/ranges.ts';
import { discountFactors, needDiscountRate } from './discounting.ts';

/**
 * Residual value of an asset as the part of its cost that its remaining life is of its whole life.
 *
 * Source: European Commission, Guide to Cost–Benefit Analysis (2014), 2.8.5, second method.
 *
 * @param of - `cost` when new, `life` years, `age` years at the horizon
 * @throws RangeError of a life of 0 and of a negative age
 *
 * @example
 * ```ts
 * remainingLifeValue({ cost: 120, life: 60, age: 30 }); // 60
 * ```
 */
export function remainingLifeValue(of: { readonly cost: number; readonly life: number; readonly age: number }): number {
  needAboveZero(of.life, 'life');
  needZeroOrMore(of.age, 'age');
  return of.cost * Math.max(0, 1 - of.age / of.life);
}

/**
 * Residual value as what the years after the horizon still bring: the net flow of the last year, growing, over the
 * remaining life, discounted to the horizon. The method that is preferred where flows are known.
 *
 * Source: as {@link remainingLifeValue}, first method.
 *
 * @param of - `flow` of the last year before the horizon, its `growth` a year, `years` of remaining life, `rate` a year
 * @returns value at the horizon
 * @throws RangeError of a rate of −100 % or less, and of years that are not whole
 *
 * @example
 * ```ts
 * remainingFlowsValue({ flow: 10, growth: 0, years: 20, rate: 0.05 }); // 124.6221
 * ```
 */
export function remainingFlowsValue(of: {
  readonly flow: number;
  readonly growth?: number;
  readonly years: number;
  readonly rate: number;
}): number {
  needWhole(of.years, 0, 'years of remaining life');
  needDiscountRate(of.rate);
  needFinite(of.flow, 'flow of the last year');
  const growth = 1 + (of.growth ?? 0);
  return discountFactors(of.rate, of.years)
    .slice(1)
    .reduce((sum, factor, index) => sum + factor * of.flow * pow(growth, index + 1), 0);
}
