import { availableParallelism } from 'node:os';
import type { StudyPlan } from '@throughline/engine';
import { Tinypool } from 'tinypool';
import type { CorridorTexts } from './corridor-texts.ts';
import type { StudyPool } from './same-pool.ts';

/** What a thread is told once, when it starts. */
export interface DrawWorkerData {
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
 * A pool of Node threads that simulates options and evaluates draws. Threads are started when there is work and ended with
 * it.
 *
 * @param texts - the corridor, which each thread parses once
 * @param plan - the plan
 * @param threads - how many threads, at least 1
 * @param signal - ends the threads when the user cancels
 * @returns the pool; it throws the signal's reason when cancelled
 * @example
 * ```ts
 * const pool = threadPool(texts, plan, defaultThreads());
 * ```
 */
export function threadPool(texts: CorridorTexts, plan: StudyPlan, threads: number, signal?: AbortSignal): StudyPool {
  const onThreads = async <Task, Result>(tasks: readonly Task[], finished: () => void): Promise<readonly Result[]> => {
    if (tasks.length === 0) return [];
    const workerData: DrawWorkerData = { texts, plan };
    const pool = new Tinypool({
      filename: new URL('./draw-worker.js', import.meta.url).href,
      minThreads: Math.min(threads, tasks.length),
      maxThreads: threads,
      workerData,
    });
    const cancel = () => void pool.destroy();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.all(
        tasks.map(async (task) => {
          const result = await pool.run(task);
          finished();
          return result as Result;
        }),
      );
    } catch (problem) {
      signal?.throwIfAborted();
      throw problem;
    } finally {
      signal?.removeEventListener('abort', cancel);
      await pool.destroy();
    }
  };
  return { draws: onThreads, options: onThreads };
}
