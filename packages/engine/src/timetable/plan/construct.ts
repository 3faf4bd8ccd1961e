import type { PlanState } from './plan-state.ts';

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
