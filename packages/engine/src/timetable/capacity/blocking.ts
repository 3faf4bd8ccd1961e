/** How long one train keeps one section from all others: from the setting of its route to the release behind it. */
export interface BlockingTime {
  /** The section that only one train may hold: a block, a single-track section, a route through points. */
  readonly section: string;
  /** When the section is taken, s. */
  readonly start: number;
  /** When it is free again, s; after `start`. */
  readonly end: number;
}

/** One train as a stairway of blocking times. */
export interface BlockedPath {
  /** Name of the train, for messages and results. */
  readonly train: string;
  /** At least one, in the order of the run. */
  readonly blocks: readonly BlockingTime[];
}

/** When the train takes its first section, s. */
export function firstStart({ blocks }: BlockedPath): number {
  return blocks.reduce((least, { start }) => Math.min(least, start), Infinity);
}

/** When the train has freed its last section, s. */
export function lastEnd({ blocks }: BlockedPath): number {
  return blocks.reduce((most, { end }) => Math.max(most, end), -Infinity);
}

/** The train run `shift` s later. */
export function shifted(path: BlockedPath, shift: number): BlockedPath {
  const blocks = path.blocks.map(({ section, start, end }) => ({ section, start: start + shift, end: end + shift }));
  return { train: path.train, blocks };
}

/** Throws a RangeError unless there is a train, and every train takes sections for a time above 0. */
export function needBlockedPaths(paths: readonly BlockedPath[]): void {
  if (paths.length === 0) throw new RangeError('no train to compress, expected at least one');
  for (const { train, blocks } of paths) {
    if (blocks.length === 0) throw new RangeError(`train ${train} takes no section, expected at least one`);
    for (const { section, start, end } of blocks) {
      if (Number.isFinite(start) && Number.isFinite(end) && end > start) continue;
      throw new RangeError(
        `train ${train} holds ${section} from ${start} to ${end} s, expected an end after the start`,
      );
    }
  }
}
