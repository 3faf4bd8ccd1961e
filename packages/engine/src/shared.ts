import type { KnownStates } from './minerals/index.ts';
import { type KnownRuns, noKnownRuns } from './running/index.ts';

/** What is worked out once for all options of a draw that have it alike. */
export interface Shared {
  readonly runs: KnownRuns;
  readonly states: KnownStates;
}

/**
 * Nothing worked out yet.
 *
 * @returns an empty memory for one draw
 * @example
 * ```ts
 * const shared = nothingShared();
 * for (const course of courses) await simulate(course, 'screening', present, {}, shared);
 * ```
 */
export function nothingShared(): Shared {
  return { runs: noKnownRuns(), states: new Map() };
}
