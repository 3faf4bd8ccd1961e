import { betaCdf, betaQuantile } from './beta.ts';
import { checkAscending, checkProbability } from './probability.ts';

/**
 * Quantile of the PERT distribution: a beta distribution stretched over [low, high] whose mean is
 * (low + λ·mode + high) / (λ + 2).
 *
 * Sources: D. Malcolm et al., Application of a technique for research and development program evaluation, Operations
 * Research 7 (1959); D. Vose, Risk Analysis, 3rd ed. (2008), for λ.
 *
 * @param u - probability in [0, 1]
 * @param low - smallest value
 * @param mode - most likely value
 * @param high - largest value; all three may be equal
 * @param lambda - weight of the mode, positive; 4 is the classic PERT
 * @throws RangeError when `u` is no probability or the three are not in ascending order
 *
 * @example
 * ```ts
 * pertQuantile(0.1, 4, 9, 20).toFixed(6); // '6.278921'
 * ```
 */
export function pertQuantile(u: number, low: number, mode: number, high: number, lambda = 4): number {
  checkProbability(u);
  checkAscending(low, mode, high);
  const width = high - low;
  if (width === 0) return low;
  const alpha = 1 + (lambda * (mode - low)) / width;
  const beta = 1 + (lambda * (high - mode)) / width;
  return Math.min(high, low + width * betaQuantile(u, alpha, beta));
}

/**
 * Share of the PERT distribution at or below `x`.
 *
 * @example
 * ```ts
 * pertCdf(20, 0, 10, 20); // 1
 * ```
 */
export function pertCdf(x: number, low: number, mode: number, high: number, lambda = 4): number {
  checkAscending(low, mode, high);
  if (x >= high) return 1;
  if (x <= low) return 0;
  const width = high - low;
  return betaCdf((x - low) / width, 1 + (lambda * (mode - low)) / width, 1 + (lambda * (high - mode)) / width);
}
