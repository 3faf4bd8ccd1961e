import { type Fleet, type Model, unitsOn } from '../../corridor/index.ts';
import type { PlannedDay } from '../join/planned-day.ts';
import type { TrainsRun } from '../trains-run.ts';
import { dutiesOf } from './duties.ts';
import { type FleetRun, leastUnits } from './least-units.ts';
import { lightTimes } from './light-times.ts';
import { type PlanStock, planStock } from './plan-stock.ts';

const DAY = 86_400;

/** A train of the plan as a fleet sees it. */
export interface FleetTrain extends FleetRun {
  /** Index of the train in the plan. */
  readonly template: number;
}

/** A fleet with the trains that it works. All times s. */
export interface FleetPlan {
  readonly id: string;
  readonly name: string;
  readonly kind: Fleet['kind'];
  /** Services whose trains it works. */
  readonly services: readonly string[];
  /** Vehicles it is made of; none of crews. */
  readonly vehicles: readonly string[];
  /** Stations where its trains begin or end. */
  readonly places: readonly string[];
  /** Time of a light run from place to place, row by row; `Infinity` where no train leads. */
  readonly light: Float64Array;
  readonly turnround: number;
  /** `Infinity` where nothing limits a duty. */
  readonly longestDuty: number;
  readonly rest: number;
  /** Time of work between failures and time to repair; null without failures. */
  readonly breakdowns: { readonly between: number; readonly repair: number } | null;
  readonly trains: readonly FleetTrain[];
  /** Least number of units that works the plan, and how many there are. */
  readonly needed: number;
  readonly units: number;
  /** How many stand at each place on the first day. */
  readonly standing: readonly number[];
  /** What the plan asks of each place, and the time after which it repeats. */
  readonly stocks: readonly PlanStock[];
  readonly period: number;
}

/**
 * The fleets of a corridor with the trains of a plan: who needs what, how long a light run takes, and how many units there
 * are, worked out from the plan where the corridor does not say.
 *
 * @param model - the corridor as drawn
 * @param day - what was planned
 * @param trains - trains that run, real-valued; every path is used when left out
 * @returns fleets that some planned train needs, in the order of the files
 * @example
 * ```ts
 * fleetPlans(model, day)[0]?.needed; // 7
 * ```
 */
export function fleetPlans(model: Model, day: PlannedDay, trains?: TrainsRun): FleetPlan[] {
  const period = day.problem.period ?? DAY;
  const usedPart = usedParts(model, day, period, trains);
  return Object.entries(model.fleets).flatMap(([id, fleet]) => {
    const { name, kind, turnround, longest_duty = Number.POSITIVE_INFINITY, rest = 0, spare = 0, breakdowns } = fleet;
    const places: string[] = [];
    const placeOf = (station: string) => {
      if (!places.includes(station)) places.push(station);
      return places.indexOf(station);
    };
    const worked = day.problem.trains.flatMap(({ service, graph }, template): FleetTrain[] => {
      const path = day.paths[template];
      const each = path ? unitsOn(model, fleet, service) : 0;
      if (!path || each === 0) return [];
      const [begin, end] = [path.stays[0]!.departure, path.stays.at(-1)!.arrival];
      const duties = kind === 'crews' ? dutiesOf(end - begin, longest_duty) : 1;
      return [
        {
          template,
          units: each * duties,
          from: placeOf(graph.points[0]!.station),
          to: placeOf(graph.points.at(-1)!.station),
          departure: begin - Math.floor(begin / period) * period,
          run: end - begin,
          runs: usedPart(service),
        },
      ];
    });
    if (worked.length === 0) return [];
    const light = lightTimes(
      places,
      worked.map(({ template }) => ({ graph: day.problem.trains[template]!.graph, path: day.paths[template]! })),
    );
    const turn = Number.isFinite(longest_duty) ? Math.max(turnround, rest) : turnround;
    const least = leastUnits({ trains: worked, places: places.length, light, turn, period });
    const units = fleet.units === undefined ? Math.ceil(least.units * (1 + spare) - 1e-9) : Math.round(fleet.units);
    return [
      {
        id,
        name,
        kind,
        services: [...new Set(worked.map(({ template }) => day.problem.trains[template]!.service))],
        vehicles: kind === 'crews' ? [] : fleet.vehicles,
        places,
        light,
        turnround,
        longestDuty: longest_duty,
        rest,
        breakdowns: breakdowns ? betweenFailures(breakdowns) : null,
        trains: worked,
        needed: least.units,
        units,
        standing: sharedOut(units, least.byPlace),
        stocks: least.steps.map((steps, place) => planStock(place, steps, worked, turn, period)),
        period,
      },
    ];
  });
}

/** Part of the paths of a service that trains use; scheduled trains run whatever there is to carry. */
function usedParts(model: Model, { problem, paths }: PlannedDay, period: number, trains: TrainsRun | undefined) {
  const planned = new Map<string, number>();
  for (const [template, { service }] of problem.trains.entries())
    if (paths[template]) planned.set(service, (planned.get(service) ?? 0) + 1);
  return (service: string) =>
    trains === undefined || model.services[service]!.kind === 'scheduled'
      ? 1
      : Math.min(1, ((trains.all[service] ?? 0) * period) / planned.get(service)!);
}

function betweenFailures({ failure_rate, repair }: NonNullable<Fleet['breakdowns']>): FleetPlan['breakdowns'] {
  return failure_rate > 0 ? { between: (repair * (1 - failure_rate)) / failure_rate, repair } : null;
}

/** Whole units in proportion to weights, by the largest remainder; ties go to the first. */
function sharedOut(units: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (units * weight) / sum : units / weights.length));
  const shares = exact.map((share) => Math.floor(share + 1e-9));
  const order = exact
    .map((share, place) => ({ place, left: share - shares[place]! }))
    .sort((a, b) => b.left - a.left || a.place - b.place);
  const left = units - shares.reduce((all, share) => all + share, 0);
  for (const { place } of order.slice(0, left)) shares[place]!++;
  return shares;
}
