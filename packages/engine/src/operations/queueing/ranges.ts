/** Throws a RangeError unless a number is finite and 0 or more. */
export function needZeroOrMore(value: number, name: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} is ${value}, expected a number of 0 or more`);
}

/** Throws a RangeError unless a number is finite and above 0. */
export function needAboveZero(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}, expected a number above 0`);
}

/** Throws a RangeError unless a number is whole and at least `least`. */
export function needWhole(value: number, name: string, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${name} is ${value}, expected a whole number of at least ${least}`);
  }
}
