import type { DispatchEvent, DispatchProblem, DispatchSolution } from './problem.ts';
import { DispatchSearch, type DispatchStatus } from './search.ts';

/** How long and how a problem is worked on. */
export interface DispatchOptions {
  /** Seed of the search, an integer; same seed and work limit, same answer. Default 1. */
  readonly seed?: number;
  /** Work limit in work units (labels and events touched; some millions a second). Default 50 million. */
  readonly workLimit?: number;
  /** Asked often; true ends the work early. A limit in seconds belongs to the host and comes in here. */
  readonly shouldStop?: () => boolean;
  /** Told of every better solution. */
  readonly onIncumbent?: (solution: DispatchSolution) => void;
  /** A solution to begin from; ignored when it is not sound. */
  readonly start?: readonly DispatchEvent[];
}

/** The answer to a dispatching problem. */
export interface DispatchResult {
  /** `optimal` and `infeasible` are proven; `unknown`: no solution found within the limits. */
  readonly status: DispatchStatus;
  /** Value of the best solution; undefined when there is none. */
  readonly objective: number | undefined;
  /** No solution is below this value; `Infinity` when there is none at all. */
  readonly bound: number;
  /** The best solution's events in their global order; empty when there is none. */
  readonly events: readonly DispatchEvent[];
  /** Work done, in work units. */
  readonly work: number;
}

const sliceWork = 20_000;

/**
 * Solves a dispatching problem: a feasible plan first, then better ones until the limits are reached or the plan is
 * proven optimal. Pure and deterministic for a seed and a work limit.
 *
 * @param problem - trains, operations, resources and delay components; times in integer seconds
 * @param options - seed, limits and callbacks
 * @returns status, value, lower bound and events
 * @throws RangeError when the problem is malformed (successors out of order, unknown operations)
 * @example
 * solveDispatch({ trains: [], objective: [] }).status // 'optimal'
 */
export function solveDispatch(problem: DispatchProblem, options: DispatchOptions = {}): DispatchResult {
  const { seed = 1, workLimit = 50_000_000, shouldStop = () => false, onIncumbent, start } = options;
  const search = new DispatchSearch(problem, seed);
  if (start) search.offer(start);
  let told: number | undefined;
  const tell = () => {
    if (!onIncumbent || search.objective === told) return;
    told = search.objective;
    onIncumbent(search.best!);
  };
  tell();
  while (!search.finished && search.work < workLimit && !shouldStop()) {
    const ahead = workLimit - search.work;
    search.run(Math.min(sliceWork, ahead), shouldStop, ahead);
    tell();
  }
  return {
    status: search.status,
    objective: search.objective,
    bound: search.bound,
    events: search.best?.events ?? [],
    work: search.work,
  };
}
