import type { BlockedPath } from './capacity/index.ts';
import type { Timetable } from './timetable.ts';

/**
 * The trains of a timetable as stairways of blocking times on some sections of line, for compression and the like.
 *
 * @param timetable - a planned timetable
 * @param sections - ids of sections of line; all when left out
 * @returns a path for each train that uses one of them, by its first blocking time; tracks and points are left out
 * @example
 * ```ts
 * compressTimetable(blockedPaths(timetable, ['northern/northtown/highpass']));
 * ```
 */
export function blockedPaths({ trains }: Timetable, sections?: readonly string[]): BlockedPath[] {
  const asked = sections === undefined ? undefined : new Set(sections);
  const paths = trains.flatMap(({ id, blocking }): BlockedPath[] => {
    const blocks = blocking
      .filter(({ section }) => section !== null && (asked?.has(section) ?? true))
      .map(({ resource, start, end }) => ({ section: resource, start, end }))
      .sort((a, b) => a.start - b.start || (a.section < b.section ? -1 : 1));
    return blocks.length > 0 ? [{ train: id, blocks }] : [];
  });
  return paths.sort((a, b) => a.blocks[0]!.start - b.blocks[0]!.start || (a.train < b.train ? -1 : 1));
}
