import type { Model } from '../../corridor/index.ts';
import type { JourneyTime, ServiceOutcome } from '../../running/index.ts';
import { type LineSection, lineSections, possessed } from '../../timetable/index.ts';
import { nodesBetween, replacedByNodes, type Terminals, terminalsOf } from '../join/terminals.ts';
import { type NodeScreen, screenNode } from './node-screen.ts';
import { heldAlone, type SectionLoad, sectionLoads } from './section-loads.ts';

/** A corridor made ready for being screened with any number of trains. Plain data. */
export interface OperationsScreen {
  readonly sections: readonly LineSection[];
  /** Share of the day for which maintenance has each section. */
  readonly closed: readonly number[];
  /** What one train of each service takes of each section, part of its open time × s. */
  readonly sectionLoads: ReadonlyArray<Readonly<Record<string, number>>>;
  readonly nodes: readonly NodeScreen[];
  readonly services: Readonly<Record<string, ScreenedService>>;
  readonly journeys: Readonly<Record<string, ScreenedJourney>>;
}

/** One service as the screening sees it. */
export interface ScreenedService {
  readonly loads: readonly SectionLoad[];
  /** From first to last station when nobody is in the way, s, supplements included. */
  readonly time: number;
  /** Net load of a train, kg. */
  readonly netLoad: number;
  /** The node its trains go into at their end. */
  readonly into: FlowOfNode | null;
}

/** A flow of a node, by index. */
export interface FlowOfNode {
  readonly node: number;
  readonly flow: number;
}

/** One journey as the screening sees it; only those that arrive are kept. */
export interface ScreenedJourney {
  readonly legs: readonly string[];
  /** For each leg, whether the change to it waits for its next departure: not for the first, nor where a layover says how long. */
  readonly changes: readonly boolean[];
  /** Nodes it passes between its legs, and the one at its end. */
  readonly through: readonly FlowOfNode[];
  readonly end: FlowOfNode | null;
  /** Seconds at borders where no node lies, and at layovers. */
  readonly border: number;
  readonly layover: number;
}

const day = 86_400;

/**
 * Makes a corridor ready for screening: which sections each service holds for how long, which nodes it passes, what its
 * other borders take.
 *
 * @param model - the corridor as drawn
 * @param runs - one train of each service alone on the line
 * @param journeys - journeys when nobody is in the way
 * @returns the screen; services that do not run and journeys that do not arrive are left out
 * @example
 * ```ts
 * const screen = prepareScreen(model, outcome.services, outcome.journeys);
 * ```
 */
export function prepareScreen(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome>>,
  journeys: Readonly<Record<string, JourneyTime>>,
): OperationsScreen {
  const sections = lineSections(model);
  const running = new Set(Object.keys(runs).filter((id) => runs[id]!.kind === 'run'));
  const terminals = terminalsOf(model, running, () => 0);
  const nodes = terminals.networks.map((network) => {
    const { kind } = model.facilities[network.id]!;
    return screenNode(network, kind.endsWith('port') ? 'port' : 'border');
  });
  const services = Object.entries(runs).flatMap(([id, run]): Array<[string, ScreenedService]> => {
    if (run.kind !== 'run') return [];
    const loads = sectionLoads(sections, run);
    const moving = run.time - run.standing;
    const time = run.time + moving * meanSupplement(sections, loads);
    return [[id, { loads, time, netLoad: run.train.netLoad, into: terminals.into.get(id) ?? null }]];
  });
  const arriving = Object.entries(journeys).flatMap(
    ([id, time]): Array<[string, ScreenedJourney]> =>
      time.total === null ? [] : [[id, screenJourney(model, id, time, terminals)]],
  );
  const closed = sections.map((section) => Math.min(0.99, possessed(model, section) / day));
  return {
    sections,
    closed,
    sectionLoads: loadsBySection(sections, closed, services),
    nodes,
    services: Object.fromEntries(services),
    journeys: Object.fromEntries(arriving),
  };
}

function loadsBySection(
  sections: readonly LineSection[],
  closed: readonly number[],
  services: ReadonlyArray<readonly [string, ScreenedService]>,
): OperationsScreen['sectionLoads'] {
  const loads = sections.map((): Record<string, number> => ({}));
  for (const [id, service] of services)
    for (const load of service.loads) {
      const section = sections[load.section]!;
      const part = heldAlone(section, load) / (section.tracks * (1 - closed[load.section]!));
      loads[load.section]![id] = (loads[load.section]![id] ?? 0) + part;
    }
  return loads;
}

/** A node takes the place of the stated time of its border, or of the layover at its station that waits for no timetable. */
function screenJourney(model: Model, id: string, { parts }: JourneyTime, terminals: Terminals): ScreenedJourney {
  const { legs } = model.journeys[id]!;
  const timed = legs.map((leg, index) => (index > 0 ? timedChange(model, id, legs[index - 1]!, leg) : []));
  const isReplaced = replacedByNodes(model, id, terminals);
  const stated = (what: string, kept: readonly string[] = []) =>
    parts
      .filter((part) => part.what === what && (kept.includes(part.id) || !isReplaced(part)))
      .reduce((sum, { time }) => sum + (time ?? 0), 0);
  const last = terminals.into.get(legs.at(-1)!);
  const ends = last !== undefined && terminals.onward.get(`${last.node}/${last.flow}`)!.length === 0;
  return {
    legs,
    changes: timed.map((stations, index) => index > 0 && stations.length === 0),
    through: nodesBetween(model.journeys[id]!, terminals),
    end: ends ? last : null,
    border: stated('border'),
    layover: stated('layover', timed.flat()),
  };
}

/** Stations at which a journey says how long it waits, where one leg ends, for the scheduled train of the next. */
function timedChange(model: Model, journey: string, before: string, leg: string): string[] {
  const { kind, route } = model.services[leg]!;
  const meeting = [model.services[before]!.route.at(-1), route[0]];
  const stations = Object.values(model.journeys[journey]!.layovers).map(({ station }) => station);
  return kind === 'scheduled' ? stations.filter((station) => meeting.includes(station)) : [];
}

/** Mean running supplement over a way, by time. */
function meanSupplement(sections: readonly LineSection[], loads: readonly SectionLoad[]): number {
  const total = loads.reduce((sum, { held }) => sum + held, 0);
  if (total === 0) return 0;
  return loads.reduce((sum, { section, held }) => sum + sections[section]!.rules.runningSupplement * held, 0) / total;
}
