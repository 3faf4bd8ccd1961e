import type { BlockedPath } from './blocking.ts';

/** The later train may start `lead` s after the earlier one at the soonest, both as shifts of their given times. */
export interface Succession {
  readonly earlier: number;
  readonly later: number;
  /** Least difference of the shifts, s. */
  readonly lead: number;
  readonly section: string;
}

/** Overlaps shorter than this are rounding, s. */
const ROUNDING = 1e-6;

/**
 * Who follows whom in each section, in the order of the given times.
 *
 * @throws RangeError when two trains hold one section at once
 */
export function successionsOf(paths: readonly BlockedPath[]): Succession[] {
  const bySection = new Map<string, { path: number; start: number; end: number }[]>();
  paths.forEach(({ blocks }, path) => {
    for (const { section, start, end } of blocks) {
      const uses = bySection.get(section);
      if (uses) uses.push({ path, start, end });
      else bySection.set(section, [{ path, start, end }]);
    }
  });
  const successions: Succession[] = [];
  for (const [section, uses] of bySection) {
    uses.sort((a, b) => a.start - b.start || a.path - b.path);
    for (let i = 1; i < uses.length; i++) {
      const [before, after] = [uses[i - 1]!, uses[i]!];
      if (before.end > after.start + ROUNDING) {
        const [one, other] = [paths[before.path]!.train, paths[after.path]!.train];
        throw new RangeError(
          `${one} and ${other} both hold ${section} from ${after.start} s, expected a timetable without conflicts`,
        );
      }
      if (before.path === after.path) continue;
      successions.push({ earlier: before.path, later: after.path, lead: before.end - after.start, section });
    }
  }
  return successions;
}
