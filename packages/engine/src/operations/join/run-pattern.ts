import type { TrainsRun } from '../trains-run.ts';

/** What becomes of a path of the plan on one day. */
export type PathUse = 'loaded' | 'empty' | 'unused';

/**
 * Which paths of a service are used on which days, where fewer trains run than have a path: real-valued trains, spread
 * evenly over the paths one after the other (the line of J. Bresenham, IBM Systems Journal 4, 1965), and among them in
 * the same way those that carry something.
 *
 * @param trains - trains a second, all and loaded; every path is used by a loaded train when left out
 * @param service - id of the service
 * @param paths - paths of it in a day
 * @param period - seconds of a day of the plan
 * @returns the use of a path by its place among all paths since the first day
 * @example
 * ```ts
 * const use = runPattern({ all: { north: 1.5 / 86_400 }, loaded: { north: 0.75 / 86_400 } }, 'north', 2, 86_400);
 * [0, 1, 2, 3].map(use); // ['unused', 'empty', 'loaded', 'empty'] and so on
 * ```
 */
export function runPattern(
  trains: TrainsRun | undefined,
  service: string,
  paths: number,
  period: number,
): (place: number) => PathUse {
  if (trains === undefined) return () => 'loaded';
  const all = (trains.all[service] ?? 0) * period;
  const used = Math.min(1, all / paths);
  const carrying = all > 0 ? Math.min(1, ((trains.loaded[service] ?? 0) * period) / Math.min(all, paths)) : 0;
  const isNew = (place: number, share: number) =>
    Math.floor((place + 1) * share + 1e-9) > Math.floor(place * share + 1e-9);
  return (place) => {
    if (!isNew(place, used)) return 'unused';
    return isNew(Math.floor(place * used + 1e-9), carrying) ? 'loaded' : 'empty';
  };
}
