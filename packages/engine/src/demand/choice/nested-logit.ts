import { exp, log } from '../../numerics/elementary.ts';

/** One alternative of a nested logit. */
export interface LogitAlternative {
  /** Systematic utility. */
  readonly utility: number;
  /** Index of its nest in {@link NestedLogit.nests}; an alternative on its own has a nest of its own. */
  readonly nest: number;
  /** Chance that the alternative can be had at all, above 0 to 1; 1 when left out. */
  readonly availability?: number;
}

/** A nested logit with one level of nests. */
export interface NestedLogit {
  readonly alternatives: readonly LogitAlternative[];
  /** Dissimilarity parameter τ of each nest, above 0 to 1; 1 for all is the multinomial logit. */
  readonly nests: readonly number[];
}

/** Choice probabilities with the logsum. */
export interface LogitChoice {
  readonly probabilities: readonly number[];
  /** Expected utility of the best alternative, up to a constant: ln Σ_m exp(τ_m I_m). */
  readonly logsum: number;
}

/**
 * Choice probabilities of a nested logit (McFadden 1978; Train 2009, ch. 4): P(i) = P(i|m) P(m) with
 * P(i|m) ∝ a_i exp(V_i / τ_m), inclusive value I_m = ln Σ a_i exp(V_i / τ_m) and P(m) ∝ exp(τ_m I_m). Computed relative
 * to the largest term, so that no utility over- or underflows.
 *
 * @param model - at least one alternative, every nest index valid
 * @returns probabilities in the order of the alternatives, adding up to 1, and the logsum
 * @example
 * ```ts
 * const two = [{ utility: 0, nest: 0 }, { utility: 0, nest: 1 }];
 * chooseNested({ alternatives: two, nests: [1, 1] }).probabilities; // [0.5, 0.5]
 * ```
 */
export function chooseNested({ alternatives, nests }: NestedLogit): LogitChoice {
  const peaks = nests.map(() => -Infinity);
  const scaled = alternatives.map(({ utility, nest, availability = 1 }) => utility / nests[nest] + log(availability));
  for (const [i, { nest }] of alternatives.entries()) peaks[nest] = Math.max(peaks[nest], scaled[i]);
  const weights = alternatives.map(({ nest }, i) => exp(scaled[i] - peaks[nest]));
  const sums = nests.map(() => 0);
  for (const [i, { nest }] of alternatives.entries()) sums[nest] += weights[i];
  const values = nests.map((tau, m) => (sums[m] > 0 ? tau * (peaks[m] + log(sums[m])) : -Infinity));
  const peak = Math.max(...values);
  const nestWeights = values.map((value) => (value === -Infinity ? 0 : exp(value - peak)));
  const total = nestWeights.reduce((sum, weight) => sum + weight, 0);
  return {
    probabilities: alternatives.map(({ nest }, i) => (weights[i] / sums[nest]) * (nestWeights[nest] / total)),
    logsum: peak + log(total),
  };
}

/**
 * Alternative-specific constants under which a nested logit gives exactly the observed shares (the closed form of
 * Berry's inversion, 1994): c_i = τ_m ln P(i|m) + ln P(m) − v_i, with v_i the rest of the utility.
 *
 * @param observed - share (above 0, adding up to 1), rest of the utility and nest of each alternative
 * @param nests - dissimilarity parameter of each nest
 * @returns one constant an alternative; only their differences mean something
 * @example
 * ```ts
 * constantsFromShares([{ share: 0.5, rest: -1, nest: 0 }, { share: 0.5, rest: -3, nest: 1 }], [1, 1]); // they differ by 2
 * ```
 */
export function constantsFromShares(
  observed: ReadonlyArray<{ readonly share: number; readonly rest: number; readonly nest: number }>,
  nests: readonly number[],
): number[] {
  const shares = nests.map(() => 0);
  for (const { share, nest } of observed) shares[nest] += share;
  return observed.map(({ share, rest, nest }) => nests[nest] * log(share / shares[nest]) + log(shares[nest]) - rest);
}
