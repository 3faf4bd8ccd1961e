import { betaQuantile } from './distributions/beta.ts';
import { checkPositive, checkProbability } from './distributions/probability.ts';

/**
 * Quantile of Student's t distribution.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17 and M. Abramowitz, I. Stegun (1964), 26.7.1: t²/(ν + t²)
 * is beta distributed with shapes ½ and ν/2. Relative error about 1e-12.
 *
 * @param p - probability in [0, 1]
 * @param degreesOfFreedom - positive, need not be whole
 * @returns ∓`Infinity` at 0 and 1
 * @throws RangeError when `p` is no probability or the degrees of freedom are not positive
 *
 * @example
 * ```ts
 * studentTQuantile(0.5, 9); // 0
 * ```
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  checkProbability(p);
  checkPositive('degreesOfFreedom', degreesOfFreedom);
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  if (tail === 0) return p < 0.5 ? -Infinity : Infinity;
  let t: number;
  if (tail < 0.25) {
    const y = betaQuantile(2 * tail, degreesOfFreedom / 2, 0.5);
    t = Math.sqrt((degreesOfFreedom * (1 - y)) / y);
  } else {
    const y = betaQuantile(1 - 2 * tail, 0.5, degreesOfFreedom / 2);
    t = Math.sqrt((degreesOfFreedom * y) / (1 - y));
  }
  return p < 0.5 ? -t : t;
}
