import { checkAscending, checkProbability } from './probability.ts';

/**
 * Quantile of the triangular distribution.
 *
 * Source: S. Kotz, J. R. van Dorp, Beyond Beta (2004), chapter 1.
 *
 * @param u - probability in [0, 1]
 * @param low - smallest value
 * @param mode - most likely value
 * @param high - largest value; all three may be equal
 * @throws RangeError when `u` is no probability or the three are not in ascending order
 *
 * @example
 * ```ts
 * triangularQuantile(0.5, 0, 1, 2); // 1
 * ```
 */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  checkProbability(u);
  checkAscending(low, mode, high);
  const width = high - low;
  if (width === 0) return low;
  if (u * width <= mode - low) return Math.min(high, low + Math.sqrt(u * width * (mode - low)));
  return Math.max(low, high - Math.sqrt((1 - u) * width * (high - mode)));
}

/**
 * Share of the triangular distribution at or below `x`.
 *
 * @example
 * ```ts
 * triangularCdf(1, 0, 1, 2); // 0.5
 * ```
 */
export function triangularCdf(x: number, low: number, mode: number, high: number): number {
  checkAscending(low, mode, high);
  if (x >= high) return 1;
  if (x <= low) return 0;
  const width = high - low;
  if (x <= mode) return ((x - low) / width) * ((x - low) / (mode - low));
  return 1 - ((high - x) / width) * ((high - x) / (high - mode));
}
