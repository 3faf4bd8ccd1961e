import { confidenceInterval, mean } from '../../numerics/index.ts';
import type { Samples } from '../join/service-tally.ts';

/** A time as it was found in several replications. All s. */
export interface TimeSpread {
  readonly count: number;
  readonly mean: number;
  /** Half of the 95 % interval of the mean, by Student's t over replications; null of a single one. */
  readonly halfWidth: number | null;
  readonly deviation: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * Times of several replications as one: mean of the replications' means with its interval, quantiles of all values.
 *
 * @param replications - one list each; those without values are left out
 * @returns the spread, or null when nothing arrived
 * @example
 * ```ts
 * spreadOf([samples])?.p50; // s
 * ```
 */
export function spreadOf(replications: readonly Samples[]): TimeSpread | null {
  const some = replications.filter(({ count }) => count > 0);
  if (some.length === 0) return null;
  const means = some.map((samples) => samples.mean);
  const pairs = some.flatMap(({ values, weights, kept }) =>
    Array.from({ length: kept }, (_, i) => [values[i]!, weights[i]!] as const),
  );
  pairs.sort((a, b) => a[0] - b[0]);
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  const quantile = (p: number) => {
    let left = p * total;
    for (const [value, weight] of pairs) {
      left -= weight;
      if (left <= 0) return value;
    }
    return pairs.at(-1)![0];
  };
  return {
    count: some.reduce((sum, { count }) => sum + count, 0),
    mean: mean(means),
    halfWidth: means.length > 1 ? confidenceInterval(means).halfWidth : null,
    deviation: mean(some.map((samples) => samples.deviation)),
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
  };
}
