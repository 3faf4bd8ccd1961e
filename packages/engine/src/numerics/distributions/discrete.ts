import { checkProbability } from './probability.ts';

function total(weights: readonly number[]): number {
  let sum = 0;
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weight is ${weight}, expected 0 or more`);
    sum += weight;
  }
  if (!(sum > 0)) throw new RangeError('weights sum to 0, expected at least one above 0');
  return sum;
}

/**
 * Which of several weighted alternatives a probability falls on, in the order given.
 *
 * @param u - probability in [0, 1]
 * @param weights - none negative, not all 0; they need not sum to 1
 * @returns the index of an alternative whose weight is above 0
 * @throws RangeError when `u` is no probability or the weights are not as said
 *
 * @example
 * ```ts
 * weightedIndex(0.7, [1, 1]); // 1
 * ```
 */
export function weightedIndex(u: number, weights: readonly number[]): number {
  checkProbability(u);
  const goal = u * total(weights);
  let sum = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    last = i;
    sum += weights[i]!;
    if (goal < sum) return i;
  }
  return last;
}

/**
 * Quantile of a distribution on a few values: the smallest value with more than `u` of the weight at or below it.
 *
 * @param u - probability in [0, 1]
 * @param values - the values, in any order
 * @param weights - their weights, none negative, not all 0; they need not sum to 1
 * @throws RangeError when `u` is no probability, the weights are not as said, or the lists differ in length
 *
 * @example
 * ```ts
 * discreteQuantile(0.9, [22, 3.5], [1, 3]); // 22
 * ```
 */
export function discreteQuantile(u: number, values: readonly number[], weights: readonly number[]): number {
  if (values.length !== weights.length) {
    throw new RangeError(`${values.length} values have ${weights.length} weights`);
  }
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const index = weightedIndex(
    u,
    order.map((i) => weights[i]!),
  );
  return values[order[index]!]!;
}
