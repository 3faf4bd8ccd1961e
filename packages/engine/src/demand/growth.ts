import { pow } from '../numerics/elementary.ts';

/** Seconds of a year of 365.25 days, as the unit `year` has them. */
export const secondsPerYear = 31_557_600;

/** Growth of a market up to a year. */
export interface GrowthPeriod {
  /** Last year for which it holds. */
  readonly until: number;
  /** Growth a year, compounded yearly; 1/s, so that 4 % a year is 0.04 / `secondsPerYear`. */
  readonly rate: number;
}

/**
 * How much larger a market is in a year than in the base year, prices and service alike. After the last period it
 * stands still.
 *
 * @param periods - growth by period, in the order of years
 * @param base - the base year
 * @param year - the year looked at, from the base year on
 * @returns the factor, 1 in the base year
 * @example
 * ```ts
 * growthFactor([{ until: 2035, rate: 0.05 / secondsPerYear }], 2025, 2027); // 1.1025
 * ```
 */
export function growthFactor(periods: readonly GrowthPeriod[], base: number, year: number): number {
  let factor = 1;
  let since = base;
  for (const { until, rate } of periods) {
    const last = Math.min(until, year);
    if (last > since) {
      factor *= pow(1 + rate * secondsPerYear, last - since);
      since = last;
    }
  }
  return factor;
}
