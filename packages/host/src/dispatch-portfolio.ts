import { Worker } from 'node:worker_threads';
import type { DispatchEvent, DispatchProblem, DispatchSolution, DispatchStatus } from '@throughline/engine';

/** How a dispatching problem is worked on. Seconds and threads decide how far the work gets, so a run with them is not reproducible. */
export interface DispatchManner {
  readonly seconds: number;
  /** Number of threads, each with a seed of its own; they exchange what they find. */
  readonly threads: number;
  readonly seed: number;
  /** A solution to begin from. */
  readonly start?: readonly DispatchEvent[];
  /** Told of every better solution, with the seconds since the beginning. */
  readonly improved?: (solution: DispatchSolution, bound: number, seconds: number) => void;
  readonly signal?: AbortSignal;
}

/** What became of a dispatching problem. */
export interface DispatchAnswer {
  readonly status: DispatchStatus;
  readonly objective: number | undefined;
  readonly bound: number;
  readonly events: readonly DispatchEvent[];
  /** Seconds in all, and until the best solution was found. */
  readonly seconds: number;
  readonly reached: number;
}

/** What a thread is told when it starts. */
export interface DispatchTask {
  readonly problem: DispatchProblem;
  readonly seed: number;
  /** True when this thread works on the proof, too. */
  readonly proving: boolean;
  /** End of the work, milliseconds since 1970. */
  readonly end: number;
  readonly start: readonly DispatchEvent[];
}

/** What a thread reports: whenever it has something better or knows a higher bound, and when it ends. */
export interface DispatchReport {
  readonly status: DispatchStatus;
  readonly bound: number;
  readonly solution: DispatchSolution | undefined;
}

/**
 * Works on a dispatching problem with several searches at once, which hand each other what they find, until the time is
 * over, the user cancels or one of them has proven that nothing is left.
 *
 * @param problem - the problem
 * @param manner - seconds, threads, seed
 * @returns the best that was found; cancelling ends the work early and keeps it
 * @throws the error of a thread that fails
 * @example
 * ```ts
 * const { status, objective, bound } = await dispatchPortfolio(problem, { seconds: 60, threads: 2, seed: 1 });
 * ```
 */
export async function dispatchPortfolio(problem: DispatchProblem, manner: DispatchManner): Promise<DispatchAnswer> {
  const { seconds, threads, seed, start = [], improved, signal } = manner;
  const begin = performance.now();
  const since = () => (performance.now() - begin) / 1000;
  let status: DispatchStatus = 'unknown';
  let bound = 0;
  let best: DispatchSolution | undefined;
  let reached = 0;
  const end = Date.now() + seconds * 1000;
  const file = new URL('./dispatch-worker.js', import.meta.url);
  const workers = Array.from({ length: threads }, (_, i) => {
    const workerData: DispatchTask = { problem, seed: seed + i, proving: i === 0, end, start };
    return new Worker(file, { workerData });
  });
  const endAll = () => {
    for (const worker of workers) void worker.terminate();
  };
  signal?.addEventListener('abort', endAll, { once: true });
  const hear = (from: Worker, report: DispatchReport) => {
    bound = Math.max(bound, report.bound);
    if (report.solution && !(best && report.solution.objective >= best.objective)) {
      best = report.solution;
      reached = since();
      improved?.(best, bound, reached);
      for (const other of workers) if (other !== from) other.postMessage(best.events);
    }
    if (status === 'unknown' || report.status === 'optimal') status = report.status;
    if (best && best.objective <= bound) status = 'optimal';
    if (status === 'optimal' || status === 'infeasible') endAll();
  };
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise((resolve, reject) => {
          worker.on('error', reject);
          worker.on('exit', resolve);
          worker.on('message', (report: DispatchReport) => hear(worker, report));
        }),
    ),
  );
  signal?.removeEventListener('abort', endAll);
  return { status, objective: best?.objective, bound, events: best?.events ?? [], seconds: since(), reached };
}
