const MOST_STEPS = 128;
const CLOSE = 2.220446049250313e-16;

/** What is solved: an increasing function, its slope, and where the root must lie. */
export interface IncreasingProblem {
  /** The function; it must not decrease between `low` and `high`. */
  readonly value: (x: number) => number;
  /** Its derivative; it only speeds the search up and may be wrong. */
  readonly slope: (x: number) => number;
  /** The value to reach. */
  readonly target: number;
  /** Where to start, between the bounds. */
  readonly guess: number;
  readonly low: number;
  /** May be `Infinity`. */
  readonly high: number;
}

/**
 * The place where an increasing function reaches a target: Newton's steps, and halving whenever a step would leave the
 * bracket.
 *
 * Source: W. Press et al., Numerical Recipes, 3rd ed. (2007), 9.4 (the idea of `rtsafe`).
 *
 * @returns x, to the last digits that the function resolves
 *
 * @example
 * ```ts
 * increasingRoot({ value: (x) => x * x, slope: (x) => 2 * x, target: 9, guess: 1, low: 0, high: 10 }); // 3
 * ```
 */
export function increasingRoot({ value, slope, target, guess, low, high }: IncreasingProblem): number {
  let below = low;
  let above = high;
  let x = guess;
  for (let step = 0; step < MOST_STEPS; step++) {
    const error = value(x) - target;
    if (Math.abs(error) <= CLOSE * Math.abs(target)) return x;
    if (error < 0) below = x;
    else above = x;
    let next = x - error / slope(x);
    if (!(next > below && next < above)) {
      next = above === Infinity ? 2 * Math.max(below, 1) : below + 0.5 * (above - below);
    }
    if (Math.abs(next - x) <= CLOSE * Math.abs(x)) return next;
    x = next;
  }
  return x;
}
