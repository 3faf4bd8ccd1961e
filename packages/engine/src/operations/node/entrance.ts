import type { Stream } from '../../numerics/index.ts';
import type { Arrivals } from './arrivals.ts';
import { type NodeNetwork, unitRank } from './network.ts';
import type { Parts } from './parts.ts';
import type { StepTable } from './step-table.ts';
import { NONE, type Tokens } from './tokens.ts';

/** Places among the random numbers of an arrival. */
const PLACES = 16_777_216;

/** What arrivals are made of. */
export interface EntranceInput {
  readonly network: NodeNetwork;
  readonly table: StepTable;
  readonly tokens: Tokens;
  readonly arrivals: Arrivals;
  readonly parts: Parts;
  /** A token comes to a step. */
  readonly enter: (token: number, step: number, time: number) => void;
}

/** Something that arrives or is declared. */
export interface Arrival {
  /** The outer world's number, the same for declaration and arrival. */
  readonly batch: number;
  readonly flow: number;
  /** Random numbers of this arrival alone. */
  readonly numbers: Stream;
  /** Smallest things in it. */
  readonly size: number;
}

/**
 * How things come into a node: declared ahead or not, with what can be done on paper begun beside their own way.
 *
 * @example
 * ```ts
 * entrance.arrive({ batch: 7, flow: 0, numbers: stream(1, 0, 'border', 'train-7'), size: 40 }, 3600);
 * ```
 */
export class Entrance {
  /** Weight that arrived, by flow, since the beginning. */
  readonly arrived: Float64Array;
  /** Arrivals by flow since statistics began. */
  readonly count: Float64Array;
  readonly #network: EntranceInput['network'];
  readonly #tokens: EntranceInput['tokens'];
  readonly #arrivals: EntranceInput['arrivals'];
  readonly #parts: EntranceInput['parts'];
  readonly #enter: EntranceInput['enter'];
  readonly #announced = new Map<number, number>();

  constructor(of: EntranceInput) {
    this.#network = of.network;
    this.#tokens = of.tokens;
    this.#arrivals = of.arrivals;
    this.#parts = of.parts;
    this.#enter = of.enter;
    this.arrived = new Float64Array(of.network.flows.length);
    this.count = new Float64Array(of.network.flows.length);
  }

  /** Begins what can be done before an arrival comes. */
  announce(arrival: Arrival, time: number): void {
    const token = this.#bring(arrival, time);
    this.#announced.set(arrival.batch, token);
    this.#tokens.outstanding[token] = 1;
    this.#beginDeclared(token, arrival.flow, time);
  }

  /** Brings an arrival to its first step; its size is that of its declaration when there was one. */
  arrive(arrival: Arrival, time: number): void {
    const { batch, flow } = arrival;
    const { declared, enters } = this.#network.flows[flow]!;
    const announced = this.#announced.get(batch);
    const token = announced ?? this.#bring(arrival, time);
    this.count[flow]!++;
    this.arrived[flow]! += this.#tokens.weight[token]!;
    if (announced !== undefined) {
      this.#announced.delete(batch);
      this.#arrivals.time[this.#tokens.arrival[token]!] = time;
      this.#tokens.since[token] = time;
    }
    if (declared.length === 0) {
      this.#enter(token, enters, time);
      return;
    }
    if (announced === undefined) this.#tokens.outstanding[token] = 1;
    const physical = this.#parts.branch(token, 0, declared.length + 1);
    if (announced === undefined) this.#beginDeclared(token, flow, time);
    this.#enter(physical, enters, time);
  }

  #bring({ batch, flow, numbers, size }: Arrival, time: number): number {
    const token = this.#tokens.take();
    this.#tokens.clearTimes(token);
    this.#tokens.flow[token] = flow;
    this.#tokens.rank[token] = unitRank(this.#network.flows[flow]!.unit);
    this.#tokens.step[token] = NONE;
    this.#arrivals.hold(token, this.#arrivals.begin(batch, time, numbers));
    this.#tokens.weight[token] = size;
    this.#tokens.since[token] = time;
    this.#tokens.place[token] = 0;
    this.#tokens.reach[token] = PLACES;
    return token;
  }

  #beginDeclared(whole: number, flow: number, time: number): void {
    const { declared } = this.#network.flows[flow]!;
    this.#tokens.outstanding[whole]! += declared.length;
    for (let index = 0; index < declared.length; index++) {
      this.#enter(this.#parts.branch(whole, index + 1, declared.length + 1), declared[index]!, time);
    }
  }
}
