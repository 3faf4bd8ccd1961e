import { expm1 } from '../exponential.ts';
import { log1p } from '../logarithm.ts';
import { checkPositive, checkProbability } from './probability.ts';

/**
 * Quantile of the exponential distribution.
 *
 * @param u - probability in [0, 1]
 * @param mean - mean, positive, e.g. mean time between failures
 * @throws RangeError when `u` is no probability or the mean is not positive
 *
 * @example
 * ```ts
 * exponentialQuantile(0.5, 1); // Math.LN2
 * ```
 */
export function exponentialQuantile(u: number, mean: number): number {
  checkProbability(u);
  checkPositive('mean', mean);
  return u === 0 ? 0 : -mean * log1p(-u);
}

/**
 * Share of the exponential distribution at or below `x`.
 *
 * @example
 * ```ts
 * exponentialCdf(0, 3); // 0
 * ```
 */
export function exponentialCdf(x: number, mean: number): number {
  checkPositive('mean', mean);
  return x <= 0 ? 0 : -expm1(-x / mean);
}
