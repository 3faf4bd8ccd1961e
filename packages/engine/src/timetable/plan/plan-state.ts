import { CLOSED } from './occupation.ts';
import { type NoPath, PathFinder } from './path-finder.ts';
import type { Booking, PlannedPath, PlanProblem, PlanTrain } from './problem.ts';

/** Cost of a train without a path: more than any journey, and more the higher its rank. */
const absent = 1e7;

/** Which trains have which path at the moment. */
export class PlanState {
  readonly problem: PlanProblem;
  readonly finder: PathFinder;
  readonly paths: Array<PlannedPath | undefined>;
  readonly failures: Array<NoPath | undefined>;
  /** Cost of each train alone on the line: no plan is cheaper. */
  readonly alone: number[];
  /** Most pairs of departure and arrival looked at for one train. */
  pairs = 8;

  constructor(problem: PlanProblem) {
    this.problem = problem;
    this.finder = new PathFinder(problem);
    this.finder.book(CLOSED, closuresOf(problem));
    this.paths = problem.trains.map(() => undefined);
    this.failures = problem.trains.map(() => undefined);
    this.alone = problem.trains.map((train) => train.journeyWeight * this.finder.leastJourney(train));
  }

  /** Takes one more train into the problem; its trains must be an array that may grow. Returns its index. */
  add(train: PlanTrain): number {
    (this.problem.trains as PlanTrain[]).push(train);
    this.paths.push(undefined);
    this.failures.push(undefined);
    this.alone.push(train.journeyWeight * this.finder.leastJourney(train));
    return this.paths.length - 1;
  }

  /** Takes the last train, which has no path, out of the problem. */
  drop(): void {
    (this.problem.trains as PlanTrain[]).pop();
    this.paths.pop();
    this.failures.pop();
    this.alone.pop();
  }

  /** Finds a path for a train, of a cost up to `most` and with a stop at a point if asked, and takes it; false when there is none. */
  place(index: number, most = Number.POSITIVE_INFINITY, stopsAt?: number): boolean {
    const found = this.finder.best(this.problem.trains[index]!, this.pairs, most, stopsAt);
    if (found.kind === 'no-path') {
      this.failures[index] = found;
      return false;
    }
    this.put(index, found.path);
    return true;
  }

  /** Gives a train a path that is free. */
  put(index: number, path: PlannedPath): void {
    this.finder.book(index, path.bookings);
    this.paths[index] = path;
    this.failures[index] = undefined;
  }

  /** Takes a train's path away, if it has one. */
  take(index: number): PlannedPath | undefined {
    const path = this.paths[index];
    if (path) this.finder.release(path.bookings);
    this.paths[index] = undefined;
    return path;
  }

  /** Cost of one train as it is. */
  costOf(index: number): number {
    const train: PlanTrain = this.problem.trains[index]!;
    return this.paths[index]?.cost ?? absent * (1 + train.rank);
  }

  /** Sum of all costs. */
  get cost(): number {
    return this.paths.reduce((sum, _, index) => sum + this.costOf(index), 0);
  }

  /** Takes all paths away and gives others. */
  restore(paths: ReadonlyArray<PlannedPath | undefined>): void {
    for (const index of this.paths.keys()) this.take(index);
    for (const [index, path] of paths.entries()) if (path) this.put(index, path);
  }

  /** Cost beyond that of the train alone. */
  excessOf(index: number): number {
    return this.costOf(index) - this.alone[index]!;
  }
}

/** Closures as bookings, those of one resource joined where they overlap. */
function closuresOf({ closures, period }: PlanProblem): Booking[] {
  const sorted = [...closures].sort((a, b) => a.resource - b.resource || a.from - b.from);
  const joined: Array<{ resource: number; start: number; end: number; buffer: number }> = [];
  for (const { resource, from, to } of sorted) {
    const last = joined[joined.length - 1];
    if (last && last.resource === resource && from <= last.end) last.end = Math.max(last.end, to);
    else joined.push({ resource, start: from, end: to, buffer: 0 });
  }
  return period === null
    ? joined
    : joined.map((booking) => ({ ...booking, end: Math.min(booking.end, booking.start + period) }));
}
