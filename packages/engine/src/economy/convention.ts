import type { Model } from '../corridor/index.ts';
import type { Convention } from './cost-benefit.ts';

/**
 * The rules of an appraisal convention as the comparison needs them.
 *
 * @param model - the corridor as drawn
 * @param id - of the convention
 * @returns rates, ratio, prices and residual value, and the years of operation that are counted
 * @example
 * ```ts
 * conventionOf(model, 'adb').operatingYears; // 30
 * ```
 */
export function conventionOf(model: Model, id: string): Convention & { readonly operatingYears: number } {
  const { discount, ratio, numeraire, residual, operating_years } = model.conventions[id];
  return { rate: Object.values(discount), ratio, numeraire, residual, operatingYears: operating_years };
}
