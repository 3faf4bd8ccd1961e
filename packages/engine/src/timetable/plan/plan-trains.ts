import { type Stream, stream } from '../../numerics/index.ts';
import { construct, constructLike, type LikeTrain } from './construct.ts';
import { reorder } from './improve.ts';
import type { NoPath } from './path-finder.ts';
import { PlanState } from './plan-state.ts';
import type { PlannedPath, PlanProblem } from './problem.ts';

/** How long and how a plan is worked on. */
export interface PlanTrainsOptions {
  /** Work limit: windows looked up; some ten millions a second. Default 4 million. */
  readonly workLimit?: number;
  /** Whole number; same seed and limit, same plan. Default 1. */
  readonly seed?: number;
  /** A plan of a problem much like this one, to begin with. */
  readonly like?: readonly LikeTrain[];
  /** Asked now and then; true ends the work early. */
  readonly shouldStop?: () => boolean;
}

/** A plan: a path for each train, or why it has none. */
export interface Plan {
  readonly paths: ReadonlyArray<PlannedPath | undefined>;
  readonly failures: ReadonlyArray<NoPath | undefined>;
  /** Least journey of each train when nobody is in the way, s. */
  readonly alone: readonly number[];
  /** Sum of the costs of the paths. */
  readonly cost: number;
  /** Sum of the costs of the same trains, each alone on the line: no plan of them costs less. */
  readonly bound: number;
  readonly work: number;
}

/**
 * Plans trains without conflict: one after the other, each on its best path among those placed before it, in the best of
 * several orders; then better by taking a few out and placing them in another order. Deterministic for seed and limit.
 *
 * @param problem - trains, what they hold when they move, and what is closed
 * @returns paths that never hold a resource at the same time; trains that found no path come with how far they got
 */
export function planTrains(problem: PlanProblem, options: PlanTrainsOptions = {}): Plan {
  const { workLimit = 4e6, seed = 1, like, shouldStop = () => false } = options;
  const state = new PlanState(problem);
  const random = stream(seed, 0, 'timetable', 'order of trains');
  if (like) constructLike(state, like);
  else construct(state, workLimit / 3);
  improve(state, random, workLimit, shouldStop);
  settleWaits(state);
  for (const [index, path] of state.paths.entries()) if (!path) state.place(index);
  const placed = state.paths.flatMap((path, index) => (path ? [{ path, index }] : []));
  return {
    paths: state.paths,
    failures: state.failures,
    alone: problem.trains.map((train) => state.finder.leastJourney(train)),
    cost: placed.reduce((sum, { path }) => sum + path.cost, 0),
    bound: placed.reduce((sum, { index }) => sum + state.alone[index]!, 0),
    work: state.finder.work,
  };
}

/** Allowed rise of cost at the outset, as a part of the mean cost of a train beyond its run alone. */
const warmth = 1;

/** Reorders until the limit is reached; a rise of cost is allowed at first and ever less towards the end. */
function improve(state: PlanState, random: Stream, workLimit: number, shouldStop: () => boolean): void {
  const begin = state.finder.work;
  let cost = state.cost;
  let best = cost;
  let bestPaths = [...state.paths];
  const bound = state.alone.reduce((sum, value) => sum + value, 0);
  const attempts = 400 * state.paths.length;
  for (let attempt = 0; attempt < attempts && state.finder.work < workLimit && !shouldStop(); attempt++) {
    const before = state.finder.work;
    const cold = Math.max((before - begin) / (workLimit - begin), attempt / attempts);
    const placed = state.paths.reduce((count, path) => count + (path ? 1 : 0), 0);
    const excess = placed < state.paths.length ? 0 : (best - bound) / state.paths.length;
    const draw = random.next();
    cost -= reorder(state, random, 2, warmth * (1 - cold) * (1 - cold) * excess * draw * draw * draw);
    if (cost < best) {
      best = cost;
      bestPaths = [...state.paths];
    }
    if (state.finder.work === before) break;
  }
  if (cost > best) state.restore(bestPaths);
}

/** Every train once more from its own departure, so that it waits where it is held up and not before. */
function settleWaits(state: PlanState): void {
  for (const [index, train] of state.problem.trains.entries()) {
    const old = state.take(index);
    if (!old) continue;
    const path = state.finder.leavingAt(train, old.stays[0]!.departure);
    state.put(index, path && path.cost <= old.cost ? path : old);
  }
}
