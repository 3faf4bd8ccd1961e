import { type BlockedPath, firstStart, lastEnd, needBlockedPaths, shifted } from './blocking.ts';
import { successionsOf } from './section-order.ts';

/** What keeps a compressed train from running earlier: the train it is concatenated to, and where they touch. */
export interface Concatenation {
  /** Index of the train ahead. */
  readonly behind: number;
  readonly section: string;
}

/** A timetable pushed together. */
export interface Compression {
  /** The trains as given, at their compressed times. */
  readonly paths: readonly BlockedPath[];
  /** Seconds by which each train runs later than given; negative is earlier. */
  readonly shifts: readonly number[];
  /** What each train touches; null for one that nothing ahead of it holds back. */
  readonly concatenations: readonly (Concatenation | null)[];
  /** From the first train's start until the same train could start again behind all the others, s. */
  readonly occupancyTime: number;
  /** The section that forbids the first train to come again sooner. */
  readonly closingSection: string;
  /** From the first start to the last release, s: the occupancy time of a window that does not repeat. */
  readonly span: number;
}

/** Gains below this are rounding, s. */
const ROUNDING = 1e-9;

/**
 * Pushes the trains of a timetable together as far as the order of trains in each section allows: running times, stops
 * and orders stay, the time between the trains goes. Orders may differ from section to section, as on single track.
 *
 * The earliest times are the longest paths in the graph of successions, found by relaxation; no train comes to start
 * before the first one of the timetable.
 *
 * Source: UIC Code 406, Capacity, compression method (1st edition 2004, 2nd edition 2013); longest paths: F. Baccelli,
 * G. Cohen, G. Olsder, J.-P. Quadrat, Synchronization and Linearity (1992), max-plus linear systems.
 *
 * @param paths - at least one train, in any order; no two may hold one section at once
 * @throws RangeError of no trains, of blocking times without length, and of a conflict
 *
 * @example
 * ```ts
 * const { occupancyTime } = compressTimetable([
 *   { train: 'a', blocks: [{ section: 's', start: 0, end: 100 }] },
 *   { train: 'b', blocks: [{ section: 's', start: 600, end: 700 }] },
 * ]); // 200
 * ```
 */
export function compressTimetable(paths: readonly BlockedPath[]): Compression {
  needBlockedPaths(paths);
  const successions = successionsOf(paths);
  const origin = paths.reduce((least, path) => Math.min(least, firstStart(path)), Infinity);
  const shifts = paths.map((path) => origin - firstStart(path));
  const concatenations: (Concatenation | null)[] = paths.map(() => null);
  for (let round = 0, moved = true; moved && round <= paths.length; round++) {
    moved = false;
    for (const { earlier, later, lead, section } of successions) {
      const least = shifts[earlier]! + lead;
      if (least <= shifts[later]! + ROUNDING) continue;
      shifts[later] = least;
      concatenations[later] = { behind: earlier, section };
      moved = true;
    }
  }
  const first = paths.findIndex((path) => firstStart(path) === origin);
  return compressed(paths, shifts, concatenations, first);
}

/**
 * Pushes trains together that follow each other in the order of the list in every section, whatever their given times:
 * each starts as soon as all its sections are free, `max over sections (free − offset)`.
 *
 * Source: as {@link compressTimetable}, with one order for all sections.
 *
 * @param paths - at least one train, in the order in which they run
 * @throws RangeError of no trains and of blocking times without length
 *
 * @example
 * ```ts
 * const train = (name: string) => ({ train: name, blocks: [{ section: 's', start: 0, end: 300 }] });
 * compressSequence([train('a'), train('b')]).occupancyTime; // 600
 * ```
 */
export function compressSequence(paths: readonly BlockedPath[]): Compression {
  needBlockedPaths(paths);
  const origin = firstStart(paths[0]!);
  const freeFrom = new Map<string, { end: number; path: number }>();
  const concatenations: (Concatenation | null)[] = [];
  const shifts = paths.map((path, index) => {
    let shift = origin - firstStart(path);
    let held: Concatenation | null = null;
    for (const { section, start } of path.blocks) {
      const before = freeFrom.get(section);
      if (before === undefined || before.end - start <= shift) continue;
      shift = before.end - start;
      held = { behind: before.path, section };
    }
    for (const { section, end } of path.blocks) {
      if (end + shift > (freeFrom.get(section)?.end ?? -Infinity))
        freeFrom.set(section, { end: end + shift, path: index });
    }
    concatenations.push(held);
    return shift;
  });
  return compressed(paths, shifts, concatenations, 0);
}

function compressed(
  given: readonly BlockedPath[],
  shifts: readonly number[],
  concatenations: readonly (Concatenation | null)[],
  first: number,
): Compression {
  const paths = given.map((path, index) => shifted(path, shifts[index]!));
  const freeFrom = new Map<string, number>();
  for (const { blocks } of paths) {
    for (const { section, end } of blocks) freeFrom.set(section, Math.max(end, freeFrom.get(section) ?? -Infinity));
  }
  let occupancyTime = 0;
  let closingSection = '';
  for (const { section, start } of paths[first]!.blocks) {
    const wait = freeFrom.get(section)! - start;
    if (wait <= occupancyTime) continue;
    occupancyTime = wait;
    closingSection = section;
  }
  const start = paths.reduce((least, path) => Math.min(least, firstStart(path)), Infinity);
  const span = paths.reduce((most, path) => Math.max(most, lastEnd(path)), -Infinity) - start;
  return { paths, shifts, concatenations, occupancyTime, closingSection, span };
}
