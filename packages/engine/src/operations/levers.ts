import type { Model } from '../corridor/index.ts';
import type { JourneyTime } from '../running/index.ts';
import type { PlannedDay } from './join/planned-day.ts';
import { type PairedDifference, pairedDifference } from './paired-difference.ts';
import { changesOf, type ResourceChange, withResource } from './resource-changes.ts';
import type { OperationsResult } from './results/operations-result.ts';
import { type OperationsOptions, simulateOperations } from './simulate-operations.ts';

/** What one more of something buys. */
export interface Lever {
  /** Name of the facility and the resource. */
  readonly element: string;
  readonly change: ResourceChange;
  /** Change of the mean time of the journey, s; null when nothing arrives with or without it. */
  readonly time: PairedDifference | null;
  /** Change of trains that arrive a day, all services together. */
  readonly trains: PairedDifference;
}

/**
 * What one more machine or officer, or an hour more of opening, buys: finite differences on common random numbers, for the
 * resources that are busiest. What one more loop buys, `smallWorks` of the timetable tells.
 *
 * @param model - the corridor as drawn
 * @param day - what was planned
 * @param journeys - journeys when nobody is in the way
 * @param options - as for `simulateOperations`, the journey looked at and how many resources are tried
 * @returns levers, the busiest resource first
 * @example
 * ```ts
 * levers(model, planDay(model), outcome.journeys, { journey: 'box', count: 3, days: 120, replications: 2 });
 * ```
 */
export function levers(
  model: Model,
  day: PlannedDay,
  journeys: Readonly<Record<string, JourneyTime>>,
  {
    journey,
    count,
    replications = 2,
    draw = 0,
    ...options
  }: OperationsOptions & { readonly journey: string; readonly count: number },
): Lever[] {
  const run = (changed: Model) =>
    Array.from({ length: replications }, (_, i) =>
      simulateOperations(changed, day, journeys, { ...options, replications: 1, draw: draw + i }),
    );
  const timesOf = (runs: readonly OperationsResult[]) => runs.map((one) => one.journeys[journey]?.time?.mean ?? null);
  const base = run(model);
  const busiest = Object.entries(base[0]!.nodes)
    .flatMap(([facility, { report }]) => report.resources.map(({ id, use }) => ({ facility, id, use })))
    .sort((a, b) => b.use - a.use || (a.id < b.id ? -1 : 1))
    .slice(0, count);
  return busiest.flatMap(({ facility, id }) => {
    const { name, resources } = model.facilities[facility]!;
    return changesOf(resources[id]!).map(({ change, changed }): Lever => {
      const other = run(withResource(model, facility, id, changed));
      return {
        element: `${name}: ${resources[id]!.name}`,
        change,
        time: pairedDifference(timesOf(base), timesOf(other)),
        trains: pairedDifference(base.map(arrivedADay), other.map(arrivedADay))!,
      };
    });
  });
}

function arrivedADay({ services }: OperationsResult): number {
  return Object.values(services).reduce((sum, { arrived }) => sum + arrived, 0);
}
