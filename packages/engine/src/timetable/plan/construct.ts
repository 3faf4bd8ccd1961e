import type { PlanState } from './plan-state.ts';

/** A train as it stands in a plan of a problem much like this one. */
export interface LikeTrain {
  /** Train by its unique name. */
  readonly id: string;
  readonly departure: number;
  /** What it costs beyond its run alone: those that cost little were given way, and are placed first. */
  readonly excess: number;
}

/**
 * The first plan, made like another: every train leaves when it leaves there if it can, those that were given way first;
 * then the others wherever they fit.
 *
 * @param like - trains of the other plan; those that are not in this problem do not count
 */
export function constructLike(state: PlanState, like: readonly LikeTrain[]): void {
  const indexOf = new Map(state.problem.trains.map(({ id }, index) => [id, index]));
  const known = like.flatMap(({ id, departure, excess }) => {
    const index = indexOf.get(id);
    return index === undefined ? [] : [{ index, departure, excess }];
  });
  for (const { index, departure } of known.sort((a, b) => a.excess - b.excess || a.index - b.index)) {
    const path = state.finder.leavingAt(state.problem.trains[index]!, departure);
    if (path) state.put(index, path);
  }
  for (const [index, path] of state.paths.entries()) if (!path) state.place(index);
}

/**
 * The first plan: trains one after the other, each on its best path among those before it. Tried in several orders, by
 * rank first: by departure, slow trains first, fast trains first, one service after the other. The plan with the least
 * cost stays.
 *
 * @param work - work after which no further order is begun
 */
export function construct(state: PlanState, work: number): void {
  let best = Number.POSITIVE_INFINITY;
  let bestPaths = [...state.paths];
  let bestFailures = [...state.failures];
  for (const order of ordersOf(state)) {
    if (best < Number.POSITIVE_INFINITY && state.finder.work >= work) break;
    for (const train of state.paths.keys()) state.take(train);
    for (const train of order) state.place(train);
    const { cost } = state;
    if (cost >= best) continue;
    best = cost;
    bestPaths = [...state.paths];
    bestFailures = [...state.failures];
  }
  state.restore(bestPaths);
  for (const [train, failure] of bestFailures.entries()) state.failures[train] = failure;
}

function ordersOf({ problem: { trains }, alone }: PlanState): number[][] {
  const services = [...new Set(trains.map(({ service }) => service))];
  const keys: ReadonlyArray<(train: number) => number> = [
    () => 0,
    (train) => -alone[train]! / Math.max(trains[train]!.journeyWeight, 1e-9),
    (train) => alone[train]! / Math.max(trains[train]!.journeyWeight, 1e-9),
    (train) => services.indexOf(trains[train]!.service),
  ];
  return keys.map((key) =>
    trains
      .map((_, index) => index)
      .sort(
        (a, b) =>
          trains[b]!.rank - trains[a]!.rank ||
          key(a) - key(b) ||
          trains[a]!.departure.from - trains[b]!.departure.from ||
          a - b,
      ),
  );
}
