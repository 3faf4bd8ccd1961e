import { compensatedSum } from './summation.ts';

/** One variable of a linear or separable quadratic program; bounds may be infinite. */
export interface ProgramVariable {
  /** Linear part of the objective. */
  readonly cost: number;
  /** Curvature of the objective, from 0: the variable costs `cost` · x + ½ `curvature` · x². None makes it linear. */
  readonly curvature?: number;
  readonly lower: number;
  readonly upper: number;
}

/** One row of a program: a sum of variables between two bounds, of which one may be infinite. */
export interface ProgramConstraint {
  readonly lower: number;
  readonly upper: number;
  /** Index of a variable, each at most once, and its coefficient. */
  readonly terms: ReadonlyArray<readonly [variable: number, coefficient: number]>;
}

/**
 * A program: minimise the sum of what the variables cost, with every row and every variable between its bounds.
 *
 * @example
 * ```ts
 * // The cheaper of two suppliers sends 10 t first, at 3 and 5 a tonne; 12 t are wanted.
 * const program: Program = {
 *   variables: [
 *     { cost: 3, lower: 0, upper: 10 },
 *     { cost: 5, lower: 0, upper: Infinity },
 *   ],
 *   constraints: [{ lower: 12, upper: 12, terms: [[0, 1], [1, 1]] }],
 * };
 * ```
 */
export interface Program {
  readonly variables: readonly ProgramVariable[];
  readonly constraints: readonly ProgramConstraint[];
}

/** The optimum of a program, with the prices that prove it. */
export interface ProgramOptimum {
  readonly outcome: 'optimal';
  readonly objective: number;
  /** Value of each variable. */
  readonly values: readonly number[];
  /** What the objective rises by for one unit more on the right of each row: above 0 where its lower bound binds. */
  readonly duals: readonly number[];
  /** The same for the bounds of each variable. */
  readonly reducedCosts: readonly number[];
}

/** Why a program has no optimum to tell: told by name, never by a NaN. */
export interface ProgramFailure {
  /** `limit`: the work allowed did not suffice; `numerical`: the solver lost its footing. */
  readonly outcome: 'infeasible' | 'unbounded' | 'limit' | 'numerical';
  readonly message: string;
}

/**
 * Solves a linear program from a cold start: the same program gives the same bits, whatever was solved before. `host`
 * lends one. Curvatures are not for it: see `solveSeparableProgram`.
 */
export type SolveLinearProgram = (program: Program) => ProgramOptimum | ProgramFailure;

/** How far a claimed optimum is from being one; all are 0 for an exact one. */
export interface ProgramResidues {
  /** Largest violation of a bound of a variable or a row. */
  readonly infeasibility: number;
  /** Largest difference of what a variable costs at the margin and what its prices say, or price on a bound that is not there. */
  readonly stationarity: number;
  /** |primal − dual objective| over 1 + |primal objective|. */
  readonly dualityGap: number;
}

/**
 * The objective of a program at a point.
 *
 * @param program - the program
 * @param values - value of each variable
 * @returns the sum of what the variables cost
 * @example
 * ```ts
 * objectiveOf({ variables: [{ cost: 3, curvature: 2, lower: 0, upper: 9 }], constraints: [] }, [5]); // 40
 * ```
 */
export function objectiveOf({ variables }: Program, values: readonly number[]): number {
  return compensatedSum(
    variables.flatMap(({ cost, curvature = 0 }, i) => [cost * values[i], (curvature * values[i] * values[i]) / 2]),
  );
}

/**
 * Measures a claimed optimum against the conditions of Karush, Kuhn and Tucker, without trust in who claims it.
 *
 * Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed. (2006), section 16.1.
 *
 * @param program - the program
 * @param optimum - what is claimed
 * @returns violation of bounds, of stationarity, and the duality gap
 * @example
 * ```ts
 * const program = { variables: [{ cost: 3, lower: 4, upper: 9 }], constraints: [] };
 * residuesOf(program, { outcome: 'optimal', objective: 12, values: [4], duals: [], reducedCosts: [3] }).dualityGap; // 0
 * ```
 */
export function residuesOf(program: Program, optimum: ProgramOptimum): ProgramResidues {
  const { values, duals, reducedCosts } = optimum;
  const slopes = program.variables.map(({ cost, curvature = 0 }, i) => cost + curvature * values[i] - reducedCosts[i]);
  const dual = program.variables.map(({ curvature = 0 }, i) => (-curvature * values[i] * values[i]) / 2);
  let infeasibility = 0;
  let stationarity = 0;
  const bounded = (value: number, price: number, bounds: { readonly lower: number; readonly upper: number }) => {
    infeasibility = Math.max(infeasibility, bounds.lower - value, value - bounds.upper);
    const bound = price > 0 ? bounds.lower : bounds.upper;
    if (Number.isFinite(bound)) dual.push(price * bound);
    else stationarity = Math.max(stationarity, Math.abs(price));
  };
  for (const [i, variable] of program.variables.entries()) bounded(values[i], reducedCosts[i], variable);
  for (const [i, constraint] of program.constraints.entries()) {
    let activity = 0;
    for (const [variable, coefficient] of constraint.terms) {
      activity += coefficient * values[variable];
      slopes[variable] -= coefficient * duals[i];
    }
    bounded(activity, duals[i], constraint);
  }
  const primal = objectiveOf(program, values);
  return {
    infeasibility,
    stationarity: slopes.reduce((worst, slope) => Math.max(worst, Math.abs(slope)), stationarity),
    dualityGap: Math.abs(primal - compensatedSum(dual)) / (1 + Math.abs(primal)),
  };
}
