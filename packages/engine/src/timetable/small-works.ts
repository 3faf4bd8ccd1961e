import type { Model } from '../corridor/index.ts';
import { type BlockSignal, blockSignalIn, withBlockSignal } from './block-signal.ts';
import { type CrossingStation, crossingStationIn, withCrossingStation } from './crossing-station.ts';
import type { LineSection } from './infrastructure/line-sections.ts';
import { planTrains } from './plan/index.ts';
import type { TimetableOptions } from './plan-options.ts';
import type { PlannedLine } from './planned-line.ts';
import { type Saturation, saturatePlan } from './saturation.ts';
import { type StationLoop, stationLoopsAt, withStationLoop } from './station-loop.ts';
import type { Timetable } from './timetable.ts';
import { timetableProblem } from './timetable-problem.ts';

/** Something small that could be built where a line is scarce. */
export type Work = CrossingStation | StationLoop | BlockSignal;

/** What a small work buys. */
export interface SmallWork {
  readonly work: Work;
  /** Services of the leg of the main journey for which it is tried. */
  readonly services: readonly string[];
  /** Trains a day that fit, those of the timetable and those added, without and with it. */
  readonly trainsBefore: number;
  readonly trainsAfter: number;
  /** Train paths a day gained, both ways together. */
  readonly gained: number;
  /** What refuses the next train when it stands. */
  readonly refused: Saturation['refused'];
}

/** Small works: which sections are tried, and how hard. */
export interface SmallWorksOptions extends TimetableOptions {
  /** Sections tried on each leg of the main journey: the fullest, the one that refuses, the next fullest. Default 3. */
  readonly count?: number;
  /** Told before each search: what is looked at, and how many searches are over. */
  readonly progress?: (progress: { readonly label: string; readonly done: number; readonly total: number }) => void;
}

/** Work spent on a train that does not fit at once when a work is tried, in windows looked up. */
const effort = 100_000;

/** A work, the section in which it is tried, and the leg of the main journey for which. */
interface Trial {
  readonly work: Work;
  readonly section: LineSection;
  readonly leg: PlannedLine['saturations'][number];
}

/**
 * Ranks small works by the train paths they buy: in the fullest section of single track on a leg of the main journey, in
 * the one that refuses the next train, and in the next fullest, a crossing station in the middle and a signal that lets
 * trains follow each other, and where a train is refused one more loop at either end; each by itself. With it trains are added until one is refused.
 *
 * @param model - the corridor as drawn
 * @param planned - what was planned without a work
 * @param options - how many sections, and as for `planTimetable`
 * @returns works by paths gained, then by place; found, not proven: a longer search may find more
 * @example
 * ```ts
 * const [best] = smallWorks(model, planLine(model));
 * ```
 */
export function smallWorks(model: Model, planned: PlannedLine, options: SmallWorksOptions = {}): SmallWork[] {
  const { count = 3, progress = () => {} } = options;
  const trains = wantedIn(model, planned.plan);
  const trials = planned.saturations.flatMap((leg) => trialsOf(model, planned, leg, count));
  const works = trials.map(({ work, section, leg }, done): SmallWork => {
    progress({ label: `${work.kind} at ${work.section}`, done, total: trials.length });
    const services = relatedServices(planned.plan, leg.services);
    const trainsBefore = planned.plan.trains.filter(({ service }) => services.has(service)).length + leg.added;
    const built = only(withWork(model, work, section), services);
    const found = trainsThatFit(built, leg.services, planned.plan, { trains, ...options });
    // Trains that fit without the work also fit with it; the search need not find them again.
    const trainsAfter = Math.max(trainsBefore, found.trains);
    const gained = trainsAfter - trainsBefore;
    return { work, services: leg.services, trainsBefore, trainsAfter, gained, refused: found.refused };
  });
  return works.sort((a, b) => b.gained - a.gained || (keyOf(a.work) < keyOf(b.work) ? -1 : 1));
}

/**
 * A corridor in which a small work is built.
 *
 * @param model - the corridor as drawn; stays as it is
 * @param work - the work
 * @param section - the section of line it concerns
 * @returns the corridor that has it
 * @example
 * ```ts
 * withWork(model, best.work, section);
 * ```
 */
export function withWork(model: Model, work: Work, section: LineSection): Model {
  switch (work.kind) {
    case 'crossing station':
      return withCrossingStation(model, work);
    case 'station loop':
      return withStationLoop(model, work);
    case 'block signal':
      return withBlockSignal(model, work, section);
  }
}

/** Trains a day that each service of a timetable wanted, those that did not fit among them. */
function wantedIn({ services }: Model, { trains, refused }: Timetable): Record<string, number> {
  const wanted: Record<string, number> = Object.fromEntries(Object.keys(services).map((id) => [id, 0]));
  const add = (service: string, count: number) => {
    wanted[service] = (wanted[service] ?? 0) + count;
  };
  for (const { service } of trains) add(service, 1);
  for (const { service, count } of refused) add(service, count);
  return wanted;
}

/** Works on one leg, in some sections of single track that its trains use. */
function trialsOf(model: Model, { plan, sections }: PlannedLine, leg: Trial['leg'], count: number): Trial[] {
  const own = new Set(leg.services);
  const used = new Set(
    plan.trains
      .filter(({ service }) => own.has(service))
      .flatMap(({ blocking }) => blocking.map(({ section }) => section)),
  );
  const occupancy = new Map(sections.map(({ section, occupancyRate }) => [section, occupancyRate]));
  const refusing = leg.refused?.section;
  const ranked = plan.sections
    .filter(({ id, tracks }) => used.has(id) && tracks === 1)
    .sort((a, b) => (occupancy.get(b.id) ?? 0) - (occupancy.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const refused = ranked.filter(({ id }) => id === refusing);
  const tried = [...new Set([...ranked.slice(0, 1), ...refused, ...ranked])].slice(0, count);
  return tried.flatMap((section) => {
    const loops = section.id === refusing ? stationLoopsAt(model, section) : [];
    const works = [crossingStationIn(model, section), blockSignalIn(section), ...loops];
    return works.flatMap((work) => (work ? [{ work, section, leg }] : []));
  });
}

/** Services whose trains use a line of given services, or one of those that share a line with them, and so on. */
function relatedServices({ trains, sections }: Timetable, services: readonly string[]): Set<string> {
  const lineOf = new Map(sections.map(({ id, line }) => [id, line]));
  const linesOf = trains.map(
    ({ blocking }) => new Set(blocking.flatMap(({ section }) => lineOf.get(section ?? '') ?? [])),
  );
  const related = new Set(services);
  const lines = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [i, { service }] of trains.entries()) {
      const own = linesOf[i]!;
      const joins = related.has(service) || [...own].some((line) => lines.has(line));
      if (!joins || (related.has(service) && [...own].every((line) => lines.has(line)))) continue;
      related.add(service);
      for (const line of own) lines.add(line);
      grown = true;
    }
  }
  return related;
}

/** The corridor with some of its services only, and with the pins of those. */
function only(model: Model, services: ReadonlySet<string>): Model {
  const kept = <T>(entries: Readonly<Record<string, T>>, keep: (entry: T, id: string) => boolean) =>
    Object.fromEntries(Object.entries(entries).filter(([id, entry]) => keep(entry, id)));
  return {
    ...model,
    services: kept(model.services, (_, id) => services.has(id)),
    pins: kept(model.pins, ({ service }) => services.has(service)),
  };
}

/** Trains of a corridor and those that can be added, from a timetable of it before something was built. */
function trainsThatFit(model: Model, services: readonly string[], { trains }: Timetable, options: TimetableOptions) {
  const { workLimit = 1e6, seed, shouldStop } = options;
  const stated = timetableProblem(model, options);
  const plan = planTrains(stated.problem, {
    workLimit,
    like: trains.map(({ id, departure, arrival, alone, shift }) => ({
      id,
      departure,
      excess: arrival - departure - alone + shift,
    })),
    ...(seed === undefined ? {} : { seed }),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  });
  const { found } = saturatePlan(stated, plan, { ...options, services, effort });
  return { trains: plan.paths.filter((path) => path !== undefined).length + found.added, refused: found.refused };
}

function keyOf(work: Work): string {
  return `${work.section} ${work.kind} ${work.kind === 'station loop' ? work.station : ''}`;
}
