import { exp } from '../exponential.ts';
import { increasingRoot } from '../increasing-root.ts';
import { log } from '../logarithm.ts';
import { incompleteGamma } from '../special/incomplete-gamma.ts';
import { logGamma } from '../special/log-gamma.ts';
import { normalQuantile } from './normal.ts';
import { checkPositive, checkProbability } from './probability.ts';

/** Wilson and Hilferty's cube of a normal quantile, or the leading power of the series where that is below 0. */
function startingValue(u: number, shape: number, logGammaOfShape: number): number {
  const cube = 1 - 1 / (9 * shape) + normalQuantile(u) / (3 * Math.sqrt(shape));
  if (shape >= 1 && cube > 0.2) return shape * cube * cube * cube;
  const start = exp((log(u) + log(shape) + logGammaOfShape) / shape);
  return start < 1 ? start : Math.max(shape, 1);
}

/**
 * Quantile of the gamma distribution.
 *
 * Source: Newton's steps on the regularised incomplete gamma function inside a bracket; start by E. Wilson,
 * M. Hilferty, The distribution of chi-square, PNAS 17 (1931). Relative error about 1e-12.
 *
 * @param u - probability in [0, 1]
 * @param shape - shape, positive
 * @param scale - scale, positive; the mean is shape · scale
 * @returns `Infinity` at 1
 * @throws RangeError when `u` is no probability or a parameter is not positive
 *
 * @example
 * ```ts
 * gammaQuantile(0, 2, 1); // 0
 * ```
 */
export function gammaQuantile(u: number, shape: number, scale: number): number {
  checkProbability(u);
  checkPositive('shape', shape);
  checkPositive('scale', scale);
  if (u === 0) return 0;
  if (u === 1) return Infinity;
  const normaliser = logGamma(shape);
  const x = increasingRoot({
    value: (t) => incompleteGamma(shape, t, normaliser),
    slope: (t) => exp((shape - 1) * log(t) - t - normaliser),
    target: u,
    guess: startingValue(u, shape, normaliser),
    low: 0,
    high: Infinity,
  });
  return scale * x;
}

/**
 * Share of the gamma distribution at or below `x`.
 *
 * @example
 * ```ts
 * gammaCdf(0, 2, 1); // 0
 * ```
 */
export function gammaCdf(x: number, shape: number, scale: number): number {
  checkPositive('shape', shape);
  checkPositive('scale', scale);
  return incompleteGamma(shape, x / scale);
}

/**
 * Quantile of the Erlang distribution: the sum of `phases` independent exponential times of equal mean.
 *
 * Source: A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic
 * telephone exchanges (1917).
 *
 * @param u - probability in [0, 1]
 * @param phases - number of phases, a positive whole number; the coefficient of variation is 1/√phases
 * @param mean - mean of the sum, positive
 * @throws RangeError when a parameter is out of range
 *
 * @example
 * ```ts
 * erlangQuantile(0, 3, 600); // 0
 * ```
 */
export function erlangQuantile(u: number, phases: number, mean: number): number {
  if (!Number.isInteger(phases)) throw new RangeError(`phases is ${phases}, expected a positive whole number`);
  return gammaQuantile(u, phases, mean / phases);
}
