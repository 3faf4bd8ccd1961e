import { availableParallelism } from 'node:os';
import type { OptionTask, SimulatedOption, StudyPlan } from '@throughline/engine';
import { Tinypool } from 'tinypool';
import type { CorridorTexts } from './corridor-texts.ts';
import type { StudyPool } from './same-pool.ts';

/** What a thread is told once, when it starts. */
export interface StudyWorkerData {
  readonly texts: CorridorTexts;
  readonly plan: StudyPlan;
}

/**
 * Threads used when a user states none: one for each core.
 *
 * @returns number of threads, at least 1
 * @example
 * ```ts
 * defaultThreads() >= 1; // true
 * ```
 */
export function defaultThreads(): number {
  return Math.max(1, availableParallelism());
}

/**
 * Megabytes for what a thread makes and soon forgets: twice what it would get, since a draw is made of short-lived things
 * and most of them are then gone when room is made.
 */
const shortLived = 96;

/**
 * A pool of Node threads that simulates options and evaluates draws. Threads start at once, so that they have read the
 * corridor when there is work, and are kept until the pool is ended.
 *
 * @param texts - the corridor, which each thread parses once
 * @param plan - the plan
 * @param threads - how many threads, at least 1
 * @param signal - ends the threads when the user cancels
 * @returns the pool; it throws the signal's reason when cancelled
 * @example
 * ```ts
 * const pool = threadPool(texts, plan, defaultThreads());
 * await pool.end();
 * ```
 */
export function threadPool(texts: CorridorTexts, plan: StudyPlan, threads: number, signal?: AbortSignal): StudyPool {
  const workerData: StudyWorkerData = { texts, plan };
  const pool = new Tinypool({
    filename: new URL('./study-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: shortLived },
    workerData,
  });
  const cancel = () => void pool.destroy();
  signal?.addEventListener('abort', cancel, { once: true });
  const onThreads = async <Task, Result>(tasks: readonly Task[], finished: () => void): Promise<readonly Result[]> => {
    const run = async (task: Task) => {
      const result = await pool.run(task);
      finished();
      return result as Result;
    };
    try {
      return await Promise.all(tasks.map(run));
    } catch (problem) {
      signal?.throwIfAborted();
      throw problem;
    }
  };
  return {
    draws: onThreads,
    // The option that builds most takes longest: it begins first, so that no thread is left with it alone.
    options: async (tasks, finished) =>
      [...(await onThreads<OptionTask, SimulatedOption>([...tasks].reverse(), finished))].reverse(),
    end: async () => {
      signal?.removeEventListener('abort', cancel);
      await pool.destroy();
    },
  };
}
