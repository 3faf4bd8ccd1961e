import type { Model } from './corridor/index.ts';
import { type DemandYear, isFreight, wholeTrains } from './demand/index.ts';
import type { Ground } from './ground.ts';
import {
  type OperationsOptions,
  type OperationsResult,
  type PlannedDay,
  simulateOperations,
  type TrainsRun,
} from './operations/index.ts';
import { planDay } from './timetable/index.ts';

const DAY = 86_400;
/** Paths a day that are reckoned with where none was found: one a month, so that nobody waits for ever. */
const fewestPaths = 1 / 30;

/** Part of its paths that the loaded trains of a goods service take at the most: loads do not come evenly. */
const mostTaken = 0.85;

/**
 * Plans a day for some trains and simulates days of it: a path for each whole train and some to spare, and as many trains
 * on them as there are.
 *
 * @param model - the corridor as drawn
 * @param ground - journeys of its trains when nobody is in the way
 * @param trains - trains a second by service; all that the corridor has when left out
 * @param options - days and replications
 * @returns the day that was planned, and what was seen
 * @example
 * ```ts
 * daysOf(model, ground, { all, loaded }).operations.binding;
 * ```
 */
export function daysOf(
  model: Model,
  { journeys }: Pick<Ground, 'journeys'>,
  trains?: TrainsRun,
  options: OperationsOptions = {},
) {
  const day = planDay(model, { trains: trains === undefined ? {} : pathsFor(model, trains) });
  const operations: OperationsResult = simulateOperations(model, day, journeys, { ...options, trains });
  return { day, operations };
}

/**
 * Paths a day of each service: one for each whole train, and some to spare for goods.
 *
 * @param model - the corridor as drawn
 * @param trains - trains a second by service
 * @returns paths a day by service, as `planDay` takes them
 * @example
 * ```ts
 * planDay(model, { trains: pathsFor(model, trains) });
 * ```
 */
export function pathsFor(model: Model, { all, loaded }: TrainsRun): Record<string, number> {
  const some = Object.entries(all).map(([id, rate]) => {
    const needed = isFreight(model, id) ? (loaded[id] ?? 0) / mostTaken : 0;
    return [id, Math.max(rate, needed)] as const;
  });
  return wholeTrains(Object.fromEntries(some));
}

/**
 * Loaded trains for which a day has paths, of services that did not get all they asked for.
 *
 * @param model - the corridor as drawn
 * @param day - the day that was planned
 * @returns trains a second by service
 * @example
 * ```ts
 * pathsFound(model, planDay(model, { trains: { north: 40 } })); // { north: 2.1e-4 }
 * ```
 */
export function pathsFound(
  model: Model,
  { problem, paths }: Pick<PlannedDay, 'problem' | 'paths'>,
): Record<string, number> {
  const short = new Set(problem.trains.flatMap(({ service }, i) => (paths[i] ? [] : [service])));
  return Object.fromEntries(
    [...short].map((id) => {
      const found = problem.trains.filter(({ service }, i) => service === id && paths[i]).length;
      const most = isFreight(model, id) ? mostTaken * found : found;
      return [id, Math.max(most, fewestPaths) / (problem.period ?? DAY)];
    }),
  );
}

/**
 * Trains of a year as days are simulated with them.
 *
 * @param year - the year as demand has it
 * @returns trains a second, all and loaded, with what travels on each journey
 * @example
 * ```ts
 * runningIn(demand.years[0]).all.north;
 * ```
 */
export function runningIn({ trains, loaded, journeys }: DemandYear): TrainsRun {
  return { all: trains, loaded, journeys };
}
