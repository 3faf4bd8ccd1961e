import { exp, increasingRoot, log, pow } from '../../numerics/index.ts';
import { type FurnessResult, furness, type TripTable } from './furness.ts';

/**
 * How much a cost deters: `exponential` is `exp(−β c)`, `power` is `c^(−β)`, `combined` is `c^α exp(−β c)`. The unit of
 * β is one over that of the cost (none for `power`).
 */
export type Deterrence =
  | { readonly kind: 'exponential'; readonly beta: number }
  | { readonly kind: 'power'; readonly beta: number }
  | { readonly kind: 'combined'; readonly alpha: number; readonly beta: number };

/** Trips between places, and what they cost on average. */
export interface GravityResult extends Omit<FurnessResult, 'table'> {
  /** `A_i O_i B_j D_j f(c_ij)`. */
  readonly trips: number[][];
  /** Mean cost of a trip, in the unit of the costs; 0 when there is none. */
  readonly meanCost: number;
}

/**
 * The doubly constrained gravity model: trips `A_i O_i B_j D_j f(c_ij)` whose sums are the given trip ends.
 *
 * Source: A. Wilson, A statistical theory of spatial distribution models, Transportation Research 1 (1967); J. de D.
 * Ortúzar and L. Willumsen, Modelling Transport, 4th ed. (2011), 5.3.
 *
 * @param of - generalised `cost` from origin to destination (`Infinity` where there is no way), trips that leave
 *   `origins` and enter `destinations`, and the `deterrence`
 * @throws RangeError as {@link furness}, and of negative or unknown costs
 *
 * @example
 * ```ts
 * const model = gravity({
 *   cost: [[1, 2], [2, 1]],
 *   origins: [100, 100],
 *   destinations: [100, 100],
 *   deterrence: { kind: 'exponential', beta: Math.LN2 },
 * });
 * Math.round(model.trips[0][0] * 3); // 200
 * ```
 */
export function gravity(of: {
  readonly cost: TripTable;
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
  readonly deterrence: Deterrence;
}): GravityResult {
  const { cost, origins, destinations, deterrence } = of;
  const seed = cost.map((row, i) => row.map((value, j) => deterred(value, deterrence, `cost from ${i} to ${j}`)));
  const { table: trips, ...balance } = furness(seed, origins, destinations);
  return { trips, meanCost: meanCostOf(trips, cost), ...balance };
}

/**
 * The β of an exponential deterrence for which the model's trips cost on average what was observed.
 *
 * Source of the task: G. Hyman, The calibration of trip distribution models, Environment and Planning 1 (1969). The mean
 * cost falls as β grows, so the root is bracketed and found by halving and Newton's steps.
 *
 * @param of - as for {@link gravity}, and the observed `meanCost`
 * @returns β; `undefined` when no β from 0 to 1e6 over the mean cost gives it
 *
 * @example
 * ```ts
 * const observed = { cost: [[1, 2], [2, 1]], origins: [100, 100], destinations: [100, 100], meanCost: 4 / 3 };
 * Math.abs(calibrateGravity(observed) - Math.LN2) < 1e-9; // true
 * ```
 */
export function calibrateGravity(of: {
  readonly cost: TripTable;
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
  readonly meanCost: number;
}): number | undefined {
  const meanAt = (beta: number) => gravity({ ...of, deterrence: { kind: 'exponential', beta } }).meanCost;
  if (!(of.meanCost > 0) || meanAt(0) < of.meanCost) return undefined;
  let high = 1 / of.meanCost;
  while (meanAt(high) > of.meanCost) {
    high *= 2;
    if (high * of.meanCost > 1e6) return undefined;
  }
  const width = high * 1e-6;
  return increasingRoot({
    value: (beta) => -meanAt(beta),
    slope: (beta) => (meanAt(beta) - meanAt(beta + width)) / width,
    target: -of.meanCost,
    guess: high / 2,
    low: 0,
    high,
  });
}

function deterred(cost: number, deterrence: Deterrence, what: string): number {
  if (!(cost >= 0)) throw new RangeError(`${what} is ${cost}, expected 0 or more`);
  if (cost === Infinity) return 0;
  switch (deterrence.kind) {
    case 'exponential':
      return exp(-deterrence.beta * cost);
    case 'power':
      if (cost === 0) throw new RangeError(`${what} is 0, which no power of the cost can deter`);
      return pow(cost, -deterrence.beta);
    case 'combined':
      return cost === 0 ? (deterrence.alpha > 0 ? 0 : 1) : exp(deterrence.alpha * log(cost) - deterrence.beta * cost);
  }
}

function meanCostOf(trips: TripTable, cost: TripTable): number {
  let all = 0;
  let total = 0;
  for (const [i, row] of trips.entries()) {
    for (const [j, value] of row.entries()) {
      if (value === 0) continue;
      all += value;
      total += value * cost[i]![j]!;
    }
  }
  return all > 0 ? total / all : 0;
}
