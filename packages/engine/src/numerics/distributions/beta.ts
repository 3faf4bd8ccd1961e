import { exp } from '../exponential.ts';
import { increasingRoot } from '../increasing-root.ts';
import { log, log1p } from '../logarithm.ts';
import { incompleteBeta } from '../special/incomplete-beta.ts';
import { logBeta } from '../special/log-gamma.ts';
import { normalQuantile } from './normal.ts';
import { checkPositive, checkProbability } from './probability.ts';

/** Abramowitz and Stegun 26.5.22 for both parameters of at least 1, the leading power at either end otherwise. */
function startingValue(u: number, a: number, b: number): number {
  if (a >= 1 && b >= 1) {
    const y = -normalQuantile(u);
    const lambda = (y * y - 3) / 6;
    const p = 1 / (2 * a - 1);
    const q = 1 / (2 * b - 1);
    const h = 2 / (p + q);
    const w = (y * Math.sqrt(h + lambda)) / h - (q - p) * (lambda + 5 / 6 - 2 / (3 * h));
    const start = a / (a + b * exp(2 * w));
    if (start > 0 && start < 1) return start;
    return a / (a + b);
  }
  const left = exp(a * log(a / (a + b))) / a;
  const right = exp(b * log(b / (a + b))) / b;
  const share = left / (left + right);
  const start = u < share ? exp(log(a * (left + right) * u) / a) : 1 - exp(log(b * (left + right) * (1 - u)) / b);
  return start > 0 && start < 1 ? start : a / (a + b);
}

/**
 * Quantile of the beta distribution on [0, 1].
 *
 * Source: Newton's steps on the regularised incomplete beta function inside a bracket; start by M. Abramowitz,
 * I. Stegun, Handbook of Mathematical Functions (1964), 26.5.22. Relative error about 1e-12.
 *
 * @param u - probability in [0, 1]
 * @param alpha - first shape, positive
 * @param beta - second shape, positive
 * @throws RangeError when `u` is no probability or a shape is not positive
 *
 * @example
 * ```ts
 * betaQuantile(0.1, 2, 3).toFixed(9); // '0.142559317'
 * ```
 */
export function betaQuantile(u: number, alpha: number, beta: number): number {
  checkProbability(u);
  checkPositive('alpha', alpha);
  checkPositive('beta', beta);
  if (u === 0 || u === 1) return u;
  if (alpha === 1 && beta === 1) return u;
  const normaliser = logBeta(alpha, beta);
  return increasingRoot({
    value: (x) => incompleteBeta(x, alpha, beta, normaliser),
    slope: (x) => exp((alpha - 1) * log(x) + (beta - 1) * log1p(-x) - normaliser),
    target: u,
    guess: startingValue(u, alpha, beta),
    low: 0,
    high: 1,
  });
}

/**
 * Share of the beta distribution at or below `x`.
 *
 * @example
 * ```ts
 * betaCdf(0.5, 1, 1); // 0.5
 * ```
 */
export function betaCdf(x: number, alpha: number, beta: number): number {
  checkPositive('alpha', alpha);
  checkPositive('beta', beta);
  return incompleteBeta(x, alpha, beta);
}
