import { occupancyLimits } from '../../timetable/index.ts';
import type { ServiceLevel } from '../service-level.ts';
import type { TrainsRun } from '../trains-run.ts';
import { lineQueues } from './line-queues.ts';
import { type NodeFit, type NodeQueues, nodeQueues } from './node-queues.ts';
import type { NodeScreen } from './node-screen.ts';
import type { QueueEstimate } from './queue.ts';
import type { OperationsScreen, ScreenedJourney } from './screen.ts';
import { fittedShares, type ScreeningFit } from './screening-fit.ts';

/** An element of the chain as screened. */
export interface ScreenedElement {
  /** Name in words, such as `line main/valley/summit`. */
  readonly name: string;
  readonly kind: 'line' | 'border' | 'port';
  /** Part of the time for which it is taken, or part of what it can do that is asked of it. */
  readonly utilisation: number;
  /** The most it can be asked for: beyond it traffic is refused. */
  readonly limit: number;
  /** Mean wait before it, s. */
  readonly wait: number;
  /** What one train of each service takes of it, part × s; on lines any train, at nodes one that is loaded. */
  readonly loads: Readonly<Record<string, number>>;
}

/** What screening says of every journey and every element. */
export interface ScreenedOperations {
  /** By journey; journeys that cannot arrive are missing. */
  readonly levels: Readonly<Record<string, ServiceLevel>>;
  /** Sections of line in the order of the screen, resources and storages of its nodes, paths of services that want more. */
  readonly elements: readonly ScreenedElement[];
  /** Work and waits of every flow of every node of the screen, s. */
  readonly nodes: ReadonlyArray<NodeQueues['flows']>;
}

/** Fewest departures that a service is taken to have, one a week: nobody waits for ever. */
const LEAST_RATE = 1 / (7 * 86_400);
/** Share of the day for which a section may be held: the limit of UIC 406 for mixed traffic. */
const LINE_LIMIT = occupancyLimits['mixed traffic'].day;
/** Share of what people, machines and tracks can do beyond which nothing more is taken on. */
export const NODE_LIMIT = 0.95;

/**
 * Approximates what simulated days would show, for real-valued numbers of trains and at the cost of a few thousand
 * additions: each section of line is a queue (several blocks or tracks take several trains), so is each resource and
 * each storage of a node; each change of trains waits for the next departure.
 *
 * @param screen - the corridor, made ready by `prepareScreen`
 * @param trains - trains a second of each service; those not named do not run
 * @param fit - what is known of this corridor beyond its files; nothing when left out
 * @returns service levels by journey, and how full each element is
 * @example
 * ```ts
 * const daily = { 'container-south': 6 / 86_400 };
 * const { levels } = screenOperations(screen, { all: daily, loaded: daily });
 * levels['box'].parts.meets; // s
 * ```
 */
export function screenOperations(
  screen: OperationsScreen,
  trains: TrainsRun,
  fit: ScreeningFit = {},
): ScreenedOperations {
  const lines = lineQueues(screen, trains.all);
  const nodes = screen.nodes.map((node, index) =>
    nodeQueues(node, arrivalsAt(screen, index, trains.loaded), fitOf(node, fit)),
  );
  const elements = [
    ...lineElements(screen, lines),
    ...nodes.flatMap((queues, node) => nodeElements(screen, node, queues)),
    ...pathElements(trains, fit),
  ];
  const line = roomOf(elements.slice(0, lines.length));
  const room = { all: roomOf(elements.slice(lines.length), line), line };
  const levels = Object.entries(screen.journeys).map(([id, journey]) => [
    id,
    levelOf(screen, id, journey, trains, lines, nodes, room, fit),
  ]);
  return { levels: Object.fromEntries(levels), elements, nodes: nodes.map(({ flows }) => flows) };
}

function fitOf({ id, network }: NodeScreen, { waits, stays, capacity }: ScreeningFit): NodeFit {
  return {
    waits: waits?.[id] ?? 1,
    stays: network.flows.map((flow) => stays?.[`${id}/${flow.id}`] ?? 0),
    capacity: network.resources.map((resource) => capacity?.[`${id}/${resource.id}`] ?? 1),
  };
}

/** Loaded trains a second that go into each flow of a node. */
function arrivalsAt({ nodes, services }: OperationsScreen, node: number, loaded: TrainsRun['loaded']): number[] {
  const rates = nodes[node]!.flows.map(() => 0);
  for (const [id, { into }] of Object.entries(services)) if (into?.node === node) rates[into.flow]! += loaded[id] ?? 0;
  return rates;
}

function lineElements(
  { sections, sectionLoads }: OperationsScreen,
  lines: readonly QueueEstimate[],
): ScreenedElement[] {
  return lines.map(({ utilisation, wait }, index): ScreenedElement => {
    const name = `line ${sections[index]!.id}`;
    const loads = sectionLoads[index]!;
    return { name, kind: 'line', utilisation, limit: LINE_LIMIT, wait: fittedShares.line * wait, loads };
  });
}

function nodeElements(screen: OperationsScreen, node: number, { elements }: NodeQueues): ScreenedElement[] {
  const { kind } = screen.nodes[node]!;
  const coming = Object.entries(screen.services).flatMap(([id, { into }]) =>
    into?.node === node ? [{ id, flow: into.flow }] : [],
  );
  return elements.map(({ name, utilisation, wait, loads }): ScreenedElement => {
    const own: Record<string, number> = {};
    for (const { id, flow } of coming) if (loads[flow]! > 0) own[id] = loads[flow]!;
    return { name, kind, utilisation, limit: NODE_LIMIT, wait, loads: own };
  });
}

function pathElements({ loaded }: TrainsRun, { paths = {} }: ScreeningFit): ScreenedElement[] {
  return Object.entries(paths).map(([id, most]): ScreenedElement => {
    const utilisation = (loaded[id] ?? 0) / most;
    return { name: `paths of ${id}`, kind: 'line', utilisation, limit: 1, wait: 0, loads: { [id]: 1 / most } };
  });
}

/** How many more trains a second each service could run, and the element that sets it. */
type Room = ReadonlyMap<string, { readonly more: number; readonly binding: string }>;

function roomOf(elements: readonly ScreenedElement[], before: Room = new Map()): Room {
  const room = new Map(before);
  for (const { name, utilisation, limit, loads } of elements)
    for (const id in loads) {
      const more = (limit - utilisation) / loads[id]!;
      if (more < (room.get(id)?.more ?? Number.POSITIVE_INFINITY)) room.set(id, { more, binding: name });
    }
  return room;
}

function levelOf(
  screen: OperationsScreen,
  id: string,
  { legs, changes, through, end, border, layover }: ScreenedJourney,
  trains: TrainsRun,
  lines: readonly QueueEstimate[],
  nodes: readonly NodeQueues[],
  room: { readonly all: Room; readonly line: Room },
  fit: ScreeningFit,
): ServiceLevel {
  let running = 0;
  let meets = 0;
  let connection = 0;
  let delays = 0;
  let variance = 0;
  for (const [index, leg] of legs.entries()) {
    const { loads, time } = screen.services[leg]!;
    running += time;
    delays += fit.delays?.[leg] ?? 0;
    if (changes[index]) {
      const rate = Math.max(trains.all[leg] ?? 0, LEAST_RATE);
      const share = fit.connections?.[leg] ?? fittedShares.connection;
      connection += share / (2 * rate);
      variance += (share * share) / (12 * rate * rate);
    }
    for (const { section } of loads) {
      meets += fittedShares.line * lines[section]!.wait;
      variance += fittedShares.line * fittedShares.line * lines[section]!.variance;
    }
  }
  const passed = through.map(({ node, flow }) => nodes[node]!.flows[flow]!);
  const last = end && nodes[end.node]!.flows[end.flow]!;
  for (const { variance: waits } of last ? [...passed, last] : passed) variance += waits;
  const sum = (of: 'work' | 'wait') => passed.reduce((total, node) => total + node[of], 0);
  const parts = {
    running,
    meets,
    delays,
    connection,
    border: border + sum('work'),
    queues: sum('wait'),
    layover,
    terminal: last?.wait ?? 0,
  };
  return {
    journey: id,
    time: Object.values(parts).reduce((total, part) => total + part, 0),
    deviation: Math.sqrt(variance),
    parts,
    capacity: capacityOf(screen, legs, trains, room.all),
    line: capacityOf(screen, legs, trains, room.line),
    fidelity: 'screening',
  };
}

/** The most that a chain of services can run, by the room that is left to each. */
function capacityOf(
  { services }: OperationsScreen,
  legs: readonly string[],
  { all }: TrainsRun,
  room: Room,
): ServiceLevel['capacity'] {
  let capacity = { trains: Number.POSITIVE_INFINITY, mass: Number.POSITIVE_INFINITY, binding: 'no element' };
  for (const leg of legs) {
    const { more, binding } = room.get(leg) ?? { more: Number.POSITIVE_INFINITY, binding: 'no element' };
    const most = Math.max(0, (all[leg] ?? 0) + more);
    if (most < capacity.trains) capacity = { ...capacity, trains: most, binding };
    capacity = { ...capacity, mass: Math.min(capacity.mass, most * services[leg]!.netLoad) };
  }
  return capacity;
}
