import type { DispatchProblem, Operation, ResourceUse } from '../problem.ts';
import { RandomSource } from '../random.ts';

/**
 * A random single-track line for tests: stations with one or two tracks, single track between, trains both ways, with
 * release times, windows and trains that stand on the line at the start. May have no solution.
 */
export function randomLine(seed: number, trains: number, stations: number): DispatchProblem {
  const random = new RandomSource(seed);
  const tracks = Array.from({ length: stations }, () => 1 + random.below(2));
  const release = random.below(3) === 0 ? 1 + random.below(3) : 0;
  const use = (resource: string): ResourceUse => ({ resource, releaseTime: release });
  const objective: DispatchProblem['objective'][number][] = [];
  const graph = Array.from({ length: trains }, (_, train) => {
    const forward = random.next() < 0.5;
    const operations: Operation[] = [];
    const add = (startLb: number, startUb: number, minDuration: number, resources: ResourceUse[]) =>
      operations.push({ startLb, startUb, minDuration, resources, successors: [] }) - 1;
    const standing = random.next() < 0.3;
    const first = random.below(stations);
    const last = forward ? stations - 1 : 0;
    let ends: number[] = [];
    if (!standing) ends = [add(0, 0, 0, [])];
    for (let station = first; ; station += forward ? 1 : -1) {
      const begun = operations.length === 0;
      const lb = begun ? 0 : random.below(6);
      const platforms = begun ? 1 : tracks[station]!;
      const arrived: number[] = [];
      for (let track = 0; track < platforms; track++) {
        const at = add(lb, begun ? 0 : Number.POSITIVE_INFINITY, random.below(3), [use(`s${station}.${track}`)]);
        arrived.push(at);
      }
      join(operations, ends, arrived);
      ends = arrived;
      if (station === last) break;
      const section = add(0, Number.POSITIVE_INFINITY, 1 + random.below(5), [
        use(`l${Math.min(station, station + (forward ? 1 : -1))}`),
      ]);
      join(operations, ends, [section]);
      ends = [section];
    }
    const exit = add(0, Number.POSITIVE_INFINITY, 0, []);
    join(operations, ends, [exit]);
    const step = random.next() < 0.3;
    objective.push({
      train,
      operation: exit,
      threshold: random.below(8),
      increment: step ? 5 : 0,
      coeff: step ? 0 : 1 + random.below(2),
    });
    return operations;
  });
  return { trains: graph, objective };
}

function join(operations: Operation[], from: readonly number[], to: readonly number[]): void {
  for (const op of from) operations[op] = { ...operations[op]!, successors: [...to] };
}

/**
 * The least objective of a small problem by trying every order of events, or `undefined` when it has no solution.
 * Slow and independent of the solver.
 */
export function leastByEnumeration(problem: DispatchProblem): number | undefined {
  let least: number | undefined;
  const at = problem.trains.map(() => -1);
  const since = problem.trains.map(() => 0);
  const holder = new Map<string, { train: number; held: number; free: number }>();
  const cost = (train: number, operation: number, t: number) =>
    problem.objective.reduce(
      (sum, c) =>
        c.train === train && c.operation === operation
          ? sum + c.coeff * Math.max(0, t - c.threshold) + (t >= c.threshold ? c.increment : 0)
          : sum,
      0,
    );
  const step = (clock: number, value: number) => {
    if (least !== undefined && value >= least) return;
    let done = true;
    for (const [train, operations] of problem.trains.entries()) {
      const now = at[train]!;
      const nexts = now < 0 ? [0] : operations[now]!.successors;
      if (nexts.length > 0) done = false;
      for (const next of nexts) tryEvent(train, now, next, clock, value);
    }
    if (done) least = value;
  };
  const tryEvent = (train: number, now: number, next: number, clock: number, value: number) => {
    const op = problem.trains[train]![next]!;
    let t = Math.max(op.startLb, now < 0 ? 0 : since[train]! + problem.trains[train]![now]!.minDuration);
    for (const { resource } of op.resources) {
      const other = holder.get(resource);
      if (!other || other.train === train) continue;
      if (other.held > 0) return;
      t = Math.max(t, other.free);
    }
    if (t < clock || t > op.startUb) return;
    const kept = new Map([...holder].map(([name, state]) => [name, { ...state }]));
    const keptSince = since[train]!;
    for (const { resource, releaseTime } of now < 0 ? [] : problem.trains[train]![now]!.resources) {
      const state = holder.get(resource)!;
      state.held--;
      state.free = Math.max(state.free, t + releaseTime);
    }
    for (const { resource } of op.resources) {
      const state = holder.get(resource);
      if (state?.train === train) state.held++;
      else holder.set(resource, { train, held: 1, free: 0 });
    }
    at[train] = next;
    since[train] = t;
    step(t, value + cost(train, next, t));
    at[train] = now;
    since[train] = keptSince;
    holder.clear();
    for (const [name, state] of kept) holder.set(name, state);
  };
  step(0, 0);
  return least;
}
