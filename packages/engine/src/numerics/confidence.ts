import { mean, variance } from './statistics.ts';
import { studentTQuantile } from './student-t.ts';

/** A mean with the interval that holds the true one at some level of confidence, in the unit of the values. */
export interface ConfidenceInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Half of the width; `Infinity` of a single value. */
  readonly halfWidth: number;
}

/**
 * The two-sided confidence interval of a mean of independent values, by Student's t.
 *
 * Source: A. Law, Simulation Modeling and Analysis, 5th ed. (2015), 4.5.
 *
 * @param values - at least one number; of one alone the interval is unbounded
 * @param level - confidence in (0, 1), 0.95 unless said
 * @throws RangeError of no values, or when `level` is not in (0, 1)
 *
 * @example
 * ```ts
 * confidenceInterval([9, 11, 9, 11]).mean; // 10
 * ```
 */
export function confidenceInterval(values: ArrayLike<number> & Iterable<number>, level = 0.95): ConfidenceInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`level is ${level}, expected a number between 0 and 1`);
  const centre = mean(values);
  const n = values.length;
  if (n === 1) return { mean: centre, low: -Infinity, high: Infinity, halfWidth: Infinity };
  const halfWidth = studentTQuantile(0.5 + 0.5 * level, n - 1) * Math.sqrt(variance(values) / n);
  return { mean: centre, low: centre - halfWidth, high: centre + halfWidth, halfWidth };
}

/**
 * The means of consecutive batches of one long run: nearly independent where the values themselves are not, so that
 * {@link confidenceInterval} may be asked of them.
 *
 * Source: A. Law, Simulation Modeling and Analysis, 5th ed. (2015), 9.5.3.
 *
 * @param series - values in order of time, at least one for each batch
 * @param batches - number of batches of equal length, 2 or more; what does not fill them is left out at the start, where
 * a run is furthest from its steady state
 * @throws RangeError when there are fewer values than batches or fewer than two batches
 *
 * @example
 * ```ts
 * batchMeans([100, 1, 3, 5, 7], 2); // [2, 6]
 * ```
 */
export function batchMeans(series: ArrayLike<number>, batches: number): number[] {
  if (!Number.isInteger(batches) || batches < 2) {
    throw new RangeError(`batches is ${batches}, expected a whole number of at least 2`);
  }
  const size = Math.floor(series.length / batches);
  if (size === 0) throw new RangeError(`${series.length} values do not fill ${batches} batches`);
  const start = series.length - size * batches;
  return Array.from({ length: batches }, (_, batch) =>
    mean(Array.from({ length: size }, (_, i) => series[start + batch * size + i]!)),
  );
}
