import type { Model } from '../corridor/index.ts';
import { type CrossingScheme, crossingCycles, type SectionRun } from './capacity/index.ts';
import type { LineSection } from './infrastructure/line-sections.ts';
import type { RunningTimes, ServiceCall, ServiceWay } from './timetable.ts';

/** Sections of single track between two stations at which trains of two directions can cross. */
export interface CrossingSection {
  /** Ids of the sections, by rising chainage. */
  readonly sections: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly scheme: CrossingScheme;
  /** From one pair of trains to the next, s. */
  readonly cycleTime: number;
}

/** The ways of the trains of a parallel diagram, by rising and by falling chainage. */
export interface DiagramTrains {
  readonly rising: ServiceWay;
  readonly falling: ServiceWay;
}

/** For each scheme which of the two runs, rising and falling, starts from a stop and which ends in one. */
const stopping: Readonly<Record<CrossingScheme, readonly [rising: Ends, falling: Ends]>> = {
  'both enter passing': [
    { starts: false, ends: true },
    { starts: false, ends: true },
  ],
  'both leave passing': [
    { starts: true, ends: false },
    { starts: true, ends: false },
  ],
  'down passes': [
    { starts: false, ends: false },
    { starts: true, ends: true },
  ],
  'up passes': [
    { starts: true, ends: true },
    { starts: false, ends: false },
  ],
};

interface Ends {
  readonly starts: boolean;
  readonly ends: boolean;
}

/**
 * The crossing section around a section of single track and the shortest period of its parallel diagram: it reaches to
 * the next stations at which one of the two trains can stand on one track while the other is on another. Where the
 * trains are too long for a loop it has several sections of line.
 *
 * Running times are planned ones, supplements included; intervals are those of the stations, or what route setting,
 * sighting and release leave between an arrival and a departure where a station states none.
 *
 * @param line - all sections of its line, by rising chainage
 * @param at - index of the section
 * @returns the crossing section, or undefined where the two trains can meet at no end of it
 */
export function crossingSection(
  model: Model,
  line: readonly LineSection[],
  at: number,
  { rising, falling }: DiagramTrains,
): CrossingSection | undefined {
  let [first, last] = [at, at];
  const goesOn = (station: string, next: LineSection | undefined) =>
    next?.tracks === 1 &&
    !canMeet(rising, falling, station) &&
    [rising, falling].every((way) => runsOver(way, [next.id]).length > 0);
  while (goesOn(line[first]!.from, line[first - 1])) first -= 1;
  while (goesOn(line[last]!.to, line[last + 1])) last += 1;
  const own = line.slice(first, last + 1);
  const ids = own.map(({ id }) => id);
  const [from, to] = [own[0]!.from, own[own.length - 1]!.to];
  const runs = [runsOver(rising, ids), runsOver(falling, ids)] as const;
  if (runs.some((own) => own.length === 0)) return undefined;
  const intervals = (station: string) => {
    const { arrival = 0, crossing } = model.stations[station]!.intervals ?? {};
    const { routeSetting, sighting, release } = line[at]!.rules;
    return { notSimultaneous: arrival, meet: crossing ?? routeSetting + sighting + release };
  };
  const cycles = crossingCycles({
    down: runOf(runs[0]),
    up: runOf(runs[1]),
    first: intervals(from),
    second: intervals(to),
  });
  const possible = cycles.find(({ scheme }) => stopping[scheme].every((ends, i) => canRun(runs[i as 0 | 1], ends)));
  return possible && { sections: ids, from, to, ...possible };
}

/** Whether one of two trains can stand at a station while the other is there on another track. */
function canMeet(a: ServiceWay, b: ServiceWay, station: string): boolean {
  const [callA, callB] = [callAt(a, station), callAt(b, station)];
  if (!callA || !callB) return false;
  const apart = (standing: ServiceCall, other: ServiceCall) =>
    standing.standing.some((track) => [...other.standing, ...other.passing].some((theirs) => theirs !== track));
  return apart(callA, callB) || apart(callB, callA);
}

function callAt({ calls }: ServiceWay, station: string): ServiceCall | undefined {
  return calls.find((call) => call.station === station);
}

/** Runs of a way that use one of some sections, in order of travel. */
function runsOver({ runs }: ServiceWay, sections: readonly string[]): RunningTimes[] {
  return runs.filter((run) => run.sections.some((section) => sections.includes(section)));
}

/** Running time and supplements of several runs in a row; a train that cannot pass takes the time of one that stops. */
function runOf(runs: readonly RunningTimes[]): SectionRun {
  const [first, last] = [runs[0]!, runs[runs.length - 1]!];
  const running = runs.reduce((sum, run) => sum + pure(run), 0);
  return {
    running,
    startSupplement: Math.max(0, (first.stopPass ?? first.stopStop ?? 0) - pure(first)),
    stopSupplement: Math.max(0, (last.passStop ?? last.stopStop ?? 0) - pure(last)),
  };
}

function pure({ passPass, passStop, stopPass, stopStop }: RunningTimes): number {
  return passPass ?? stopPass ?? passStop ?? stopStop ?? 0;
}

/** Whether a train can start at the first and stop at the last of several runs where it is to; one that is to pass may stop. */
function canRun(runs: readonly RunningTimes[], { starts, ends }: Ends): boolean {
  const [first, last] = [runs[0]!, runs[runs.length - 1]!];
  const startsThere = starts ? (first.stopPass ?? first.stopStop) !== null : true;
  const endsThere = ends ? (last.passStop ?? last.stopStop) !== null : true;
  return startsThere && endsThere && runs.every((run) => pure(run) > 0);
}
