/** Throws a RangeError unless the number is finite and above 0. */
export function needAboveZero(value: number, what: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${what} is ${value}, expected a number above 0`);
}

/** Throws a RangeError unless the number is finite and 0 or more. */
export function needZeroOrMore(value: number, what: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${what} is ${value}, expected 0 or more`);
}

/** Throws a RangeError unless the number is from 0 to 1. */
export function needShare(value: number, what: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} is ${value}, expected a share from 0 to 1`);
}

/** Throws a RangeError unless the number is whole and at least `least`. */
export function needWhole(value: number, least: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${what} is ${value}, expected a whole number from ${least}`);
  }
}
