import type { Model } from '../corridor/index.ts';
import { lineUtilisation, type OperationsScreen, type TrainsRun } from '../operations/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import type { SectionFlow } from './demand-outcome.ts';
import type { JourneyFlows } from './trains.ts';

/** A part of a line between neighbouring stations. */
interface Section {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly begin: number;
  readonly end: number;
}

/** Sections between neighbouring stations, and which of them each service passes. */
export interface PassedSections {
  /** In the order of lines and chainage, with the places of the sections of the screen that overlap. */
  readonly sections: ReadonlyArray<Section & { readonly screened: readonly number[] }>;
  /** By service: places in `sections`, and whether chainage falls; a service that finds no way passes none. */
  readonly services: Readonly<Record<string, ReadonlyArray<readonly [section: number, direction: 0 | 1]>>>;
}

/** A network whose services are known to pass sections. */
interface PassedNetwork {
  readonly model: Model;
  readonly screen: OperationsScreen;
  readonly passed: PassedSections;
}

/**
 * The sections between neighbouring stations that the services of a corridor pass.
 *
 * @param model - the corridor as drawn
 * @param runs - one train of each service alone
 * @param screen - the corridor, made ready for screening
 * @returns the sections, once each
 * @example
 * ```ts
 * passedSections(model, services, screen).services.container.length; // 12
 * ```
 */
export function passedSections(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome>>,
  screen: OperationsScreen,
): PassedSections {
  const keyOf = ({ line, begin }: Section) => `${line} ${begin}`;
  const passings = Object.entries(runs).map(([id, run]) => [id, [...passed(run)]] as const);
  const known = new Map<string, Section>();
  for (const [, passing] of passings)
    for (const { section } of passing) if (!known.has(keyOf(section))) known.set(keyOf(section), section);
  const sections = inOrder(model, [...known.values()]);
  const places = new Map(sections.map((section, i) => [keyOf(section), i]));
  const byLine = screenedByLine(screen);
  return {
    sections: sections.map((section) => ({
      ...section,
      screened: overlapping(section, byLine.get(section.line) ?? []),
    })),
    services: Object.fromEntries(
      passings.map(([id, passing]) => [
        id,
        passing.map(({ section, direction }) => [places.get(keyOf(section)) ?? -1, direction] as const),
      ]),
    ),
  };
}

/** A section of the screen, by its place. */
interface Screened {
  readonly place: number;
  readonly begin: number;
  readonly end: number;
}

function screenedByLine({ sections }: OperationsScreen): Map<string, Screened[]> {
  const byLine = new Map<string, Screened[]>();
  for (const [place, { line, begin, end }] of sections.entries())
    byLine.set(line, [...(byLine.get(line) ?? []), { place, begin, end }]);
  return byLine;
}

function overlapping({ begin, end }: Section, screened: readonly Screened[]): number[] {
  return screened.filter((one) => one.begin < end - 1 && one.end > begin + 1).map(({ place }) => place);
}

/**
 * What travels over each section of line that a journey of the corridor uses, and all trains on it.
 *
 * @param network - the network of the year
 * @param flows - what travels on each journey
 * @param trains - trains a second by service, all and loaded
 * @returns sections in the order of lines and chainage; the part of the day for which the fullest block between two stations
 *   is held is its utilisation
 * @example
 * ```ts
 * sectionFlows(network, flows, trains).map(({ line, mass }) => [line, mass[0] + mass[1]]);
 * ```
 */
export function sectionFlows(network: PassedNetwork, flows: JourneyFlows, trains: TrainsRun): SectionFlow[] {
  const {
    model,
    passed: { sections, services },
    screen,
  } = network;
  const carried = sections.map(() => ({ mass: [0, 0] as [number, number], persons: [0, 0] as [number, number] }));
  const running = new Float64Array(sections.length);
  for (const [service, rate] of Object.entries(trains.all))
    for (const [section] of services[service] ?? []) running[section] += rate;
  for (const [journey, flow] of Object.entries(flows)) {
    const { kind, legs } = model.journeys[journey];
    for (const leg of legs)
      for (const [section, direction] of services[leg] ?? [])
        carried[section][kind === 'freight' ? 'mass' : 'persons'][direction] += flow;
  }
  const utilisation = lineUtilisation(screen, trains.all);
  return sections.map(({ screened, begin, end, ...section }, i) => ({
    ...section,
    ...carried[i],
    trains: running[i],
    length: end - begin,
    utilisation: screened.reduce((most, at) => Math.max(most, utilisation[at]), 0),
  }));
}

/** The sections between neighbouring stations that a service passes. */
function* passed(run: ServiceOutcome | undefined): Generator<{ section: Section; direction: 0 | 1 }> {
  const route = run?.route;
  if (!route) return;
  const stations = route.stations;
  let legStart = 0;
  let at = 1;
  for (const leg of route.legs) {
    const length = Math.abs(leg.end - leg.begin);
    const sign = leg.direction === 'rising' ? 1 : -1;
    for (; at < stations.length && stations[at].distance <= legStart + length + 0.5; at++) {
      const [before, after] = [stations[at - 1], stations[at]];
      const ends = [before, after].map(({ distance }) => leg.begin + sign * (distance - legStart));
      const rising = sign === 1;
      yield {
        direction: rising ? 0 : 1,
        section: {
          line: leg.line,
          from: rising ? before.station : after.station,
          to: rising ? after.station : before.station,
          begin: Math.round(Math.min(...ends)),
          end: Math.round(Math.max(...ends)),
        },
      };
    }
    legStart += length;
  }
}

function inOrder(model: Model, sections: readonly Section[]): Section[] {
  const lines = Object.keys(model.lines);
  return [...sections].sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line) || a.begin - b.begin);
}
