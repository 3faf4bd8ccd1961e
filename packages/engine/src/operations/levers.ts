import type { Model } from '../corridor/index.ts';
import type { JourneyTime } from '../running/index.ts';
import type { PlannedDay } from './join/planned-day.ts';
import type { OperationsResult } from './results/operations-result.ts';
import { type OperationsOptions, simulateOperations } from './simulate-operations.ts';

/** What one more of something buys. */
export interface Lever {
  /** Name of the facility and the resource. */
  readonly element: string;
  readonly change: 'one more' | 'an hour longer';
  /** Change of the mean time of the journey, s; null when nothing arrives with or without it. */
  readonly time: number | null;
  /** Change of trains that arrive a day, all services together. */
  readonly trains: number;
}

type Resource = Model['facilities'][string]['resources'][string];

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
  { journey, count, ...options }: OperationsOptions & { readonly journey: string; readonly count: number },
): Lever[] {
  const run = (changed: Model) => simulateOperations(changed, day, journeys, options);
  const base = run(model);
  const busiest = Object.entries(base.nodes)
    .flatMap(([facility, { report }]) => report.resources.map(({ id, use }) => ({ facility, id, use })))
    .sort((a, b) => b.use - a.use || (a.id < b.id ? -1 : 1))
    .slice(0, count);
  return busiest.flatMap(({ facility, id }): Lever[] => {
    const { name, resources } = model.facilities[facility]!;
    const resource = resources[id]!;
    const tried = (change: Lever['change'], changed: Resource): Lever => {
      const other = run(withResource(model, facility, id, changed));
      const [before, after] = [base.journeys[journey]?.time, other.journeys[journey]?.time];
      return {
        element: `${name}: ${resource.name}`,
        change,
        time: before && after ? after.mean - before.mean : null,
        trains: arrivedADay(other) - arrivedADay(base),
      };
    };
    const more = tried('one more', { ...resource, count: resource.count + 1, shifts: withOneMore(resource) });
    return Object.keys(resource.shifts).length === 0
      ? [more]
      : [more, tried('an hour longer', { ...resource, shifts: anHourLonger(resource) })];
  });
}

function arrivedADay({ services }: OperationsResult): number {
  return Object.values(services).reduce((sum, { arrived }) => sum + arrived, 0);
}

function withResource(model: Model, facility: string, id: string, resource: Resource): Model {
  const own = model.facilities[facility]!;
  const resources = { ...own.resources, [id]: resource };
  return { ...model, facilities: { ...model.facilities, [facility]: { ...own, resources } } };
}

/** Every shift that states how many work in it has one more. */
function withOneMore({ shifts }: Resource): Resource['shifts'] {
  return Object.fromEntries(
    Object.entries(shifts).map(([id, shift]) => [
      id,
      shift.count === undefined ? shift : { ...shift, count: shift.count + 1 },
    ]),
  );
}

/** Every shift ends an hour later, on the next day where it must. */
function anHourLonger({ shifts }: Resource): Resource['shifts'] {
  return Object.fromEntries(
    Object.entries(shifts).map(([id, shift]) => {
      const [hours, minutes] = shift.end.split(':').map(Number) as [number, number];
      return [
        id,
        { ...shift, end: `${String((hours + 1) % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` },
      ];
    }),
  );
}
