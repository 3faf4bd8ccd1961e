/**
 * Trains that run, trains a second by service: all of them, and those that carry something.
 *
 * @example
 * ```ts
 * const run: TrainsRun = { all: { north: 3.2 / 86_400 }, loaded: { north: 1.4 / 86_400 } };
 * ```
 */
export interface TrainsRun {
  readonly all: Readonly<Record<string, number>>;
  readonly loaded: Readonly<Record<string, number>>;
  /** What travels on each journey, kg/s (persons/s): where left out, whatever a train brings goes on with the next. */
  readonly journeys?: Readonly<Record<string, number>>;
}
