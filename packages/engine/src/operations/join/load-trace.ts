import type { DaysOptions } from './planned-day.ts';
import type { Shipments } from './shipments.ts';

/** A part of the way of a load: on a train, in a node, between two trains. */
export interface TracedStage {
  /** The train, the node, or what it waits for. */
  readonly where: string;
  /** s since the first midnight. */
  readonly begin: number;
  readonly end: number;
  /** What its time is made of; adds up to it. */
  readonly parts: ReadonlyArray<{ readonly cause: string; readonly time: number }>;
}

/**
 * Follows what a train carries from its first station to the end of its journey. Where a load goes on in several trains,
 * the part that leaves first is followed.
 *
 * @example
 * ```ts
 * const trace = new LoadTrace(shipments, columns, { train: 'north 1', day: 20 });
 * trace.boarded('north 1', 20, [shipment]);
 * trace.stage(shipment, 'north 1', 1_764_000);
 * ```
 */
export class LoadTrace {
  readonly stages: TracedStage[] = [];
  readonly #shipments: Shipments;
  readonly #columns: readonly string[];
  readonly #of: DaysOptions['trace'];
  #before: Float64Array;
  #end = 0;

  constructor(shipments: Shipments, columns: readonly string[], of: DaysOptions['trace']) {
    this.#shipments = shipments;
    this.#columns = columns;
    this.#of = of;
    this.#before = new Float64Array(columns.length);
  }

  /** A train takes on a load: the first of it is followed where the train is the one asked for. */
  boarded(train: string, day: number, load: readonly number[]): void {
    if (this.#of === undefined || day !== this.#of.day || train !== this.#of.train || load.length === 0) return;
    this.#shipments.followed = load[0]!;
    this.#before = this.#spent(load[0]!);
    this.#end = this.#shipments.begin[load[0]!]! + this.#before.reduce((sum, time) => sum + time, 0);
  }

  /** A stage of a shipment is over, and what it took is charged to it. */
  stage(shipment: number, where: string, time: number): void {
    if (shipment !== this.#shipments.followed) return;
    const spent = this.#spent(shipment);
    const parts = this.#columns
      .map((cause, column) => ({ cause, time: spent[column]! - this.#before[column]! }))
      .filter((part) => part.time > 1e-6);
    this.stages.push({ where, begin: this.#end, end: time, parts });
    this.#before = spent;
    this.#end = time;
  }

  #spent(shipment: number): Float64Array {
    const { spent, columns } = this.#shipments;
    return spent.slice(shipment * columns, (shipment + 1) * columns);
  }
}
