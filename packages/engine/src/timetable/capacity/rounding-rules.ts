import { needZeroOrMore } from '../../numerics/ranges.ts';

/** Counts closer than this to the next step are on it: 32.0 computed as 31.999999999 stays 32. */
const ROUNDING = 1e-9;

/**
 * The capacity of a parallel diagram as it is reported: with one decimal.
 *
 * Source: Chinese rule for section carrying capacity (区间通过能力的取值).
 *
 * @param count - pairs or trains a day, 0 or more
 * @throws RangeError of a negative count
 *
 * @example
 * ```ts
 * toOneDecimal(39.7059); // 39.7
 * ```
 */
export function toOneDecimal(count: number): number {
  needZeroOrMore(count, 'count');
  return Math.round(count * 10) / 10;
}

/**
 * Pairs a day as the non-parallel diagram reports them: less than half a pair is dropped, half a pair and more but less
 * than a whole one counts half.
 *
 * Source: as {@link toOneDecimal}.
 *
 * @param pairs - pairs a day, 0 or more
 * @throws RangeError of a negative count
 *
 * @example
 * ```ts
 * reportedPairs(32.7); // 32.5
 * ```
 */
export function reportedPairs(pairs: number): number {
  needZeroOrMore(pairs, 'pairs');
  return Math.floor((pairs + ROUNDING) * 2) / 2;
}

/**
 * Trains a day as the non-parallel diagram reports them: less than a whole train is dropped.
 *
 * Source: as {@link toOneDecimal}.
 *
 * @param trains - trains a day, 0 or more
 * @throws RangeError of a negative count
 *
 * @example
 * ```ts
 * reportedTrains(79.6); // 79
 * ```
 */
export function reportedTrains(trains: number): number {
  needZeroOrMore(trains, 'trains');
  return Math.floor(trains + ROUNDING);
}
