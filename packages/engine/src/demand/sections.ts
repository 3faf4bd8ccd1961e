import type { Model } from '../corridor/index.ts';
import { screenOperations, type TrainsRun } from '../operations/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import type { SectionFlow } from './demand-outcome.ts';
import type { DemandNetwork } from './network.ts';
import type { JourneyFlows } from './trains.ts';

interface Section {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly begin: number;
  readonly end: number;
  readonly mass: [number, number];
  readonly persons: [number, number];
  trains: number;
}

/**
 * What travels over each section of line that a journey of the corridor uses, and all trains on it.
 *
 * @param network - the network of the year
 * @param flows - what travels on each journey
 * @param trains - trains a second by service, all and loaded
 * @returns sections in the order of lines and chainage; those without trains left out
 * @example
 * ```ts
 * sectionFlows(network, flows, trains).map(({ line, mass }) => [line, mass[0] + mass[1]]);
 * ```
 */
export function sectionFlows(network: DemandNetwork, flows: JourneyFlows, trains: TrainsRun): SectionFlow[] {
  const { model, ground } = network;
  const sections = new Map<string, Section>();
  const each = (service: string, add: (section: Section, direction: 0 | 1) => void) => {
    for (const { section, direction } of passed(ground.services[service])) {
      const key = `${section.line} ${section.begin}`;
      const known = sections.get(key) ?? section;
      sections.set(key, known);
      add(known, direction);
    }
  };
  for (const [service, rate] of Object.entries(trains.all))
    each(service, (section) => {
      section.trains += rate;
    });
  for (const [journey, flow] of Object.entries(flows)) {
    const { kind, legs } = model.journeys[journey];
    for (const leg of legs)
      each(leg, (section, direction) => {
        section[kind === 'freight' ? 'mass' : 'persons'][direction] += flow;
      });
  }
  const utilisation = utilisationOf(network.screen, trains);
  return inOrder(model, [...sections.values()]).map(({ begin, end, ...section }) => ({
    ...section,
    length: end - begin,
    utilisation: utilisation(section.line, begin, end),
  }));
}

/** Part of the day for which the fullest block between two chainages of a line is held. */
type Utilisation = (line: string, begin: number, end: number) => number;

function utilisationOf(screen: DemandNetwork['screen'], trains: TrainsRun): Utilisation {
  const { elements } = screenOperations(screen, trains);
  return (line, begin, end) =>
    screen.sections.reduce((most, section, i) => {
      const overlaps = section.line === line && section.begin < end - 1 && section.end > begin + 1;
      return overlaps ? Math.max(most, elements[i].utilisation) : most;
    }, 0);
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
          mass: [0, 0],
          persons: [0, 0],
          trains: 0,
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
