import { exp, log } from '../../numerics/elementary.ts';

/** One observed choice: attributes of the alternatives that could be had, and which was taken. */
export interface Observation {
  /** Attributes of each available alternative, one number for each parameter. */
  readonly attributes: readonly (readonly number[])[];
  /** Index of each available alternative in the whole set. */
  readonly alternatives: readonly number[];
  /** Position of the alternative taken among the available ones. */
  readonly chosen: number;
}

/** A logit to be estimated. */
export interface EstimationProblem {
  readonly observations: readonly Observation[];
  /** Number of parameters of the utilities, which are linear in them. */
  readonly parameters: number;
  /** Nest of each alternative of the whole set; alternatives with nest −1 stand alone. None for the multinomial logit. */
  readonly nests?: readonly number[];
}

/** What estimation found. */
export interface Estimate {
  /** Parameters of the utilities. */
  readonly parameters: readonly number[];
  /** Scale μ of each nest, 1 over its dissimilarity parameter. */
  readonly scales: readonly number[];
  readonly logLikelihood: number;
  /** With all parameters 0: every available alternative equally likely. */
  readonly nullLogLikelihood: number;
  /** Newton's steps taken. */
  readonly iterations: number;
  readonly outcome: 'converged' | 'not converged';
}

const mostSteps = 60;

/**
 * Maximum-likelihood estimation of a multinomial or nested logit whose utilities are linear in their parameters (Train
 * 2009, ch. 3 and 4), by Newton's method on the analytic gradient, with halved steps where a whole one would not climb.
 *
 * @param problem - choices, and how alternatives are nested
 * @returns estimates and log likelihoods
 * @throws RangeError when there is no observation, or one of another number of attributes than of parameters
 * @example
 * ```ts
 * const one = { attributes: [[0], [1]], alternatives: [0, 1], chosen: 1 };
 * const other = { ...one, chosen: 0 };
 * estimateLogit({ observations: [one, one, one, other], parameters: 1 }).parameters[0]; // ln 3
 * ```
 */
export function estimateLogit({ observations, parameters, nests = [] }: EstimationProblem): Estimate {
  if (observations.length === 0) throw new RangeError('there is nothing to estimate from');
  for (const { attributes } of observations)
    if (attributes.some(({ length }) => length !== parameters))
      throw new RangeError(`every alternative has ${parameters} attributes`);
  if (observations.some(({ attributes, chosen }) => attributes[chosen] === undefined))
    throw new RangeError('the alternative taken is not among those that could be had');
  const scales = Math.max(-1, ...nests) + 1;
  const prepared = observations.map((observation) => grouped(observation, nests));
  const at = (point: readonly number[]) => likelihood(prepared, parameters, point);
  let point = [...Array.from({ length: parameters }, () => 0), ...Array.from({ length: scales }, () => 1)];
  let here = at(point);
  const nullLogLikelihood = here.value;
  for (let step = 1; step <= mostSteps; step++) {
    const direction = solve(negated(hessian(at, point)), here.gradient);
    const slope = direction.reduce((sum, d, i) => sum + d * here.gradient[i], 0);
    const uphill = slope > 0 ? direction : here.gradient;
    let length = 1;
    let next = here;
    let tried = point;
    for (; length > 1e-12; length /= 2) {
      tried = point.map((x, i) => x + length * uphill[i]);
      if (tried.slice(parameters).some((scale) => scale <= 0)) continue;
      next = at(tried);
      if (next.value > here.value) break;
    }
    const gained = next.value - here.value;
    if (gained > 0) [point, here] = [tried, next];
    if (gained <= 1e-10 * Math.abs(here.value) && Math.abs(slope) < 1e-8)
      return told(point, parameters, here.value, nullLogLikelihood, step, 'converged');
    if (gained <= 0) return told(point, parameters, here.value, nullLogLikelihood, step, 'converged');
  }
  return told(point, parameters, here.value, nullLogLikelihood, mostSteps, 'not converged');
}

function told(
  point: readonly number[],
  parameters: number,
  logLikelihood: number,
  nullLogLikelihood: number,
  iterations: number,
  outcome: Estimate['outcome'],
): Estimate {
  return {
    parameters: point.slice(0, parameters),
    scales: point.slice(parameters),
    logLikelihood,
    nullLogLikelihood,
    iterations,
    outcome,
  };
}

interface Likelihood {
  readonly value: number;
  readonly gradient: number[];
}

type AtPoint = (point: readonly number[]) => Likelihood;

/** The alternatives of one nest in one observation; nest −1 for one that stands alone. */
interface Group {
  readonly nest: number;
  readonly members: readonly number[];
}

/** An observation with its alternatives in groups. */
interface Grouped extends Observation {
  readonly groups: readonly Group[];
}

function likelihood(observations: readonly Grouped[], parameters: number, point: readonly number[]): Likelihood {
  const sum = { value: 0, gradient: point.map(() => 0) };
  for (const observation of observations) sum.value += addChoice(observation, parameters, point, sum.gradient);
  return sum;
}

/** What the sums over the alternatives of a nest come to. */
interface Nest {
  readonly scale: number;
  /** Largest utility, and ln Σ exp(μ (V − largest)). */
  readonly peak: number;
  readonly spread: number;
  /** Share of each alternative within the nest. */
  readonly shares: Float64Array;
  readonly inclusive: number;
}

function nestAt(group: Group, utilities: Float64Array, scale: number): Nest {
  const { members } = group;
  let peak = Number.NEGATIVE_INFINITY;
  for (const i of members) if (utilities[i] > peak) peak = utilities[i];
  const shares = new Float64Array(members.length);
  let total = 0;
  for (let k = 0; k < members.length; k++) {
    shares[k] = exp(scale * (utilities[members[k]] - peak));
    total += shares[k];
  }
  for (let k = 0; k < members.length; k++) shares[k] /= total;
  const spread = log(total);
  return { scale, peak, spread, shares, inclusive: peak + spread / scale };
}

/** Adds the gradient of the log probability of one choice, and returns that log probability. */
function addChoice(
  { attributes, chosen, groups }: Grouped,
  parameters: number,
  point: readonly number[],
  gradient: number[],
): number {
  const utilities = new Float64Array(attributes.length);
  for (let i = 0; i < attributes.length; i++)
    for (let k = 0; k < parameters; k++) utilities[i] += attributes[i][k] * point[k];
  const nests = groups.map((group) => nestAt(group, utilities, group.nest < 0 ? 1 : point[parameters + group.nest]));
  let top = Number.NEGATIVE_INFINITY;
  for (const { inclusive } of nests) if (inclusive > top) top = inclusive;
  let sum = 0;
  for (const { inclusive } of nests) sum += exp(inclusive - top);
  let result = -top - log(sum);
  for (let m = 0; m < groups.length; m++) {
    const { scale, peak, spread, shares, inclusive } = nests[m];
    const { nest, members } = groups[m];
    const taken = members.includes(chosen);
    const weight = (taken ? 1 : 0) - exp(inclusive - top) / sum;
    if (taken) result += scale * (utilities[chosen] - peak) - spread + inclusive;
    for (let k = 0; k < parameters; k++) {
      let mean = 0;
      for (let i = 0; i < members.length; i++) mean += shares[i] * attributes[members[i]][k];
      gradient[k] += weight * mean + (taken ? scale * (attributes[chosen][k] - mean) : 0);
    }
    if (nest < 0) continue;
    let mean = 0;
    for (let i = 0; i < members.length; i++) mean += shares[i] * utilities[members[i]];
    // The inclusive value (peak + ln Σ exp(μ (V − peak)) / μ) by μ.
    const byScale = (mean - peak) / scale - spread / (scale * scale);
    gradient[parameters + nest] += weight * byScale + (taken ? utilities[chosen] - mean : 0);
  }
  return result;
}

function grouped(observation: Observation, nests: readonly number[]): Grouped {
  const groups: { nest: number; members: number[] }[] = [];
  for (const [position, alternative] of observation.alternatives.entries()) {
    const nest = nests[alternative] ?? -1;
    const known = nest < 0 ? undefined : groups.find((group) => group.nest === nest);
    if (known) known.members.push(position);
    else groups.push({ nest, members: [position] });
  }
  return { ...observation, groups };
}

/** Second derivatives by central differences of the gradient, made symmetric. */
function hessian(at: AtPoint, point: readonly number[]): number[][] {
  const step = 1e-4;
  const rows = point.map((_, i) => {
    const moved = (by: number) => at(point.map((x, k) => (k === i ? x + by : x))).gradient;
    const [up, down] = [moved(step), moved(-step)];
    return up.map((g, k) => (g - down[k]) / (2 * step));
  });
  return rows.map((row, i) => row.map((value, k) => (value + rows[k][i]) / 2));
}

function negated(matrix: readonly (readonly number[])[]): number[][] {
  return matrix.map((row) => row.map((value) => -value));
}

/** Gaussian elimination with the largest pivot; a direction of no curvature is left alone. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    if (rows[column][column] === 0) continue;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let k = column; k <= size; k++) rows[row][k] -= factor * rows[column][k];
    }
  }
  return rows.map((row, i) => (row[i] === 0 ? 0 : row[size] / row[i]));
}
