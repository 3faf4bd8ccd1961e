import type { DelayComponent, DispatchEvent, DispatchProblem, Operation } from './dispatch/index.ts';
import type { Booking, PlannedPath, PlanProblem, PlanTrain } from './plan/index.ts';

/** A plan unrolled over some days as a dispatching problem, and itself as a solution of it. */
export interface DispatchedPlan {
  readonly problem: DispatchProblem;
  /** The plan as events: sound exactly when the plan has no conflict on those days. */
  readonly events: readonly DispatchEvent[];
  /** Train of the plan and day of each train of the problem. */
  readonly runs: ReadonlyArray<{ readonly train: number; readonly day: number }>;
  /** Second of the problem at which second 0 of the plan's first day lies. */
  readonly origin: number;
}

/** A moment at which a train gives resources up and takes others. */
interface Moment {
  readonly time: number;
  readonly takes: boolean;
  readonly held: readonly Booking[];
}

/**
 * A plan as a dispatching problem over several days: every train keeps its planned tracks, may run late, and costs its
 * weight for every second of lateness at its end. Trains with the index of a closure's resource wait for its end.
 *
 * @param problem - the problem that was planned
 * @param paths - a path for each train, or none
 * @param days - number of days, at least 1; 1 where nothing repeats
 */
export function dispatchOfPlan(
  problem: PlanProblem,
  paths: ReadonlyArray<PlannedPath | undefined>,
  days: number,
): DispatchedPlan {
  const first = paths.reduce(
    (least, path) => (path?.bookings ?? []).reduce((earliest, { start }) => Math.min(earliest, start), least),
    problem.closures.reduce((least, { from }) => Math.min(least, from), 0),
  );
  const origin = -Math.floor(first);
  const trains: Operation[][] = [];
  const objective: DelayComponent[] = [];
  const runs: Array<{ train: number; day: number }> = [];
  const events: Array<DispatchEvent & { readonly takes: boolean }> = [];
  for (let day = 0; day < (problem.period === null ? 1 : days); day++) {
    const shift = origin + day * (problem.period ?? 0);
    for (const [train, path] of paths.entries()) {
      if (!path) continue;
      const moments = momentsOf(path);
      const operations = operationsOf(problem, problem.trains[train]!, path, moments, shift);
      for (const [operation, { time, takes }] of moments.entries())
        events.push({ time: time + shift, train: trains.length, operation, takes });
      const threshold = path.stays[path.stays.length - 1]!.arrival + shift;
      const coeff = problem.trains[train]!.journeyWeight;
      objective.push({ train: trains.length, operation: operations.length - 1, threshold, increment: 0, coeff });
      trains.push(operations);
      runs.push({ train, day });
    }
    for (const { resource, from, to } of problem.closures) {
      const held = { resource: problem.resources[resource]!.id, releaseTime: 0 };
      const [start, end] = [from + shift, to + shift];
      for (const [operation, time] of [start, end].entries())
        events.push({ time, train: trains.length, operation, takes: operation === 0 });
      trains.push([
        { startLb: start, startUb: start, minDuration: end - start, resources: [held], successors: [1] },
        { startLb: end, startUb: end, minDuration: 0, resources: [], successors: [] },
      ]);
      runs.push({ train: -1, day });
    }
  }
  events.sort(
    (a, b) => a.time - b.time || Number(a.takes) - Number(b.takes) || a.train - b.train || a.operation - b.operation,
  );
  return {
    problem: { trains, objective },
    events: events.map(({ time, train, operation }) => ({ time, train, operation })),
    runs,
    origin,
  };
}

/** All moments of a path up to its arrival; where it gives and takes in one second, it gives first. */
function momentsOf({ bookings, stays }: PlannedPath): Moment[] {
  const arrival = stays[stays.length - 1]!.arrival;
  const starts = new Set(bookings.map(({ start }) => start));
  const ends = new Set(bookings.map(({ end, buffer }) => end + buffer));
  const calls = stays.flatMap((stay) => [stay.arrival, stay.departure]);
  const times = [...new Set([...starts, ...ends, ...calls])].filter((time) => time < arrival).sort((a, b) => a - b);
  const moments: Moment[] = [];
  for (const time of times) {
    const through = bookings.filter(({ start, end, buffer }) => start < time && end + buffer > time);
    if (moments.length > 0 && (ends.has(time) || !starts.has(time)))
      moments.push({ time, takes: false, held: through });
    if (starts.has(time))
      moments.push({ time, takes: true, held: [...through, ...bookings.filter(({ start }) => start === time)] });
  }
  moments.push({ time: arrival, takes: false, held: [] });
  return moments;
}

function operationsOf(
  problem: PlanProblem,
  train: PlanTrain,
  path: PlannedPath,
  moments: readonly Moment[],
  shift: number,
): Operation[] {
  const arrival = path.stays[path.stays.length - 1]!.arrival;
  const departure = path.stays[0]!.departure;
  const spare = new Map(
    path.stays.map((stay) => [stay.arrival, stay.departure - stay.arrival - train.graph.states[stay.state]!.dwell]),
  );
  return moments.map(({ time, held }, i): Operation => {
    const next = moments[i + 1]?.time ?? time;
    return {
      startLb: time === departure ? time + shift : 0,
      startUb: Number.POSITIVE_INFINITY,
      minDuration: Math.max(0, next - time - Math.max(0, spare.get(time) ?? 0)),
      resources: held.map(({ resource, end, buffer }) => ({
        resource: problem.resources[resource]!.id,
        releaseTime: next === arrival ? Math.max(0, end + buffer - arrival) : 0,
      })),
      successors: i + 1 < moments.length ? [i + 1] : [],
    };
  });
}
