import { checkProbability } from './probability.ts';

/** A distribution as its two functions, with the parameters filled in. */
export interface Distribution {
  /** Share at or below `x`. */
  readonly cdf: (x: number) => number;
  /** The value that a share `u` falls below. */
  readonly quantile: (u: number) => number;
}

const LEAST_SHARE = 1e-9;

/**
 * Quantile of a distribution of which only what lies between two bounds is kept.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), II.2.1 (inversion on a truncated range).
 *
 * @param u - probability in [0, 1]
 * @param distribution - the whole distribution
 * @param low - lower bound, may be −`Infinity`
 * @param high - upper bound, may be `Infinity`
 * @returns a value in [low, high]
 * @throws RangeError when `u` is no probability, or less than 1e-9 of the distribution lies between the bounds: then
 * they contradict it, and the digits that are left do not carry a quantile
 *
 * @example
 * ```ts
 * const delay = { cdf: (x) => normalCdf(x, 10, 5), quantile: (u) => normalQuantile(u, 10, 5) };
 * truncatedQuantile(0.5, delay, 0, 20); // 10
 * ```
 */
export function truncatedQuantile(u: number, distribution: Distribution, low: number, high: number): number {
  checkProbability(u);
  const below = low === -Infinity ? 0 : distribution.cdf(low);
  const share = (high === Infinity ? 1 : distribution.cdf(high)) - below;
  if (!(share >= LEAST_SHARE)) {
    throw new RangeError(`only ${share} of the distribution lies between ${low} and ${high}`);
  }
  return Math.min(high, Math.max(low, distribution.quantile(Math.min(1, below + u * share))));
}
