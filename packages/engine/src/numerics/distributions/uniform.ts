import { checkAscending, checkProbability } from './probability.ts';

/**
 * Quantile of the uniform distribution.
 *
 * @param u - probability in [0, 1]
 * @param low - lower bound
 * @param high - upper bound, may equal `low`
 * @throws RangeError when `u` is no probability or the bounds are not in order
 *
 * @example
 * ```ts
 * uniformQuantile(0.25, 0, 8); // 2
 * ```
 */
export function uniformQuantile(u: number, low: number, high: number): number {
  checkProbability(u);
  checkAscending(low, high);
  return Math.min(high, low + u * (high - low));
}

/**
 * Share of the uniform distribution at or below `x`.
 *
 * @example
 * ```ts
 * uniformCdf(2, 0, 8); // 0.25
 * ```
 */
export function uniformCdf(x: number, low: number, high: number): number {
  checkAscending(low, high);
  if (x >= high) return 1;
  return x <= low ? 0 : (x - low) / (high - low);
}
