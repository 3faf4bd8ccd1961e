import type { Model } from '../../corridor/index.ts';
import type { JourneyTime, ServiceOutcome } from '../../running/index.ts';
import { type LineSection, lineSections, possessed } from '../../timetable/index.ts';
import { type SectionLoad, sectionLoads } from './section-loads.ts';

/** A corridor made ready for being screened with any number of trains. Plain data. */
export interface OperationsScreen {
  readonly sections: readonly LineSection[];
  /** Share of the day for which maintenance has each section. */
  readonly closed: readonly number[];
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
}

/** One journey as the screening sees it; only those that arrive are kept. */
export interface ScreenedJourney {
  readonly legs: readonly string[];
  /** For each leg, whether the change to it waits for its next departure: not for the first, nor where a layover says how long. */
  readonly changes: readonly boolean[];
  /** Seconds at borders and at layovers. */
  readonly border: number;
  readonly layover: number;
}

const day = 86_400;

/**
 * Makes a corridor ready for screening: which sections each service holds for how long, what its borders take.
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
  const services = Object.entries(runs).flatMap(([id, run]): Array<[string, ScreenedService]> => {
    if (run.kind !== 'run') return [];
    const loads = sectionLoads(sections, run);
    const moving = run.time - run.standing;
    const supplement = meanSupplement(sections, loads);
    return [[id, { loads, time: run.time + moving * supplement, netLoad: run.train.netLoad }]];
  });
  const arriving = Object.entries(journeys).flatMap(([id, time]): Array<[string, ScreenedJourney]> => {
    if (time.total === null) return [];
    const { legs } = model.journeys[id]!;
    const changes = legs.map((leg, index) => index > 0 && !timedChange(model, id, legs[index - 1]!, leg));
    return [[id, { legs, changes, border: time.border ?? 0, layover: time.layover ?? 0 }]];
  });
  return {
    sections,
    closed: sections.map((section) => Math.min(0.99, possessed(model, section) / day)),
    services: Object.fromEntries(services),
    journeys: Object.fromEntries(arriving),
  };
}

/** Whether a journey says how long it waits, where one leg ends, for the scheduled train of the next. */
function timedChange(model: Model, journey: string, before: string, leg: string): boolean {
  const { kind, route } = model.services[leg]!;
  const meeting = [model.services[before]!.route.at(-1), route[0]];
  return (
    kind === 'scheduled' && Object.values(model.journeys[journey]!.layovers).some((at) => meeting.includes(at.station))
  );
}

/** Mean running supplement over a way, by time. */
function meanSupplement(sections: readonly LineSection[], loads: readonly SectionLoad[]): number {
  const total = loads.reduce((sum, { held }) => sum + held, 0);
  if (total === 0) return 0;
  return loads.reduce((sum, { section, held }) => sum + sections[section]!.rules.runningSupplement * held, 0) / total;
}
