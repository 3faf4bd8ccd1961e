import { type EqualRows, withEqualRows } from './equal-rows.ts';
import { objectiveOf, type Program, type ProgramFailure, type ProgramOptimum } from './linear-program.ts';
import { normalEquations } from './normal-equations.ts';

/** Steps after which a program is given up; a market of a thousand flows takes about twenty. */
const mostSteps = 200;

/** Complementarity, relative to the size of the numbers, at which a program counts as solved. */
const wanted = 1e-10;

/** What is still enough: of residues when the gap is closed, and of the gap after so many steps. */
const sufficient = 1e-8;
const patience = 50;

const infinite = Number.POSITIVE_INFINITY;

/** Bounds closer than this are one number: rounding would eat the room between them. */
const narrow = 1e-12;

/** How much of the way to the nearest bound a step may go. */
const backOff = 0.995;

/**
 * Solves a separable convex quadratic program by the primal-dual interior-point method with Mehrotra's predictor and
 * corrector: robust where active-set methods lose their footing on flat faces, and where several points are best it
 * returns one in the middle of them, not whichever corner came first.
 *
 * Sources: S. Mehrotra, On the implementation of a primal-dual interior point method, SIAM J. Optim. 2 (1992);
 * J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed. (2006), sections 14.2 and 16.6.
 *
 * @param program - the program; every variable has a finite bound on at least one side, or curvature
 * @returns the optimum with its prices, or `limit` when no point was found: the program may then have none
 * @example
 * ```ts
 * // Sellers ask 10 + 2q, buyers bid 40 − q: 10 change hands at 30.
 * const market = {
 *   variables: [
 *     { cost: 10, curvature: 2, lower: 0, upper: Infinity },
 *     { cost: -40, curvature: 1, lower: 0, upper: Infinity },
 *   ],
 *   constraints: [{ lower: 0, upper: 0, terms: [[0, 1], [1, -1]] }],
 * };
 * const solved = solveSeparableProgram(market);
 * solved.outcome; // 'optimal'
 * Math.round(1e6 * solved.values[0]) / 1e6; // 10
 * ```
 */
export function solveSeparableProgram(program: Program): ProgramOptimum | ProgramFailure {
  const { variables, constraints } = program;
  // A variable between (almost) equal bounds has no inside; it is put into the rows as the number it is.
  const free = variables.flatMap(({ lower, upper }, i) => (upper - lower > narrow * (1 + Math.abs(lower)) ? [i] : []));
  const found = interiorPoint(withEqualRows(free.length < variables.length ? without(program, free) : program));
  if (!found) return { outcome: 'limit', message: `no equilibrium was found within ${mostSteps} steps` };
  const values = variables.map(({ lower }) => lower);
  const reducedCosts = variables.map(({ cost, curvature = 0, lower }) => cost + curvature * lower);
  for (const [r, { terms }] of constraints.entries())
    for (const [i, coefficient] of terms) reducedCosts[i] -= coefficient * found.y[r];
  for (const [k, i] of free.entries()) {
    values[i] = found.x[k];
    reducedCosts[i] = found.low[k] - found.high[k];
  }
  return {
    outcome: 'optimal',
    objective: objectiveOf(program, values),
    values,
    duals: [...found.y],
    reducedCosts,
  };
}

/** The program in its free variables alone. */
function without({ variables, constraints }: Program, free: readonly number[]): Program {
  const index = new Map(free.map((i, k) => [i, k]));
  return {
    variables: free.map((i) => variables[i]),
    constraints: constraints.map(({ lower, upper, terms }) => {
      const fixed = terms.reduce((sum, [i, a]) => (index.has(i) ? sum : sum + a * variables[i].lower), 0);
      const left = terms.flatMap(([i, a]) => (index.has(i) ? [[index.get(i) as number, a] as const] : []));
      return { lower: lower - fixed, upper: upper - fixed, terms: left };
    }),
  };
}

/** A point strictly between the bounds, with prices of rows and bounds. */
interface Point {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Prices of lower and upper bounds, from 0; 0 where there is no bound. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function interiorPoint(problem: EqualRows): Point | undefined {
  const { cost, curvature, lower, upper, right } = problem;
  const count = cost.length;
  const normal = normalEquations(problem);
  const point = startingPoint(problem);
  const { x, y, low, high } = point;
  const scaleRight = 1 + largest(right);
  const scaleCost = 1 + largest(cost);
  const residue = new Float64Array(right.length);
  const slope = new Float64Array(count);
  const weight = new Float64Array(count);
  const affine = emptyPoint(problem);
  const step = emptyPoint(problem);
  const bounds = lower.reduce((n, l, i) => n + (l > -infinite ? 1 : 0) + (upper[i] < infinite ? 1 : 0), 0);

  for (let round = 0; round < mostSteps; round++) {
    measure(problem, point, residue, slope);
    const gap = complementarity(problem, point, affine, 0, 0);
    if (!(gap < infinite)) return undefined;
    const worth = 1 + Math.abs(objectiveAt(problem, x));
    const off = Math.max(largest(residue) / scaleRight, largest(slope) / scaleCost);
    const accuracy = round < patience ? wanted : sufficient;
    // Once the gap is closed, rounding decides how well the rows are met: further steps only lose digits.
    if (gap <= accuracy * worth && off <= (gap <= wanted * worth ? sufficient : accuracy)) return point;
    for (let i = 0; i < count; i++) {
      weight[i] = curvature[i] + 1e-13;
      if (lower[i] > -infinite) weight[i] += low[i] / (x[i] - lower[i]);
      if (upper[i] < infinite) weight[i] += high[i] / (upper[i] - x[i]);
    }
    normal.factorise(weight);
    const mean = bounds > 0 ? gap / bounds : 0;
    direct(problem, point, normal, residue, slope, 0, null, affine);
    const reached = complementarity(problem, point, affine, ...longestSteps(problem, point, affine, 1));
    const ratio = gap > 0 ? reached / gap : 0;
    direct(problem, point, normal, residue, slope, ratio * ratio * ratio * mean, affine, step);
    // With curvature, prices and quantities meet in the same rows, so that they go the same way together.
    const along = Math.min(...longestSteps(problem, point, step, backOff));
    for (let i = 0; i < count; i++) {
      x[i] += along * step.x[i];
      low[i] += along * step.low[i];
      high[i] += along * step.high[i];
    }
    for (let r = 0; r < y.length; r++) y[r] += along * step.y[r];
  }
  return undefined;
}

/** How far a point is from satisfying the rows, and the slope of the objective from the prices. */
function measure(problem: EqualRows, { x, y, low, high }: Point, residue: Float64Array, slope: Float64Array): void {
  const { cost, curvature, starts, variables, coefficients, right } = problem;
  for (let i = 0; i < x.length; i++) slope[i] = cost[i] + curvature[i] * x[i] - low[i] + high[i];
  for (let r = 0; r < right.length; r++) {
    let sum = right[r];
    for (let e = starts[r]; e < starts[r + 1]; e++) {
      sum -= coefficients[e] * x[variables[e]];
      slope[variables[e]] -= coefficients[e] * y[r];
    }
    residue[r] = sum;
  }
}

/** Newton's step towards products of room and price of `target`, corrected by those of an affine step. */
function direct(
  { lower, upper }: EqualRows,
  { x, low, high }: Point,
  normal: ReturnType<typeof normalEquations>,
  residue: Float64Array,
  slope: Float64Array,
  target: number,
  affine: Point | null,
  step: Point,
): void {
  // The pull on each variable is kept where the step of its lower price comes to stand.
  const pull = step.low;
  for (let i = 0; i < x.length; i++) {
    pull[i] = -slope[i];
    if (lower[i] > -infinite)
      pull[i] += (target - (affine ? affine.x[i] * affine.low[i] : 0)) / (x[i] - lower[i]) - low[i];
    if (upper[i] < infinite)
      pull[i] -= (target + (affine ? affine.x[i] * affine.high[i] : 0)) / (upper[i] - x[i]) - high[i];
  }
  normal.solve(residue, pull, step.x, step.y);
  for (let i = 0; i < x.length; i++) {
    const byLow = affine ? affine.x[i] * affine.low[i] : 0;
    const byHigh = affine ? affine.x[i] * affine.high[i] : 0;
    step.low[i] = lower[i] > -infinite ? (target - byLow - low[i] * step.x[i]) / (x[i] - lower[i]) - low[i] : 0;
    step.high[i] = upper[i] < infinite ? (target + byHigh + high[i] * step.x[i]) / (upper[i] - x[i]) - high[i] : 0;
  }
}

function emptyPoint({ cost, right }: EqualRows): Point {
  const empty = () => new Float64Array(cost.length);
  return { x: empty(), y: new Float64Array(right.length), low: empty(), high: empty() };
}

function startingPoint(problem: EqualRows): Point {
  const point = emptyPoint(problem);
  const price = Math.max(1, largest(problem.cost) / 10);
  for (let i = 0; i < point.x.length; i++) {
    const low = problem.lower[i];
    const high = problem.upper[i];
    if (low > -infinite) point.low[i] = price;
    if (high < infinite) point.high[i] = price;
    if (low > -infinite) point.x[i] = low + Math.min(1, (high - low) / 2);
    else point.x[i] = high < infinite ? high - 1 : 0;
  }
  return point;
}

/** How far quantities and prices can go before one meets its bound, as parts of the step. */
function longestSteps(
  { lower, upper }: EqualRows,
  { x, low, high }: Point,
  step: Point,
  share: number,
): [primal: number, dual: number] {
  let primal = 1;
  let dual = 1;
  for (let i = 0; i < x.length; i++) {
    if (step.x[i] < 0 && lower[i] > -infinite) primal = Math.min(primal, (-share * (x[i] - lower[i])) / step.x[i]);
    if (step.x[i] > 0 && upper[i] < infinite) primal = Math.min(primal, (share * (upper[i] - x[i])) / step.x[i]);
    if (step.low[i] < 0) dual = Math.min(dual, (-share * low[i]) / step.low[i]);
    if (step.high[i] < 0) dual = Math.min(dual, (-share * high[i]) / step.high[i]);
  }
  return [primal, dual];
}

/** Sum of room times price over all bounds, after parts of a step. */
function complementarity(
  { lower, upper }: EqualRows,
  { x, low, high }: Point,
  step: Point,
  primal: number,
  dual: number,
): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const at = x[i] + primal * step.x[i];
    if (lower[i] > -infinite) sum += (at - lower[i]) * (low[i] + dual * step.low[i]);
    if (upper[i] < infinite) sum += (upper[i] - at) * (high[i] + dual * step.high[i]);
  }
  return sum;
}

function objectiveAt({ cost, curvature }: EqualRows, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * (cost[i] + (curvature[i] * x[i]) / 2);
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}
