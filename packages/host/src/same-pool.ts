import { evaluateDraws, type Ports, type PreparedOption, type StudiedDraw, type StudyPlan } from '@throughline/engine';

/** What evaluates the draws of a study. */
export type DrawPool = Ports<readonly StudiedDraw[]>['pool'];

/**
 * A pool without threads: evaluates draws here, one task after the other.
 *
 * @param options - the prepared options
 * @param plan - seed and switches
 * @returns the pool
 * @example
 * ```ts
 * const found = await study(options, plan, { pool: samePool(options, plan), lp: loadSolver });
 * ```
 */
export function samePool(options: readonly PreparedOption[], plan: StudyPlan): DrawPool {
  return async (tasks, finished) => {
    const results: Array<readonly StudiedDraw[]> = [];
    for (const task of tasks) {
      results.push(await evaluateDraws(options, plan, task));
      finished();
    }
    return results;
  };
}
