/**
 * Refuses what is no probability.
 *
 * @param u - a number that should be in [0, 1]
 * @throws RangeError when it is not, or NaN
 *
 * @example
 * ```ts
 * checkProbability(0.5);
 * ```
 */
export function checkProbability(u: number): void {
  if (!(u >= 0 && u <= 1)) throw new RangeError(`probability is ${u}, expected a number from 0 to 1`);
}

/**
 * Refuses a parameter that must be positive and finite.
 *
 * @param name - what the parameter is called, for the message
 * @throws RangeError when `value` is zero, negative, infinite or NaN
 *
 * @example
 * ```ts
 * checkPositive('shape', 2);
 * ```
 */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}, expected a positive number`);
}

/**
 * Refuses numbers that are not in ascending order; equal neighbours are allowed.
 *
 * @throws RangeError when one is smaller than the one before, infinite or NaN
 *
 * @example
 * ```ts
 * checkAscending(4, 9, 20);
 * ```
 */
export function checkAscending(...values: number[]): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]) || (i > 0 && !(values[i]! >= values[i - 1]!))) {
      throw new RangeError(`bounds are ${values.join(', ')}, expected finite numbers in ascending order`);
    }
  }
}
