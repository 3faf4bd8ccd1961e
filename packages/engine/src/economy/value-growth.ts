import { pow } from '../numerics/elementary.ts';
import { needFinite, needZeroOrMore } from '../numerics/ranges.ts';

/**
 * A value that grows with income, such as that of time or of a saved life: `v (1 + ε g)^t`.
 *
 * Source: DfT, TAG unit A1.3; European Commission, Guide to Cost–Benefit Analysis (2014).
 *
 * @param of - `value` of the base year, `incomeGrowth` g a year and a head, `elasticity` ε, `years` t from the base year
 * @throws RangeError when growth takes everything within a year
 *
 * @example
 * ```ts
 * grownValue({ value: 10, incomeGrowth: 0.045, elasticity: 0.8, years: 10 }); // 14.242871
 * ```
 */
export function grownValue(of: {
  readonly value: number;
  readonly incomeGrowth: number;
  readonly elasticity: number;
  readonly years: number;
}): number {
  needFinite(of.value, 'value');
  needZeroOrMore(of.years, 'years');
  const growth = 1 + of.elasticity * of.incomeGrowth;
  if (!(growth > 0)) throw new RangeError(`growth a year is ${growth - 1}, expected more than −1`);
  return of.value * pow(growth, of.years);
}
