import { causeIndex, type TrainTable } from '../line/train-table.ts';
import type { NodeSimulation } from '../node/index.ts';
import type { DayClock } from './day-clock.ts';
import type { ServiceTable, WayIn } from './service-table.ts';

/** Trains that are held on the line before a node from which on no more are sent towards it. */
const MOST_HELD = 1;
/** Seconds after which a train that is held on the line is set aside. */
const LONGEST_HELD = 2 * 3600;
/** Trains that may wait aside for one flow of a node; further ones are given up. */
const MOST_OUTSIDE = 4;

/** Whom gates serve. */
export interface GatesInput {
  readonly services: ServiceTable;
  readonly trains: TrainTable;
  readonly nodes: readonly NodeSimulation[];
  readonly clock: DayClock;
  /** Whether a train carries nothing: it ends before the node. */
  readonly isEmpty: (row: number) => boolean;
  /** A train goes in. */
  readonly goesIn: (row: number, time: number) => void;
  /** A train finds no place to wait. */
  readonly givenUp: (row: number) => void;
}

/**
 * What lies between the line and the nodes: one gate for each flow of a node. Trains go in while there is room; others are
 * held on the line, wait aside, or are given up.
 *
 * @example
 * ```ts
 * gates.arrived(row, 3600); // goes in, or waits outside
 * ```
 */
export class Gates {
  readonly #of: GatesInput;
  /** Trains on their last movement towards each gate, and those that wait before it. */
  readonly #coming: number[];
  readonly #outside: number[][];
  /** Trains that are held on the line before each gate, and since when (s). */
  readonly #held: ReadonlyArray<Map<number, number>>;

  constructor(of: GatesInput) {
    this.#of = of;
    const gates = of.services.gatesOf.flat();
    this.#coming = gates.map(() => 0);
    this.#outside = gates.map(() => []);
    this.#held = gates.map(() => new Map());
  }

  /** Trains that wait before a node because it is full. */
  waitingOutside(node: number): number {
    return this.#of.services.gatesOf[node]!.reduce((sum, gate) => sum + this.#outside[gate]!.length, 0);
  }

  /** A train has reached its last station: it goes in, or waits. */
  arrived(row: number, time: number): void {
    const into = this.#before(row);
    if (into) this.#coming[into.gate] = Math.max(0, this.#coming[into.gate]! - 1);
    if (into && !this.#of.nodes[into.node]!.canAdmit(into.flow)) {
      this.#of.trains.since[row] = time;
      this.#waitOutside(row, into.gate);
    } else this.#of.goesIn(row, time);
  }

  /** Room in a node: those who wait before it go in. */
  roomFreed(node: number, time: number): void {
    const { services, trains, nodes } = this.#of;
    const gates = services.gatesOf[node]!;
    for (let flow = 0; flow < gates.length; flow++) {
      const outside = this.#outside[gates[flow]!]!;
      if (outside.length === 0) continue;
      for (let first = outside[0]; first !== undefined; first = outside[0]) {
        if (!nodes[node]!.canAdmit(flow)) break;
        outside.shift();
        trains.charge(first, causeIndex['terminal full'], time - trains.since[first]!);
        this.#of.goesIn(first, time);
      }
    }
  }

  /** Whether the node at the end of its way can take a train now. */
  takes(row: number): boolean {
    const into = this.#before(row);
    if (!into) return true;
    const { node, flow, gate } = into;
    return this.#coming[gate] === 0 && this.#outside[gate]!.length === 0 && this.#of.nodes[node]!.canAdmit(flow);
  }

  /** A train begins its last movement. */
  bound(row: number): void {
    const into = this.#before(row);
    if (!into) return;
    this.#coming[into.gate]!++;
    this.#held[into.gate]!.delete(row);
  }

  /** A train has to wait on the line because the node at the end of its way is full. */
  held(row: number): void {
    const into = this.#before(row);
    const held = into && this.#held[into.gate]!;
    if (held && !held.has(row)) held.set(row, this.#of.clock.now);
  }

  /** No train is sent towards a node before which others are held already. */
  admits(row: number): boolean {
    const into = this.#before(row);
    return !into || this.#held[into.gate]!.size + this.#outside[into.gate]!.length < MOST_HELD;
  }

  /** Trains that are held for too long are taken off the line by `aside`, so that others can pass. */
  setAside(time: number, aside: (row: number, time: number) => void): void {
    for (let gate = 0; gate < this.#held.length; gate++) {
      const held = this.#held[gate]!;
      if (held.size === 0) continue;
      for (const [row, since] of held) {
        if (time - since < LONGEST_HELD) continue;
        held.delete(row);
        aside(row, time);
        this.#waitOutside(row, gate);
      }
    }
  }

  /** A train is no longer there. */
  forget(row: number): void {
    const into = this.#gateOf(row);
    if (into) this.#held[into.gate]!.delete(row);
  }

  #before(row: number): WayIn | undefined {
    return this.#of.isEmpty(row) ? undefined : this.#gateOf(row);
  }

  #gateOf(row: number): WayIn | undefined {
    const { services, trains } = this.#of;
    return services.into[services.ofTrain[trains.template[row]!]!];
  }

  #waitOutside(row: number, gate: number): void {
    const outside = this.#outside[gate]!;
    outside.push(row);
    if (outside.length > MOST_OUTSIDE) this.#of.givenUp(outside.pop()!);
  }
}
