import {
  evaluateDraws,
  type Ports,
  type PreparedOption,
  type SimulatedOption,
  type StudiedDraw,
  type StudyPlan,
  simulateOption,
} from '@throughline/engine';

/** What simulates the options of a study and evaluates its draws. */
export interface StudyPool extends Pick<Ports<readonly StudiedDraw[], SimulatedOption>, 'draws' | 'options'> {
  /** Ends what was started for it. */
  readonly end: () => Promise<void>;
}

/**
 * A pool without threads: one task after the other, here.
 *
 * @param options - the prepared options
 * @param plan - seed and switches
 * @returns the pool
 * @example
 * ```ts
 * const found = await study(options, plan, { ...samePool(options, plan), lp: loadSolver });
 * ```
 */
export function samePool(options: readonly PreparedOption[], plan: StudyPlan): StudyPool {
  return {
    draws: oneByOne((task) => evaluateDraws(options, plan, task)),
    options: oneByOne((task) => simulateOption(options, plan, task)),
    end: async () => {},
  };
}

function oneByOne<Task, Result>(evaluate: (task: Task) => Promise<Result>) {
  return async (tasks: readonly Task[], finished: () => void): Promise<readonly Result[]> => {
    const results: Result[] = [];
    for (const task of tasks) {
      results.push(await evaluate(task));
      finished();
    }
    return results;
  };
}
