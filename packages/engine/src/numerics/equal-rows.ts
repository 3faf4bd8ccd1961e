import type { Program } from './linear-program.ts';

/** A program whose rows are equations: a row between two bounds has a variable of its own. */
export interface EqualRows {
  readonly cost: Float64Array;
  readonly curvature: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Row r holds the entries from starts[r] up to starts[r + 1]. */
  readonly starts: Int32Array;
  readonly variables: Int32Array;
  readonly coefficients: Float64Array;
  readonly right: Float64Array;
}

/**
 * Writes a program with equations only.
 *
 * @param program - the program
 * @returns the same with a variable more for each row that is no equation, behind the others
 * @example
 * ```ts
 * const row = { lower: 1, upper: 4, terms: [[0, 2]] };
 * withEqualRows({ variables: [{ cost: 5, lower: 0, upper: 9 }], constraints: [row] }).upper.length; // 2
 * ```
 */
export function withEqualRows({ variables, constraints }: Program): EqualRows {
  const all = variables.map(({ cost, curvature = 0, lower, upper }) => ({ cost, curvature, lower, upper }));
  const starts = [0];
  const entries: Array<readonly [variable: number, coefficient: number]> = [];
  for (const { lower, upper, terms } of constraints) {
    entries.push(...terms);
    if (lower !== upper) {
      entries.push([all.length, -1]);
      all.push({ cost: 0, curvature: 0, lower, upper });
    }
    starts.push(entries.length);
  }
  return {
    cost: Float64Array.from(all, ({ cost }) => cost),
    curvature: Float64Array.from(all, ({ curvature }) => curvature),
    lower: Float64Array.from(all, ({ lower }) => lower),
    upper: Float64Array.from(all, ({ upper }) => upper),
    starts: Int32Array.from(starts),
    variables: Int32Array.from(entries, ([variable]) => variable),
    coefficients: Float64Array.from(entries, ([, coefficient]) => coefficient),
    right: Float64Array.from(constraints, ({ lower, upper }) => (lower === upper ? lower : 0)),
  };
}
