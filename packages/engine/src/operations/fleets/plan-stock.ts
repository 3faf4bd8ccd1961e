import { type FleetRun, keptFor, type StockStep } from './least-units.ts';

/** Within this time after a departure it still counts as ahead, s. */
const MOMENT = 1e-3;

/** A number that changes at times within a period and then stays. */
export interface StepFunction {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** What the plan asks of the units at one place, by time within the period. */
export interface PlanStock {
  /** Units that have to stand there, so that its trains of the next period find theirs. */
  readonly kept: StepFunction;
  /** The same with all that is bound for it or is turned round there. */
  readonly position: StepFunction;
  /** Units of the smallest train that leaves it; `Infinity` where none does. */
  readonly least: number;
}

/**
 * What a plan asks of the units at a place: from it a unit is known to be idle, or a place to lack some before a train waits.
 *
 * @param place - index of the place
 * @param steps - when units leave it and become ready there, in order
 * @param trains - trains of the fleet
 * @param turn - from an arrival until a unit is ready, s
 * @param period - after which the plan repeats, s
 * @returns functions of the time within the period
 * @example
 * ```ts
 * valueAt(planStock(0, steps, trains, 1800, 86_400).kept, 7200); // units that should stand there at two
 * ```
 */
export function planStock(
  place: number,
  steps: readonly StockStep[],
  trains: readonly FleetRun[],
  turn: number,
  period: number,
): PlanStock {
  const bound = trains.filter(({ to }) => to === place);
  const changes = [0, ...steps.map(({ time }) => time), ...bound.map(({ departure }) => departure)];
  const times = [...new Set(changes.flatMap((time) => [time, time + MOMENT]))]
    .filter((time) => time < period)
    .sort((a, b) => a - b);
  const kept = times.map((time) => keptFor(steps, time));
  const coming = times.map((time) =>
    bound.reduce((sum, { units, departure, run, runs }) => {
      const begun = Math.ceil((departure + MOMENT / 2 - time) / period);
      const ready = Math.ceil((departure + run + turn - 1e-6 - time) / period);
      return sum + units * runs * (ready - begun);
    }, 0),
  );
  return {
    kept: { times: Float64Array.from(times), values: Float64Array.from(kept) },
    position: { times: Float64Array.from(times), values: Float64Array.from(kept, (value, i) => value + coming[i]!) },
    least: trains.reduce(
      (least, { from, units }) => (from === place ? Math.min(least, units) : least),
      Number.POSITIVE_INFINITY,
    ),
  };
}

/**
 * Value of a step function at a time within its period.
 *
 * @param of - the function; its first time is 0
 * @param time - within the period, s
 * @example
 * ```ts
 * valueAt({ times: Float64Array.of(0, 10), values: Float64Array.of(1, 2) }, 12); // 2
 * ```
 */
export function valueAt({ times, values }: StepFunction, time: number): number {
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle]! <= time) low = middle;
    else high = middle - 1;
  }
  return values[low]!;
}
