import { exp } from '../exponential.ts';
import { log } from '../logarithm.ts';
import { logGamma } from './log-gamma.ts';

const CLOSE = 1.1102230246251565e-16;
const TINY = 1e-300;
const MOST_TERMS = 10_000;

/**
 * The regularised lower incomplete gamma function P(a, x), the share of a gamma distribution below `x`.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 (series, x < a + 1) and 8.9.2 (continued fraction by
 * the modified method of Lentz, above). Relative error about 1e-13 for `a` up to 1000.
 *
 * @param a - shape, positive
 * @param x - a number
 * @param logGammaOfA - ln Γ(a) where the caller has it
 * @returns a number in [0, 1]
 *
 * @example
 * ```ts
 * incompleteGamma(2, 0); // 0
 * ```
 */
export function incompleteGamma(a: number, x: number, logGammaOfA = logGamma(a)): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  const front = exp(a * log(x) - x - logGammaOfA);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n <= MOST_TERMS && term > sum * CLOSE; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, sum * front);
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) <= 2 * CLOSE) break;
  }
  return 1 - front * value;
}
