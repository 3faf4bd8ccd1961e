import { exp } from '../exponential.ts';
import { log } from '../logarithm.ts';
import { NORMAL_P90, normalCdf, normalQuantile } from './normal.ts';
import { checkAscending, checkPositive } from './probability.ts';

/**
 * Quantile of the lognormal distribution: e to a normal one.
 *
 * @param u - probability in [0, 1]
 * @param logMean - mean of the logarithm
 * @param logDeviation - standard deviation of the logarithm, not negative
 * @throws RangeError when `u` is no probability or the deviation is negative
 *
 * @example
 * ```ts
 * lognormalQuantile(0.5, 0, 1); // 1
 * ```
 */
export function lognormalQuantile(u: number, logMean: number, logDeviation: number): number {
  return exp(normalQuantile(u, logMean, logDeviation));
}

/**
 * Share of the lognormal distribution at or below `x`.
 *
 * @example
 * ```ts
 * lognormalCdf(1, 0, 1); // 0.5
 * ```
 */
export function lognormalCdf(x: number, logMean: number, logDeviation: number): number {
  return x <= 0 ? 0 : normalCdf(log(x), logMean, logDeviation);
}

/**
 * The lognormal distribution that has the given 10th and 90th percentile.
 *
 * @param p10 - value that one in ten falls below, positive
 * @param p90 - value that nine in ten fall below, at least `p10`
 * @throws RangeError when a percentile is not positive or they are not in order
 *
 * @example
 * ```ts
 * const { logMean, logDeviation } = lognormalFromP10P90(1, 1);
 * lognormalQuantile(0.3, logMean, logDeviation); // 1
 * ```
 */
export function lognormalFromP10P90(p10: number, p90: number): { logMean: number; logDeviation: number } {
  checkPositive('p10', p10);
  checkAscending(p10, p90);
  const below = log(p10);
  const above = log(p90);
  return { logMean: below + 0.5 * (above - below), logDeviation: (above - below) / (2 * NORMAL_P90) };
}
