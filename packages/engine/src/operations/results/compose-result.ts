import { consistOf, type Model, netLoad } from '../../corridor/index.ts';
import { mean } from '../../numerics/index.ts';
import { occupancyLimits } from '../../timetable/index.ts';
import type { DaySimulation } from '../join/day-simulation.ts';
import type { DaysOptions, PlannedDay } from '../join/planned-day.ts';
import { punctualWithin } from '../join/service-tally.ts';
import { reportOf } from '../node/index.ts';
import { type CauseGroup, groupsOf } from './cause-groups.ts';
import { fleetResults } from './fleet-results.ts';
import type {
  ElementUse,
  JourneyResult,
  NodeResult,
  OperationsResult,
  ServiceResult,
  TimePart,
  VehiclesHeld,
} from './operations-result.ts';
import { spreadOf } from './spread.ts';

const DAY = 86_400;
/** Use of people and machines at which queues become long. */
const BUSY = 0.8;
/** Growth a day, in trainloads, from which on it is called overload. */
const GROWTH = 0.05;

/**
 * Results of several replications of simulated days.
 *
 * @param model - the corridor as drawn
 * @param day - what was planned
 * @param runs - one simulation each, run to its end
 * @param options - how they were run
 * @returns plain data
 */
export function composeResult(
  model: Model,
  day: PlannedDay,
  runs: readonly DaySimulation[],
  options: DaysOptions,
): OperationsResult {
  const first = runs[0]!;
  const groups = groupsOf(
    first.columns,
    first.trains.causes,
    first.nodes.map(({ network }, node) => ({
      first: first.nodeColumns[node]!,
      kind: model.facilities[network.id]!.kind,
    })),
  );
  const services = Object.fromEntries(
    first.services.map((id, index) => [id, serviceResult(model, runs, id, index, options.days, groups)]),
  );
  const journeys = Object.fromEntries([...first.journeys.keys()].map((id) => [id, journeyResult(runs, id, groups)]));
  const nodes = nodeResults(model, runs, options);
  const elements = [...sectionUses(day, runs, options), ...nodeUses(nodes)].sort(
    (a, b) => b.use / b.limit - a.use / a.limit || (a.name < b.name ? -1 : 1),
  );
  return {
    days: options.days,
    warmUp: options.warmUp,
    replications: runs.length,
    dispatch: options.dispatch,
    disturbed: options.disturbed,
    trains: runs.reduce((sum, { arrived }) => sum + arrived, 0),
    events: runs.reduce((sum, { events }) => sum + events, 0),
    services,
    journeys,
    nodes,
    elements: elements.slice(0, 40),
    binding: elements[0] ?? null,
    overload: overloads(model, runs, nodes, services, options),
    vehicles: vehiclesHeld(model, services),
    fleets: fleetResults(runs, options),
    trace: first.use.traced,
    traced: first.trace.stages,
  };
}

function serviceResult(
  model: Model,
  runs: readonly DaySimulation[],
  id: string,
  index: number,
  days: number,
  groups: readonly CauseGroup[],
): ServiceResult {
  const tallies = runs.map(({ tallies: all }) => all[index]!);
  const aDay = (of: (tally: (typeof tallies)[number]) => number) => mean(tallies.map(of)) / days;
  const consist = consistOf(model, model.train_types[model.services[id]!.train_type]!);
  const [load, boxes] = [
    netLoad(consist),
    consist.reduce((sum, { vehicle, count }) => sum + count * (vehicle.containers ?? 0), 0),
  ];
  const arrived = aDay((tally) => tally.arrived);
  const carried = aDay((tally) => tally.carried);
  const timed = tallies.reduce((sum, tally) => sum + tally.timed, 0);
  const boarded = tallies.reduce((sum, tally) => sum + tally.boarded, 0);
  const names = runs[0]!.columns.slice(0, tallies[0]!.spent.length);
  return {
    planned: aDay((tally) => tally.planned),
    arrived,
    cancelled: aDay((tally) => tally.cancelled),
    unused: aDay((tally) => tally.unused),
    refused: aDay((tally) => tally.refused),
    mass: carried * load,
    refusedMass: aDay((tally) => tally.refused) * load,
    containers: carried * boxes,
    time: spreadOf(tallies.map(({ times }) => times)),
    parts: partsOf(
      names,
      groups,
      tallies.map(({ spent, times }) => ({ spent, weight: times.weight })),
    ),
    punctual:
      timed === 0
        ? []
        : punctualWithin.map((within, i) => ({
            within,
            share: tallies.reduce((sum, { punctual }) => sum + punctual[i]!, 0) / timed,
          })),
    onTheWay: {
      mean: mean(tallies.map(({ trainSeconds }) => trainSeconds)) / (days * DAY),
      most: tallies.reduce((most, { mostInside }) => Math.max(most, mostInside), 0),
    },
    connection: boarded > 0 ? tallies.reduce((sum, { waited }) => sum + waited, 0) / boarded : null,
  };
}

function journeyResult(runs: readonly DaySimulation[], id: string, groups: readonly CauseGroup[]): JourneyResult {
  const found = runs.map(({ journeys }) => journeys.get(id)!);
  return {
    time: spreadOf(found.map(({ times }) => times)),
    parts: partsOf(
      runs[0]!.columns,
      groups,
      found.map(({ spent, times }) => ({ spent, weight: times.weight })),
    ),
  };
}

/** Causes with their mean seconds, each replication counting once as in the mean; those without time are left out. */
function partsOf(
  names: readonly string[],
  groups: readonly CauseGroup[],
  replications: ReadonlyArray<{ readonly spent: Float64Array; readonly weight: number }>,
): TimePart[] {
  const some = replications.filter(({ weight }) => weight > 0);
  if (some.length === 0) return [];
  return names.flatMap((cause, column) => {
    const time = mean(some.map(({ spent, weight }) => spent[column]! / weight));
    return time > 0 ? [{ cause, group: groups[column]!, time }] : [];
  });
}

function nodeResults(model: Model, runs: readonly DaySimulation[], options: DaysOptions): Record<string, NodeResult> {
  const begin = options.warmUp * DAY;
  const end = begin + options.days * DAY;
  const found = runs[0]!.nodes.map(({ network }, index): [string, NodeResult] => {
    const reports = runs.map((run) => {
      const outside = { refused: 0, held: 0, heldTime: 0, waiting: run.waitingOutside(index) };
      const insideAtStart = run.insideNodes[index]!;
      return reportOf(run.nodes[index]!, { events: run.events, begin, end, insideAtStart, outside });
    });
    const { name, kind } = model.facilities[network.id]!;
    return [
      network.id,
      {
        name,
        kind,
        report: reports[0]!,
        outside: mean(reports.map(({ outside }) => outside.waiting)),
        growthPerDay: mean(reports.map(({ inside }) => inside.growthPerDay)),
      },
    ];
  });
  return Object.fromEntries(found);
}

function sectionUses(day: PlannedDay, runs: readonly DaySimulation[], { days }: DaysOptions): ElementUse[] {
  const bySection = new Map<string, number[]>();
  for (const [resource, { kind, at }] of day.problem.resources.entries()) {
    if (kind !== 'block') continue;
    const use = mean(runs.map(({ use: { busy } }) => busy[resource]!)) / (days * DAY);
    bySection.set(at, [...(bySection.get(at) ?? []), use]);
  }
  return [...bySection].map(([section, uses]) => ({
    kind: 'line',
    name: section,
    use: uses.reduce((most, use) => Math.max(most, use), 0),
    limit: occupancyLimits['mixed traffic'].day,
  }));
}

function nodeUses(nodes: Readonly<Record<string, NodeResult>>): ElementUse[] {
  return Object.values(nodes).flatMap(({ name, kind, report }) =>
    report.resources.map(({ id, use }) => ({
      kind: kind.endsWith('port') ? ('port' as const) : ('border' as const),
      name: `${name}: ${id}`,
      use,
      limit: BUSY,
    })),
  );
}

/** What grows, in words. */
function overloads(
  { services: known }: Model,
  runs: readonly DaySimulation[],
  nodes: Readonly<Record<string, NodeResult>>,
  services: Readonly<Record<string, ServiceResult>>,
  { days }: DaysOptions,
): string[] {
  const said: string[] = [];
  for (const [index, { network }] of runs[0]!.nodes.entries()) {
    const { name, growthPerDay } = nodes[network.id]!;
    const sizes = network.flows.map((_, flow) => runs[0]!.nodes[index]!.sizeOf(flow));
    const load = Math.max(1, mean(sizes.length > 0 ? sizes : [1]));
    if (growthPerDay / load > GROWTH)
      said.push(`${name}: the queue inside grows by ${(growthPerDay / load).toFixed(1)} trainloads a day`);
  }
  for (const [service, id] of runs[0]!.services.entries()) {
    const away = mean(runs.map(({ tallies }) => tallies[service]!.turnedAway)) / days;
    if (away > GROWTH)
      said.push(
        `${known[id]!.name}: ${away.toFixed(1)} trainloads a day find no train; a week of them waits and the rest is turned away`,
      );
  }
  for (const [id, { refused }] of Object.entries(services))
    if (refused > GROWTH)
      said.push(
        `${known[id]!.name}: ${refused.toFixed(1)} trains a day are given up because the line or its end is full`,
      );
  return said;
}

/** Vehicles that trains on their way hold; those that stand between two trains are not among them. */
function vehiclesHeld(model: Model, services: Readonly<Record<string, ServiceResult>>): VehiclesHeld[] {
  const held = new Map<string, { mean: number; most: number }>();
  for (const [id, { onTheWay }] of Object.entries(services)) {
    if (onTheWay.most === 0) continue;
    for (const { id: vehicle, count } of consistOf(model, model.train_types[model.services[id]!.train_type]!)) {
      const before = held.get(vehicle) ?? { mean: 0, most: 0 };
      held.set(vehicle, { mean: before.mean + count * onTheWay.mean, most: before.most + count * onTheWay.most });
    }
  }
  return [...held].map(([vehicle, numbers]) => ({ vehicle, ...numbers }));
}
