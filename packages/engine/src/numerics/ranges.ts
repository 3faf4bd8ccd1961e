/**
 * Throws a RangeError unless the number is finite and above 0.
 *
 * @param value - the number
 * @param what - what it is, for the message
 * @example
 * ```ts
 * needAboveZero(300, 'headway'); // undefined
 * ```
 */
export function needAboveZero(value: number, what: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${what} is ${value}, expected a number above 0`);
}

/**
 * Throws a RangeError unless the number is finite and 0 or more.
 *
 * @param value - the number
 * @param what - what it is, for the message
 * @example
 * ```ts
 * needZeroOrMore(0, 'running time'); // undefined
 * ```
 */
export function needZeroOrMore(value: number, what: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${what} is ${value}, expected 0 or more`);
}

/**
 * Throws a RangeError unless the number is from 0 to 1.
 *
 * @param value - the number
 * @param what - what it is, for the message
 * @example
 * ```ts
 * needShare(0.4, 'share of the grant'); // undefined
 * ```
 */
export function needShare(value: number, what: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} is ${value}, expected a share from 0 to 1`);
}

/**
 * Throws a RangeError unless the number is whole and at least `least`.
 *
 * @param value - the number
 * @param least - smallest number allowed
 * @param what - what it is, for the message
 * @example
 * ```ts
 * needWhole(15, 1, 'years of the loan'); // undefined
 * ```
 */
export function needWhole(value: number, least: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${what} is ${value}, expected a whole number from ${least}`);
  }
}

/**
 * Throws a RangeError unless the number is finite.
 *
 * @param value - the number
 * @param what - what it is, for the message
 * @example
 * ```ts
 * needFinite(-70_000, 'flow of year 0'); // undefined
 * ```
 */
export function needFinite(value: number, what: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${what} is ${value}, expected a number`);
}
