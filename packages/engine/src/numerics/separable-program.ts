import { objectiveOf, type Program, type ProgramFailure, type ProgramOptimum } from './linear-program.ts';
import { sparseFactor } from './sparse-cholesky.ts';

/** Steps after which a program is given up; a market of a thousand flows takes about twenty. */
const mostSteps = 200;

/** Complementarity and residues, relative to the size of the numbers, at which a program counts as solved. */
const accuracy = 1e-10;

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
  const problem = withSlacks(program);
  const found = interiorPoint(problem);
  if (!found) return { outcome: 'limit', message: `no equilibrium was found within ${mostSteps} steps` };
  const values = found.x.slice(0, program.variables.length);
  return {
    outcome: 'optimal',
    objective: objectiveOf(program, [...values]),
    values: [...values],
    duals: [...found.y],
    reducedCosts: Array.from(values, (_, i) => found.low[i] - found.high[i]),
  };
}

/** The program with equal rows: a row between two bounds has a variable of its own. */
interface EqualRows {
  readonly cost: Float64Array;
  readonly curvature: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: ReadonlyArray<ReadonlyArray<readonly [variable: number, coefficient: number]>>;
  readonly right: Float64Array;
}

function withSlacks({ variables, constraints }: Program): EqualRows {
  const all = variables.map(({ cost, curvature = 0, lower, upper }) => ({ cost, curvature, lower, upper }));
  const rows = constraints.map(({ lower, upper, terms }) => {
    if (lower === upper) return terms;
    all.push({ cost: 0, curvature: 0, lower, upper });
    return [...terms, [all.length - 1, -1] as const];
  });
  return {
    cost: Float64Array.from(all, ({ cost }) => cost),
    curvature: Float64Array.from(all, ({ curvature }) => curvature),
    lower: Float64Array.from(all, ({ lower }) => lower),
    upper: Float64Array.from(all, ({ upper }) => upper),
    rows,
    right: Float64Array.from(constraints, ({ lower, upper }) => (lower === upper ? lower : 0)),
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
  const { cost, curvature, lower, upper, rows, right } = problem;
  const count = cost.length;
  const normal = normalEquations(problem);
  const point = startingPoint(problem);
  const { x, y, low, high } = point;
  const scaleRight = 1 + largest(right);
  const scaleCost = 1 + largest(cost);
  const dual = new Float64Array(count);
  const primal = new Float64Array(rows.length);
  const pull = new Float64Array(count);
  const weight = new Float64Array(count);
  const bounds = lower.reduce((n, l, i) => n + (Number.isFinite(l) ? 1 : 0) + (Number.isFinite(upper[i]) ? 1 : 0), 0);

  for (let step = 0; step < mostSteps; step++) {
    for (let i = 0; i < count; i++) dual[i] = cost[i] + curvature[i] * x[i] - low[i] + high[i];
    for (const [r, row] of rows.entries()) {
      primal[r] = right[r];
      for (const [i, a] of row) {
        primal[r] -= a * x[i];
        dual[i] -= a * y[r];
      }
    }
    const gap = complementarity(problem, point);
    const worth = 1 + Math.abs(objectiveAt(problem, x));
    if (largest(primal) <= accuracy * scaleRight && largest(dual) <= accuracy * scaleCost && gap <= accuracy * worth)
      return point;
    if (!Number.isFinite(gap)) return undefined;
    const mean = bounds > 0 ? gap / bounds : 0;

    for (let i = 0; i < count; i++) {
      weight[i] = curvature[i] + 1e-13;
      if (Number.isFinite(lower[i])) weight[i] += low[i] / (x[i] - lower[i]);
      if (Number.isFinite(upper[i])) weight[i] += high[i] / (upper[i] - x[i]);
    }
    normal.factorise(weight);
    const direction = (target: number, affine?: Direction): Direction => {
      for (let i = 0; i < count; i++) {
        pull[i] = -dual[i];
        if (Number.isFinite(lower[i])) {
          const room = x[i] - lower[i];
          pull[i] += (target - (affine ? affine.x[i] * affine.low[i] : 0)) / room - low[i];
        }
        if (Number.isFinite(upper[i])) {
          const room = upper[i] - x[i];
          pull[i] -= (target + (affine ? affine.x[i] * affine.high[i] : 0)) / room - high[i];
        }
      }
      const { dx, dy } = normal.solve(primal, pull, weight);
      const dLow = new Float64Array(count);
      const dHigh = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        if (Number.isFinite(lower[i])) {
          const second = affine ? affine.x[i] * affine.low[i] : 0;
          dLow[i] = (target - second - low[i] * dx[i]) / (x[i] - lower[i]) - low[i];
        }
        if (Number.isFinite(upper[i])) {
          const second = affine ? affine.x[i] * affine.high[i] : 0;
          dHigh[i] = (target + second + high[i] * dx[i]) / (upper[i] - x[i]) - high[i];
        }
      }
      return { x: dx, y: dy, low: dLow, high: dHigh };
    };
    const affine = direction(0);
    const [affinePrimal, affineDual] = longestSteps(problem, point, affine, 1);
    const reached = bounds > 0 ? gapAfter(problem, point, affine, affinePrimal, affineDual) / bounds : 0;
    const ratio = mean > 0 ? reached / mean : 0;
    const towards = direction(ratio * ratio * ratio * mean, affine);
    const [alongPrimal, alongDual] = longestSteps(problem, point, towards, backOff);
    // With curvature, prices and quantities meet in the same rows, so that they go the same way together.
    const along = Math.min(alongPrimal, alongDual);
    for (let i = 0; i < count; i++) {
      x[i] += along * towards.x[i];
      low[i] += along * towards.low[i];
      high[i] += along * towards.high[i];
    }
    for (let r = 0; r < rows.length; r++) y[r] += along * towards.y[r];
  }
  return undefined;
}

type Direction = Point;

function startingPoint({ lower, upper, rows, cost }: EqualRows): Point {
  const x = Float64Array.from(lower, (low, i) => {
    const high = upper[i];
    if (Number.isFinite(low) && Number.isFinite(high)) return low + Math.min(1, (high - low) / 2);
    if (Number.isFinite(low)) return low + 1;
    return Number.isFinite(high) ? high - 1 : 0;
  });
  const price = Math.max(1, largest(cost) / 10);
  return {
    x,
    y: new Float64Array(rows.length),
    low: Float64Array.from(lower, (bound) => (Number.isFinite(bound) ? price : 0)),
    high: Float64Array.from(upper, (bound) => (Number.isFinite(bound) ? price : 0)),
  };
}

/** The equations A W⁻¹ Aᵀ Δy = r that are left when the variables are eliminated. */
function normalEquations({ rows, cost }: EqualRows) {
  const columns = cost.reduce<[row: number, coefficient: number][][]>((list) => [...list, []], []);
  for (const [r, row] of rows.entries()) for (const [i, a] of row) columns[i].push([r, a]);
  const matrix = sparseFactor(rows.map((row) => new Set(row.flatMap(([i]) => columns[i].map(([other]) => other)))));
  return {
    factorise(weight: Float64Array): void {
      matrix.clear();
      let most = 0;
      for (const [i, column] of columns.entries()) {
        for (const [k, [row, a]] of column.entries()) {
          for (let j = 0; j <= k; j++) {
            const value = (a * column[j][1]) / weight[i];
            if (j === k && value > most) most = value;
            matrix.add(row, column[j][0], value);
          }
        }
      }
      matrix.factorise(most * 1e-26);
    },
    solve(primal: Float64Array, pull: Float64Array, weight: Float64Array): { dx: Float64Array; dy: Float64Array } {
      const dy = Float64Array.from(primal);
      for (const [r, row] of rows.entries()) for (const [i, a] of row) dy[r] -= (a * pull[i]) / weight[i];
      matrix.solve(dy);
      const dx = Float64Array.from(pull);
      for (const [r, row] of rows.entries()) for (const [i, a] of row) dx[i] += a * dy[r];
      for (let i = 0; i < dx.length; i++) dx[i] /= weight[i];
      return { dx, dy };
    },
  };
}

/** How far quantities and prices can go before one meets its bound, as shares of the step. */
function longestSteps(
  { lower, upper }: EqualRows,
  { x, low, high }: Point,
  step: Direction,
  share: number,
): [primal: number, dual: number] {
  let primal = 1;
  let dual = 1;
  for (let i = 0; i < x.length; i++) {
    if (step.x[i] < 0 && Number.isFinite(lower[i])) primal = Math.min(primal, (-share * (x[i] - lower[i])) / step.x[i]);
    if (step.x[i] > 0 && Number.isFinite(upper[i])) primal = Math.min(primal, (share * (upper[i] - x[i])) / step.x[i]);
    if (step.low[i] < 0) dual = Math.min(dual, (-share * low[i]) / step.low[i]);
    if (step.high[i] < 0) dual = Math.min(dual, (-share * high[i]) / step.high[i]);
  }
  return [primal, dual];
}

function complementarity({ lower, upper }: EqualRows, { x, low, high }: Point): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(lower[i])) sum += (x[i] - lower[i]) * low[i];
    if (Number.isFinite(upper[i])) sum += (upper[i] - x[i]) * high[i];
  }
  return sum;
}

function gapAfter(problem: EqualRows, point: Point, step: Direction, primal: number, dual: number): number {
  const moved = (from: Float64Array, by: Float64Array, share: number) => from.map((value, i) => value + share * by[i]);
  return complementarity(problem, {
    x: moved(point.x, step.x, primal),
    y: point.y,
    low: moved(point.low, step.low, dual),
    high: moved(point.high, step.high, dual),
  });
}

function objectiveAt({ cost, curvature }: EqualRows, x: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * (cost[i] + (curvature[i] * value) / 2), 0);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
