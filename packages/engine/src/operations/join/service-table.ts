import { consistOf, type Model, netLoad } from '../../corridor/index.ts';
import type { PlannedDay } from './planned-day.ts';
import type { Terminals } from './terminals.ts';

/** Where the trains of a service end: a flow of a node, and the gate before it. */
export interface WayIn {
  readonly node: number;
  readonly flow: number;
  readonly gate: number;
}

/** What is known of the services whose trains are simulated; one entry a service unless said. */
export interface ServiceTable {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Service of each train of the plan. */
  readonly ofTrain: Int32Array;
  /** Place of each train of the plan among those of its service. */
  readonly place: Int32Array;
  /** Trains of it that have a path in a day, at least 1. */
  readonly trainsADay: readonly number[];
  /** What a train of it carries when full, kg. */
  readonly loads: readonly number[];
  readonly into: ReadonlyArray<WayIn | undefined>;
  /** Where no node lies between two legs: who takes on what it brings, and the seconds between. */
  readonly plain: ReadonlyArray<{ readonly onward: number; readonly time: number } | undefined>;
  /** Whether it carries what came by another. */
  readonly isFed: readonly boolean[];
  /** Whether its trains run whatever there is to carry. */
  readonly isScheduled: readonly boolean[];
  /** Gates of each node: one for each of its flows. */
  readonly gatesOf: ReadonlyArray<readonly number[]>;
}

/**
 * Gathers what the simulation asks of services.
 *
 * @param model - the corridor as drawn
 * @param day - what was planned
 * @param terminals - where services begin and end
 * @returns arrays by index of the service
 * @example
 * ```ts
 * serviceTableOf(model, day, terminals).trainsADay[0]; // 4
 * ```
 */
export function serviceTableOf(model: Model, day: PlannedDay, terminals: Terminals): ServiceTable {
  const ids = Object.keys(model.services);
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const { networks, into, plain, fed } = terminals;
  let gates = 0;
  const gatesOf = networks.map(({ flows }) => flows.map(() => gates++));
  const ofTrain = Int32Array.from(day.problem.trains, ({ service }) => indexOf.get(service)!);
  const running = new Int32Array(ids.length);
  const place = new Int32Array(ofTrain.length);
  for (const [template, path] of day.paths.entries()) if (path) place[template] = running[ofTrain[template]!]!++;
  return {
    ids,
    indexOf,
    ofTrain,
    place,
    trainsADay: Array.from(running, (count) => Math.max(1, count)),
    loads: ids.map((id) => netLoad(consistOf(model, model.train_types[model.services[id]!.train_type]!))),
    into: ids.map((id) => {
      const way = into.get(id);
      return way && { ...way, gate: gatesOf[way.node]![way.flow]! };
    }),
    plain: ids.map((id) => {
      const next = plain.get(id);
      return next && { onward: indexOf.get(next.onward)!, time: next.time };
    }),
    isFed: ids.map((id) => fed.has(id)),
    isScheduled: ids.map((id) => model.services[id]!.kind === 'scheduled'),
    gatesOf,
  };
}
