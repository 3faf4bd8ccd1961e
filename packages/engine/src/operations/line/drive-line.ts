import { EventQueue } from '../../numerics/index.ts';
import type { PlannedPath, PlanProblem } from '../../timetable/index.ts';
import { Closures } from './closures.ts';
import { type Conditions, undisturbed } from './conditions.ts';
import { layOutLine } from './line-network.ts';
import { PlannedOrder } from './planned-order.ts';
import type { RollingOptions } from './rolling-horizon.ts';
import { type DispatchRule, RuleDispatch } from './rule-dispatch.ts';
import { TrainTable } from './train-table.ts';

/** Days behind the last that trains of it can reach into. */
const BEYOND = 8;

/** A train that has run. Times s. */
export interface TrainRun {
  readonly template: number;
  readonly day: number;
  readonly begin: number;
  readonly arrival: number;
}

/** How a line is driven by itself. */
export interface DriveOptions {
  readonly days: number;
  readonly dispatch: DispatchRule | 'planned order';
  /** How the solver is called in a rolling horizon. */
  readonly rolling?: RollingOptions;
  readonly conditions?: Conditions;
  readonly closures?: Closures;
  readonly ended?: (run: TrainRun) => void;
  /** Called with every movement settled; the last one of a train and point holds. */
  readonly moved?: (train: { template: number; day: number }, move: number, track: number, start: number) => void;
}

/** What came of driving a line. */
export interface Driven {
  readonly trains: number;
  readonly arrived: number;
  readonly events: number;
  /** Sum of times from the wish to leave to the arrival, s. */
  readonly journeys: number;
  readonly lastArrival: number;
}

/**
 * Runs the trains of a plan for some days on a line without terminals.
 *
 * @param problem - what was planned
 * @param paths - a path for each train that is to run
 * @param options - days, dispatching and what happens on the day
 * @returns how many trains ran and how long they took; with trains that neither rule can move, fewer arrive
 * @example
 * ```ts
 * driveLine(problem, plan.paths, { days: 7, dispatch: 'planned order' }).arrived;
 * ```
 */
export function driveLine(
  problem: PlanProblem,
  paths: ReadonlyArray<PlannedPath | undefined>,
  { days, dispatch, rolling, conditions = undisturbed, closures, ended, moved }: DriveOptions,
): Driven {
  const line = layOutLine(problem);
  const queue = new EventQueue();
  const trains = new TrainTable();
  const period = problem.period ?? 0;
  let [arrived, journeys, lastArrival, events, count] = [0, 0, 0, 0, 0];
  const host = {
    schedule: (time: number, event: number) => queue.push(time, event),
    takes: () => true,
    arrived: (row: number, time: number) => {
      arrived++;
      journeys += time - trains.begin[row]!;
      lastArrival = Math.max(lastArrival, time);
      ended?.({ template: trains.template[row]!, day: trains.day[row]!, begin: trains.begin[row]!, arrival: time });
      trains.remove(row);
    },
    ...(moved
      ? {
          moved: (row: number, move: number, track: number, start: number) =>
            moved({ template: trains.template[row]!, day: trains.day[row]! }, move, track, start),
        }
      : {}),
  };
  const closed =
    closures ??
    new Closures(
      problem.resources.length,
      problem.closures.map(({ resource, from, to }) => ({ resource, from, to, period })),
    );
  const dispatcher =
    dispatch === 'planned order'
      ? new PlannedOrder(line, paths, trains, closed, conditions, host)
      : new RuleDispatch(line, paths, trains, closed, conditions, host, {
          rule: dispatch,
          ...(rolling ? { rolling } : {}),
        });
  const order = problem.trains
    .flatMap((_, template) => {
      const path = paths[template];
      return path ? [{ template, departure: path.stays[0]!.departure }] : [];
    })
    .sort((a, b) => a.departure - b.departure || a.template - b.template);
  const run = (until: number) => {
    while (queue.nextTime <= until) {
      const time = queue.nextTime;
      events++;
      dispatcher.handle(queue.pop(), time);
    }
  };
  for (let day = 0; day < (period > 0 ? days : 1); day++)
    for (const { template, departure } of order) {
      const time = departure + day * period;
      run(time);
      count++;
      dispatcher.enter(trains.add(template, day, time), time, time);
    }
  // The order of the plan goes on behind the last day: whoever does not run any more keeps nobody waiting.
  if (dispatcher instanceof PlannedOrder)
    for (let day = days; day < days + BEYOND; day++) for (const { template } of order) dispatcher.cancel(template, day);
  run(Number.MAX_VALUE);
  return { trains: count, arrived, events, journeys, lastArrival };
}
