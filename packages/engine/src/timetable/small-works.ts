import type { Model } from '../corridor/index.ts';
import { type CrossingStation, crossingStationIn, withCrossingStation } from './crossing-station.ts';
import { lineCapacity } from './line-capacity.ts';
import type { TimetableOptions } from './plan-options.ts';
import { planTimetable } from './plan-timetable.ts';
import { type Saturation, saturate } from './saturation.ts';
import type { Timetable } from './timetable.ts';

/** What one more crossing station buys. */
export interface SmallWork {
  readonly station: CrossingStation;
  /** Occupancy of the section without it and, at the same trains, of the fuller of its two parts with it. */
  readonly occupancyBefore: number;
  readonly occupancyAfter: number;
  /** Trains a day that fit, those of the timetable and those added, without and with it. */
  readonly trainsBefore: number;
  readonly trainsAfter: number;
  /** Train paths a day gained. */
  readonly gained: number;
  /** What refuses the next train when the station stands. */
  readonly refused: Saturation['refused'];
}

/** Small works: which sections are tried, and how hard. */
export interface SmallWorksOptions extends TimetableOptions {
  /** Groups of services, such as both directions of a leg: trains of a group are added in turn. */
  readonly groups: ReadonlyArray<readonly string[]>;
  /** Fullest sections tried. Default 5. */
  readonly count?: number;
  /** Told before each search: what is looked at, and how many searches are over. */
  readonly progress?: (progress: { readonly label: string; readonly done: number; readonly total: number }) => void;
}

/**
 * Ranks small works by the train paths they buy: in each of the fullest sections of single track that given services
 * use, a crossing station is put in the middle, and trains are added until one is refused, with it and without it.
 *
 * @param model - the corridor as drawn
 * @param options - the services, how many sections, and as for `planTimetable`
 * @returns works by paths gained, then by the occupancy of their section; found, not proven: a longer search may find more
 * @example
 * ```ts
 * const [best] = smallWorks(model, { groups: mainJourneyServices(model) });
 * ```
 */
export function smallWorks(model: Model, options: SmallWorksOptions): SmallWork[] {
  const { groups, count = 5, progress = () => {} } = options;
  const plan = planTimetable(model, options);
  const used = groups.map((services) => sectionsOf(plan, new Set(services)));
  const sections = new Map(plan.sections.map((section) => [section.id, section]));
  const tried = lineCapacity(model, plan)
    .filter(({ section }) => used.some((ids) => ids.has(section)))
    .sort((a, b) => b.occupancyRate - a.occupancyRate || (a.section < b.section ? -1 : 1))
    .flatMap(({ section, occupancyRate }) => {
      const station = crossingStationIn(model, sections.get(section)!);
      return station ? [{ station, occupancyRate }] : [];
    })
    .slice(0, count);
  const users = tried.map(({ station }) => groups.filter((_, i) => used[i]!.has(station.section)));
  const total = new Set(users.flat()).size + users.reduce((sum, own) => sum + own.length, 0);
  let done = 0;
  const fitting = (where: Model, label: string, services: readonly string[]): Saturation => {
    progress({ label, done, total });
    done += 1;
    return saturate(where, { ...options, services });
  };
  const without = new Map<readonly string[], number>();
  const works = tried.map(({ station, occupancyRate }, index): SmallWork => {
    const built = withCrossingStation(model, station);
    const { name } = built.stations[station.id]!;
    const before = users[index]!.reduce((sum, services) => {
      const known =
        without.get(services) ?? fitting(model, 'Trains that fit without a work', services).timetable.trains.length;
      without.set(services, known);
      return sum + known;
    }, 0);
    const outcomes = users[index]!.map((services) => fitting(built, name, services));
    const found = outcomes.reduce((sum, { timetable }) => sum + timetable.trains.length, 0);
    // Trains that fit without the station also fit where they only pass it; the search need not find them again.
    const trainsAfter = Math.max(before, found);
    return {
      station,
      occupancyBefore: occupancyRate,
      occupancyAfter: occupancyOfParts(built, station, options),
      trainsBefore: before,
      trainsAfter,
      gained: trainsAfter - before,
      refused: outcomes.find(({ refused }) => refused !== null)?.refused ?? null,
    };
  });
  return works.sort((a, b) => b.gained - a.gained || b.occupancyBefore - a.occupancyBefore);
}

/** Sections of line that trains of some services use. */
function sectionsOf({ trains }: Timetable, services: ReadonlySet<string>): Set<string> {
  const own = trains.filter(({ service }) => services.has(service));
  return new Set(own.flatMap(({ blocking }) => blocking.flatMap(({ section }) => section ?? [])));
}

/** Occupancy of the fuller part of a section that a crossing station divides. */
function occupancyOfParts(built: Model, { line, from, to, id }: CrossingStation, options: TimetableOptions): number {
  const parts = new Set([`${line}/${from}/${id}`, `${line}/${id}/${to}`]);
  return lineCapacity(built, planTimetable(built, options)).reduce(
    (fullest, { section, occupancyRate }) => (parts.has(section) ? Math.max(fullest, occupancyRate) : fullest),
    0,
  );
}
