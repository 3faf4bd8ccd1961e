import { expm1 } from '../exponential.ts';
import { log1p } from '../logarithm.ts';
import { pow } from '../power.ts';
import { checkPositive, checkProbability } from './probability.ts';

/**
 * Quantile of the Weibull distribution.
 *
 * Source: W. Weibull, A statistical distribution function of wide applicability, J. Appl. Mech. 18 (1951).
 *
 * @param u - probability in [0, 1]
 * @param shape - shape, positive; 1 is the exponential distribution
 * @param scale - the value that 63 % fall below, positive
 * @throws RangeError when `u` is no probability or a parameter is not positive
 *
 * @example
 * ```ts
 * weibullQuantile(0.5, 1, 1); // Math.LN2
 * ```
 */
export function weibullQuantile(u: number, shape: number, scale: number): number {
  checkProbability(u);
  checkPositive('shape', shape);
  checkPositive('scale', scale);
  return u === 0 ? 0 : scale * pow(-log1p(-u), 1 / shape);
}

/**
 * Share of the Weibull distribution at or below `x`.
 *
 * @example
 * ```ts
 * weibullCdf(0, 2, 1); // 0
 * ```
 */
export function weibullCdf(x: number, shape: number, scale: number): number {
  checkPositive('shape', shape);
  checkPositive('scale', scale);
  return x <= 0 ? 0 : -expm1(-pow(x / scale, shape));
}
