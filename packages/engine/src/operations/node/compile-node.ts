import { clockOffset, type Model, timeOfDay } from '../../corridor/index.ts';
import { contentsOf } from './contents.ts';
import {
  type NodeFlow,
  type NodeNetwork,
  type NodeResource,
  type NodeRoute,
  type NodeStep,
  unitRank,
  type WorkSpread,
} from './network.ts';
import { workingHours } from './working-hours.ts';

type Facility = Model['facilities'][string];
type Step = Facility['steps'][string];
type Flow = Facility['flows'][string];
type Resource = Facility['resources'][string];

/** Priority of flows and steps that state none. */
const ORDINARY = 5;

/**
 * Makes a facility of the corridor ready to be simulated: ids become indices, calendars a year of hours, stated times the
 * mean time of every step for every flow.
 *
 * A step takes its own `time`, or `part` of the time that its border states for a procedure or a transfer. That of a
 * transfer, and of a procedure with `machines`, is the time of a whole train with so many at work: of a train of n units,
 * one unit keeps one machine busy for part · time · machines / n. Productivity divides it.
 *
 * @param model - the corridor as drawn
 * @param id - id of the facility
 * @returns the network
 * @example
 * ```ts
 * driveNode(compileNode(model, 'border-yard'), { seed: 1, draw: 0, warmUp: 0, measured: 86_400 });
 * ```
 */
export function compileNode(model: Model, id: string): NodeNetwork {
  const facility = model.facilities[id]!;
  const country = model.stations[facility.station]!.country;
  const stepIds = Object.keys(facility.steps);
  const flowIds = Object.keys(facility.flows);
  const storageIds = Object.keys(facility.storage);
  const resourceIds = Object.keys(facility.resources);
  const flows = Object.entries(facility.flows).map(
    ([key, flow]): NodeFlow => ({
      id: key,
      name: flow.name,
      unit: flow.unit,
      contents: contentsOf(model, flow),
      enters: stepIds.indexOf(flow.enters),
      declared: (flow.declared ?? []).map((step) => stepIds.indexOf(step)),
      notice: flow.notice ?? 0,
      priority: flow.priority ?? ORDINARY,
      rate: flow.every === undefined ? 0 : 1 / flow.every,
      arrivals: flow.arrivals ?? 'random',
      services: flow.services ?? [],
      onward: flow.onward ?? [],
    }),
  );
  const stepOf = ([key, step]: [string, Step]): NodeStep => ({
    id: key,
    name: step.name,
    unit: step.unit,
    time: Object.values(facility.flows).map((flow, index) => meanTime(model, facility, step, flow, flows[index]!)),
    spread: spreadOf(step),
    uses: (step.uses ?? []).map((used) => resourceIds.indexOf(used)),
    takes: step.takes === undefined ? -1 : storageIds.indexOf(step.takes),
    givesBack: (step.gives_back ?? []).map((storage) => storageIds.indexOf(storage)),
    gathers: step.gathers ?? 0,
    joins: step.joins ?? false,
    priority: step.priority ?? ORDINARY,
    next: (step.next ?? []).map((next) => stepIds.indexOf(next)),
    routes: Object.values(step.routes).map((route): NodeRoute => {
      const own = flowIds.flatMap((flow, index) => (isReserved(route, flow, facility.flows[flow]!) ? [index] : []));
      const isReservedRoute = route.flows !== undefined || route.commodities !== undefined;
      return { to: stepIds.indexOf(route.to), share: route.share ?? 0, flows: isReservedRoute ? own : null };
    }),
    leaves: step.leaves ?? false,
  });
  return {
    id,
    name: facility.name,
    clock: clockOffset(model, country),
    steps: Object.entries(facility.steps).map(stepOf),
    resources: Object.entries(facility.resources).map(([key, resource]) => resourceOf(model, key, resource, country)),
    storages: Object.entries(facility.storage).map(([key, storage]) => ({
      id: key,
      name: storage.name,
      unit: storage.unit,
      room: storage.room ?? tracksOf(model, storage.at ?? facility.station, storage.tracks ?? []),
    })),
    flows,
  };
}

/** How many tracks a storage is made of. */
function tracksOf(model: Model, station: string, tracks: readonly string[]): number {
  return tracks.reduce((sum, track) => sum + (model.stations[station]!.tracks[track]!.count ?? 1), 0);
}

function isReserved(route: Step['routes'][string], flow: string, { carries }: Flow): boolean {
  const carried = route.commodities?.some((commodity) => carries?.includes(commodity)) ?? false;
  return carried || (route.flows?.includes(flow) ?? false);
}

/** Mean time of one unit of a flow at a step, s. */
function meanTime(model: Model, facility: Facility, step: Step, flow: Flow, compiled: NodeFlow): number {
  const slowest = (step.uses ?? []).reduce((least, used) => {
    const { productivity } = facility.resources[used]!;
    if (Object.keys(productivity).length === 0) return least;
    return Math.min(least, productivity[flow.load]?.factor ?? Number.NaN);
  }, Number.POSITIVE_INFINITY);
  const speed = slowest === Number.POSITIVE_INFINITY ? 1 : slowest;
  return statedTime(model, facility, step, compiled) / speed;
}

function statedTime(model: Model, { border }: Facility, step: Step, { unit, contents }: NodeFlow): number {
  if (step.time !== undefined) return step.time;
  const part = step.part ?? 1;
  const stated = border === undefined ? undefined : model.borders[border];
  const { procedure, transfer } = step;
  const source = procedure === undefined ? stated?.transfers[transfer ?? ''] : stated?.procedures[procedure];
  if (procedure === undefined && transfer === undefined) return 0;
  const whole = part * (source?.time ?? Number.NaN);
  const isOfTrain = transfer !== undefined || step.machines !== undefined;
  if (!isOfTrain || unitRank(step.unit) <= unitRank(unit)) return whole;
  return (whole * (step.machines ?? 1)) / (contents[step.unit] ?? 1);
}

function spreadOf({ spread = 'fixed', variation = 1, least = 1, most = 1 }: Step): WorkSpread {
  switch (spread) {
    case 'fixed':
    case 'exponential':
      return { kind: spread };
    case 'gamma':
    case 'lognormal':
      return { kind: spread, variation };
    default:
      return { kind: spread, least, most };
  }
}

function resourceOf(model: Model, id: string, resource: Resource, country: string): NodeResource {
  const by = resource.by ?? country;
  const { count, breakdowns } = resource;
  const hours = workingHours({
    shifts: Object.values(resource.shifts).map((shift) => ({
      begin: timeOfDay(shift.begin),
      end: timeOfDay(shift.end),
      days: shift.days ?? 'every day',
      count: shift.count ?? count,
    })),
    count,
    clock: clockOffset(model, by),
    holidays: resource.keeps_holidays ? Object.values(model.countries[by]!.holidays) : [],
    year: model.corridor.base_year,
  });
  const fails = breakdowns !== undefined && breakdowns.failure_rate > 0;
  const between = fails ? (breakdowns.repair * (1 - breakdowns.failure_rate)) / breakdowns.failure_rate : 0;
  return {
    id,
    name: resource.name,
    count,
    hours,
    breakdowns: fails ? { between, repair: breakdowns.repair } : null,
  };
}
