import { compensatedSum } from './summation.ts';

function needSome(values: ArrayLike<number>, least: number, what: string): void {
  if (values.length < least) {
    throw new RangeError(`${what} of ${values.length} values, expected at least ${least}`);
  }
}

/**
 * The arithmetic mean.
 *
 * @param values - at least one number
 * @throws RangeError of no values
 *
 * @example
 * ```ts
 * mean([1, 2, 6]); // 3
 * ```
 */
export function mean(values: ArrayLike<number> & Iterable<number>): number {
  needSome(values, 1, 'mean');
  return compensatedSum(values) / values.length;
}

/**
 * The mean of values that count by weight.
 *
 * @param values - at least one number
 * @param weights - one for each value, none negative, not all 0
 * @throws RangeError when the weights are not as said
 *
 * @example
 * ```ts
 * weightedMean([1, 5], [3, 1]); // 2
 * ```
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  needSome(values, 1, 'weighted mean');
  if (weights.length !== values.length) {
    throw new RangeError(`${values.length} values have ${weights.length} weights`);
  }
  const products: number[] = [];
  const used: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weight is ${weight}, expected 0 or more`);
    used.push(weight);
    products.push(weight === 0 ? 0 : weight * values[i]!);
  }
  const total = compensatedSum(used);
  if (!(total > 0)) throw new RangeError('weights sum to 0, expected at least one above 0');
  return compensatedSum(products) / total;
}

/**
 * The unbiased sample variance, Σ(x − mean)² / (n − 1), in two passes.
 *
 * Source: T. Chan, G. Golub, R. LeVeque, Algorithms for computing the sample variance, American Statistician 37 (1983).
 *
 * @param values - at least two numbers
 * @throws RangeError of fewer than two values
 *
 * @example
 * ```ts
 * variance([1, 2, 3, 4]); // 5 / 3
 * ```
 */
export function variance(values: ArrayLike<number> & Iterable<number>): number {
  needSome(values, 2, 'variance');
  const centre = mean(values);
  const squares = Array.from(values, (value) => (value - centre) * (value - centre));
  return compensatedSum(squares) / (values.length - 1);
}

/**
 * The standard deviation of a sample: the square root of {@link variance}.
 *
 * @param values - at least two numbers
 * @throws RangeError of fewer than two values
 *
 * @example
 * ```ts
 * standardDeviation([1, 3]); // Math.SQRT2
 * ```
 */
export function standardDeviation(values: ArrayLike<number> & Iterable<number>): number {
  return Math.sqrt(variance(values));
}

/**
 * A quantile of a sample, linear between order statistics: type 7 of Hyndman and Fan, the default of R and NumPy.
 *
 * Source: R. Hyndman, Y. Fan, Sample quantiles in statistical packages, American Statistician 50 (1996).
 *
 * @param values - at least one number, in any order; left as they are
 * @param p - probability in [0, 1]
 * @throws RangeError of no values, of a NaN among them, or when `p` is no probability
 *
 * @example
 * ```ts
 * quantileType7([4, 1, 3, 2], 0.5); // 2.5
 * ```
 */
export function quantileType7(values: ArrayLike<number>, p: number): number {
  return quantilesType7(values, [p])[0]!;
}

/**
 * Several quantiles of a sample, sorted once; see {@link quantileType7}.
 *
 * @param values - at least one number, in any order; left as they are
 * @param probabilities - each in [0, 1]
 * @throws RangeError as {@link quantileType7}
 *
 * @example
 * ```ts
 * quantilesType7([0, 10], [0.1, 0.5, 0.9]); // [1, 5, 9]
 * ```
 */
export function quantilesType7(values: ArrayLike<number>, probabilities: readonly number[]): number[] {
  needSome(values, 1, 'quantile');
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  if (Number.isNaN(sorted[last])) throw new RangeError('quantile of values with a NaN among them');
  return probabilities.map((p) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`probability is ${p}, expected a number from 0 to 1`);
    const place = p * last;
    const index = Math.floor(place);
    const left = sorted[index]!;
    const share = place - index;
    return share === 0 ? left : left + share * (sorted[index + 1]! - left);
  });
}
