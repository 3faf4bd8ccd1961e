import { pow } from '../numerics/elementary.ts';
import { needFinite, needWhole } from '../numerics/ranges.ts';
import { discountFactors, needDiscountRate, presentValue } from './discounting.ts';

/** What building costs by year, and what the first year of operation brings. */
export interface FirstYear {
  /** Capital cost of each year, from year 0 on. */
  readonly capital: readonly number[];
  /** Year in which it is first in use. */
  readonly opening: number;
  /** Net benefit of that year. */
  readonly benefit: number;
  readonly rate: number;
}

/**
 * First-year rate of return: the net benefit of the first year over the capital cost compounded to it. Below the discount
 * rate, the project is better begun later, if its benefits grow with the calendar and not with its age.
 *
 * Source: ODA, Overseas Road Note 5 (2005), chapter on economic analysis.
 *
 * @param of - capital by year, opening year, benefit of that year, discount rate a year
 * @returns rate of return, and whether to defer
 * @throws RangeError without capital, and of an opening before the last capital
 *
 * @example
 * ```ts
 * firstYearReturn({ capital: [40, 60], opening: 2, benefit: 14, rate: 0.1 }); // { rate: 0.122378, defer: false }
 * ```
 */
export function firstYearReturn({ capital, opening, benefit, rate }: FirstYear): { rate: number; defer: boolean } {
  needDiscountRate(rate);
  needWhole(opening, 0, 'opening year');
  needFinite(benefit, 'benefit of the first year');
  const last = capital.findLastIndex((cost) => cost !== 0);
  if (last > opening) throw new RangeError(`capital is spent in year ${last}, after the opening in year ${opening}`);
  const compounded = capital.reduce((sum, cost, year) => sum + cost * pow(1 + rate, opening - year), 0);
  if (!(compounded > 0)) throw new RangeError(`capital comes to ${compounded}, expected a number above 0`);
  return { rate: benefit / compounded, defer: benefit / compounded < rate };
}

/** A project that can be begun sooner or later. */
export interface Deferrable {
  /** Capital cost of each year of building, counted from its beginning. */
  readonly capital: readonly number[];
  /** Net benefit of each calendar year, from year 0 on, if it is in use then. */
  readonly benefits: readonly number[];
  readonly rate: number;
  /** Years for which it lasts once opened; to the end of the benefits when left out. */
  readonly life?: number;
}

/**
 * The opening year with the greatest present value: every year is tried in which it could be built and opened within the
 * years for which benefits are known.
 *
 * @param of - capital by year of building, benefits by calendar year, discount rate a year
 * @returns the year and its net present value, and those of every other year
 * @throws RangeError when it cannot be built within the years
 *
 * @example
 * ```ts
 * optimalOpening({ capital: [100], benefits: [0, 4, 8, 12, 16, 20, 24], rate: 0.1, life: 3 }).year; // 4
 * ```
 */
export function optimalOpening({ capital, benefits, rate, life = Infinity }: Deferrable): {
  readonly year: number;
  readonly value: number;
  readonly values: readonly { readonly year: number; readonly value: number }[];
} {
  const factors = discountFactors(rate, benefits.length);
  const values: { year: number; value: number }[] = [];
  for (let year = capital.length; year < benefits.length && year + Math.min(life, 1) <= benefits.length; year++) {
    if (life !== Infinity && year + life > benefits.length) break;
    const cost = presentValue(capital, rate) * factors[year - capital.length];
    const used = benefits.map((benefit, at) => (at >= year && at < year + life ? benefit : 0));
    values.push({ year, value: presentValue(used, rate) - cost });
  }
  if (values.length === 0) throw new RangeError('it cannot be built and opened within the years of its benefits');
  const best = values.reduce((a, b) => (b.value > a.value ? b : a));
  return { ...best, values };
}
