import { minimise } from '../../numerics/index.ts';

const HOUR = 3600;

/** A train of the plan that takes units from place to place. */
export interface FleetRun {
  /** Units that it takes. */
  readonly units: number;
  /** Places where it begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Planned departure within the period, and planned time under way, s. */
  readonly departure: number;
  readonly run: number;
  /** Part of its days on which it runs, 0 to 1. */
  readonly runs: number;
}

/** Trains of one period, and what lies between them. All times s. */
export interface FleetWork {
  readonly trains: readonly FleetRun[];
  readonly places: number;
  /** Times of light runs, row by row. */
  readonly light: Float64Array;
  /** From an arrival until a unit can leave again. */
  readonly turn: number;
  readonly period: number;
}

/** Units that leave a place with a train, or, when negative, become ready there; time within the period, s. */
export interface StockStep {
  readonly time: number;
  readonly units: number;
}

/**
 * The least number of units that works a plan that repeats. At each place the deficit function counts the departures up to a
 * time less the units that have become ready; its maximum is what has to stand there at the beginning, and the maxima of all
 * places with what is on its way then are the least fleet. Where a place sends out more than it gets, light runs balance it
 * with the least unit-hours (a transportation problem), spread evenly over the period.
 *
 * Source: B. Linis and M. Maksim, On the problem of constructing routes, Proceedings of the Institute of Engineering for
 * Marine Transport 102 (1967); I. Gertsbakh and Yu. Gurevich, Constructing an optimal fleet for a transportation schedule,
 * Transportation Science 11 (1977); A. Ceder, Public Transit Planning and Operation (2007), chapter 7.
 *
 * @param work - trains of a period
 * @returns whole units, at least those of the largest train; where they are wanted at the beginning, as real numbers by
 *   place; and when they leave and become ready there
 * @example
 * ```ts
 * const shuttle = [
 *   { units: 1, from: 0, to: 1, departure: 0, run: 5400, runs: 1 },
 *   { units: 1, from: 1, to: 0, departure: 7200, run: 5400, runs: 1 },
 * ];
 * leastUnits({ trains: shuttle, places: 2, light, turn: 1800, period: 14_400 }).units; // 1
 * ```
 */
export function leastUnits(work: FleetWork): {
  readonly units: number;
  readonly byPlace: readonly number[];
  readonly steps: ReadonlyArray<readonly StockStep[]>;
} {
  const { trains, places, light, turn, period } = work;
  const runs = balancingRuns(work);
  const stepsOf = Array.from({ length: places }, (): StockStep[] => []);
  const byPlace = stepsOf.map((steps, place) => {
    let coming = 0;
    for (const train of trains) {
      const units = train.units * train.runs;
      if (train.from === place) steps.push({ time: train.departure, units });
      if (train.to !== place) continue;
      // A moment early, so that rounding lets nobody miss a departure.
      const ready = train.departure + train.run + turn - 1e-6;
      const under = Math.max(0, Math.ceil(ready / period - 1e-9) - 1);
      coming += under * units;
      steps.push({ time: ready - under * period, units: -units });
    }
    const drift = runs.reduce(
      (sum, { from, to, units }) => sum + (from === place ? units : 0) - (to === place ? units : 0),
      0,
    );
    steps.sort((a, b) => a.time - b.time || a.units - b.units);
    return coming + mostDeficit(steps, drift, period);
  });
  const onLightRuns = runs.reduce((sum, { from, to, units }) => sum + (units * light[from * places + to]!) / period, 0);
  const sum = byPlace.reduce((all, units) => all + units, onLightRuns);
  const largest = trains.reduce((most, { units }) => Math.max(most, units), 0);
  return { units: Math.max(largest, Math.ceil(sum - 1e-6)), byPlace, steps: stepsOf };
}

/** Maximum of a deficit function over a period: what becomes ready at one moment is there for those who leave. */
function mostDeficit(steps: readonly StockStep[], drift: number, period: number): number {
  let most = Math.max(0, drift + steps.reduce((sum, { units }) => sum + units, 0));
  let sum = 0;
  for (const { time, units } of steps) {
    const drifted = (drift * time) / period;
    most = Math.max(most, sum + drifted, sum + units + drifted);
    sum += units;
  }
  return most;
}

/**
 * Units that have to stand at a place at a time, so that its trains of the next period find theirs when all run as planned:
 * the maximum of its deficit function from then on. What becomes ready at that very time is there, what leaves is not gone.
 *
 * @param steps - of the place, in order
 * @param phase - time within the period, s
 * @example
 * ```ts
 * keptFor([{ time: 3600, units: 1 }, { time: 7200, units: -1 }], 0); // 1: one leaves before another is ready
 * ```
 */
export function keptFor(steps: readonly StockStep[], phase: number): number {
  let [most, sum] = [0, 0];
  const add = ({ units }: StockStep) => {
    sum += units;
    most = Math.max(most, sum);
  };
  const isAhead = ({ time, units }: StockStep) => (units > 0 ? time >= phase : time > phase);
  for (const step of steps) if (isAhead(step)) add(step);
  for (const step of steps) if (!isAhead(step)) add(step);
  return most;
}

/** Light runs, units a period, that balance what places send and get. */
function balancingRuns({ trains, places, light }: FleetWork) {
  const surplus = new Float64Array(places);
  for (const { units, from, to, runs } of trains) {
    surplus[from]! -= units * runs;
    surplus[to]! += units * runs;
  }
  const rows = Array.from(surplus.keys()).filter((place) => Math.abs(surplus[place]!) > 1e-9);
  const columns = rows.flatMap((from) =>
    rows.flatMap((to) => {
      const time = light[from * places + to]!;
      return surplus[from]! > 0 && surplus[to]! < 0 && Number.isFinite(time) ? [{ from, to, time }] : [];
    }),
  );
  if (columns.length === 0) return [];
  // Supply may not be used in full: rounding must not make it infeasible.
  const slack = rows.filter((place) => surplus[place]! > 0);
  const solution = minimise({
    cost: [...columns.map(({ time }) => time / HOUR), ...slack.map(() => 0)],
    rows: rows.map((place) => [
      ...columns.map(({ from, to }) => (from === place || to === place ? 1 : 0)),
      ...slack.map((own) => (own === place ? 1 : 0)),
    ]),
    right: rows.map((place) => Math.abs(surplus[place]!) * (surplus[place]! > 0 ? 1 + 1e-9 : 1)),
  });
  if (solution.kind !== 'optimal') return [];
  return columns
    .map(({ from, to }, i) => ({ from, to, units: solution.point[i]! }))
    .filter(({ units }) => units > 1e-9);
}
