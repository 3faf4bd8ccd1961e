import { erf, exp, log, normalQuantile } from '../numerics/index.ts';

/**
 * Share of a round cell that is covered, where its edge is covered with a given probability: shadowing is lognormal
 * and loss grows with the power `exponent` of distance.
 *
 * Source: W. C. Jakes, Microwave Mobile Communications (1974), 2.5. A much-quoted 94 % for (75 %, n = 4, σ = 8 dB) is
 * not what the formula gives; it gives 90.7 %.
 *
 * @param edge - probability at the edge, above 0 and below 1
 * @param exponent - of the loss with distance, above 0; 2 in free space, 3 to 4 on the ground
 * @param deviation - standard deviation of shadowing, dB, above 0
 * @returns share of the area, 0 to 1
 * @throws RangeError of values out of range
 *
 * @example
 * ```ts
 * coveredArea(0.9, 4, 8); // 0.9687
 * ```
 */
export function coveredArea(edge: number, exponent: number, deviation: number): number {
  if (!(edge > 0 && edge < 1)) throw new RangeError(`probability at the edge is ${edge}, expected between 0 and 1`);
  if (!(exponent > 0 && deviation > 0))
    throw new RangeError(`exponent ${exponent} and deviation ${deviation} dB, expected above 0`);
  const a = -normalQuantile(edge) / Math.SQRT2;
  const b = (10 * exponent * (1 / log(10))) / (deviation * Math.SQRT2);
  return 0.5 * (1 - erf(a) + exp((1 - 2 * a * b) / (b * b)) * (1 - erf((1 - a * b) / b)));
}

/**
 * Margin above the threshold that makes a place covered with a given probability.
 *
 * @param probability - above 0 and below 1
 * @param deviation - standard deviation of shadowing, dB
 * @returns dB
 *
 * @example
 * ```ts
 * fadeMargin(0.95, 8); // 13.16
 * ```
 */
export function fadeMargin(probability: number, deviation: number): number {
  return deviation * normalQuantile(probability);
}

/**
 * Greatest distance at which a loss is not exceeded.
 *
 * @param loss - loss in dB by distance (m), rising
 * @param allowed - dB
 * @param limits - least and greatest distance looked at, m
 * @returns m; a limit where the loss does not cross inside
 *
 * @example
 * ```ts
 * reach((distance) => freeSpaceLoss({ frequency: 900e6, distance }), 105.5, [100, 20_000]); // about 4990 m
 * ```
 */
export function reach(
  loss: (distance: number) => number,
  allowed: number,
  [near, far]: readonly [number, number],
): number {
  if (loss(near) >= allowed) return near;
  if (loss(far) <= allowed) return far;
  let [low, high] = [near, far];
  // 60 halvings: beyond the bits of a distance in metres.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (loss(middle) <= allowed) low = middle;
    else high = middle;
  }
  return low;
}
