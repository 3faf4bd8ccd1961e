import {
  type DrawResult,
  type DrawTask,
  evaluateDraws,
  type Ports,
  type PreparedOption,
  type StudyPlan,
} from '@throughline/engine';

/** What evaluates the draws of a study. */
export type DrawPool = Ports<readonly DrawResult[]>['pool'];

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
  const byId = new Map(options.map((option) => [option.id, option]));
  return async (tasks, finished) => {
    const results: Array<readonly DrawResult[]> = [];
    for (const task of tasks) {
      results.push(await evaluateDraws(byId.get(task.option) as PreparedOption, plan, task as DrawTask));
      finished();
    }
    return results;
  };
}
