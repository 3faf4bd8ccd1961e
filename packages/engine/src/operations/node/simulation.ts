import type { Stream } from '../../numerics/index.ts';
import { Arrivals } from './arrivals.ts';
import type { Departure } from './departure.ts';
import { Durations } from './durations.ts';
import { Entrance } from './entrance.ts';
import { Exits } from './exits.ts';
import { Gathering } from './gathering.ts';
import { Levels } from './levels.ts';
import { Movement } from './movement.ts';
import type { NodeNetwork } from './network.ts';
import { Parts } from './parts.ts';
import { type NodeReasons, reasonsOf } from './reasons.ts';
import { Rooms, type StorageStays } from './rooms.ts';
import { Servers } from './servers.ts';
import { Stays } from './stays.ts';
import { type StepTable, stepTableOf } from './step-table.ts';
import { Tokens } from './tokens.ts';
import { WorkQueues } from './work-queues.ts';

/** What a node asks of the world that drives it. */
export interface NodeHandlers {
  /** `event` is to be passed to `handle` at `time` (s); whole numbers from 0. */
  readonly schedule: (time: number, event: number) => void;
  /** Something has left. The departure is filled anew for the next one. */
  readonly released: (departure: Departure, time: number) => void;
  /** Room has become free where arrivals enter: `canAdmit` may have changed. */
  readonly roomFreed?: (time: number) => void;
}

/**
 * A break-of-gauge node, port or dry port, event by event. It is driven from outside: whoever owns the event queue
 * passes arrivals and the events that the node asked for, in order of time.
 *
 * Work that has begun is finished, also beyond the end of a shift; a breakdown makes it longer. Random numbers belong to
 * the arrival: one more train changes nobody else's.
 *
 * @example
 * ```ts
 * const queue = new EventQueue();
 * const node = new NodeSimulation(network, {
 *   schedule: (time, event) => queue.push(time, event),
 *   released: (departure, time) => console.log(departure.batches[0], time),
 * });
 * node.begin(0);
 * node.arrive(7, 0, 3600, stream(1, 0, 'border', 'train-7'));
 * while (queue.size > 0) {
 *   const time = queue.nextTime;
 *   node.handle(queue.pop(), time);
 * }
 * ```
 */
export class NodeSimulation {
  readonly network: NodeNetwork;
  readonly reasons: NodeReasons;
  readonly servers: Servers;
  readonly stays: Stays;
  /** Levels: waiting for a resource by step, gathered by step, room used by storage, waiting for room by storage. */
  readonly levels: Levels;
  readonly storageStays: StorageStays;
  /** Weight that arrived, that left, by flow, since the beginning: what is inside is the difference. */
  readonly arrived: Float64Array;
  readonly left: Float64Array;
  /** Arrivals and departures by flow since statistics began, as units that come and go. */
  readonly arrivals: Float64Array;
  readonly departures: Float64Array;
  /** How often each step was finished since statistics began, in weight. */
  readonly done: Float64Array;
  /** Most tokens that may be inside; beyond it nothing is admitted. */
  readonly limit: number;
  readonly #table: StepTable;
  readonly #tokens: Tokens;
  readonly #rooms: Rooms;
  readonly #entrance: Entrance;
  readonly #exits: Exits;
  readonly #movement: Movement;
  /** Events below it are changes of a resource's hours, others are tokens. */
  readonly #resources: number;
  readonly #wake: (time: number, resource: number) => void;

  /**
   * @param network - the node
   * @param handlers - what it asks of the outer world
   * @param limit - most tokens that may be inside at once
   */
  constructor(network: NodeNetwork, handlers: NodeHandlers, limit = 200_000) {
    const { steps, resources, storages, flows, clock } = network;
    this.network = network;
    this.limit = limit;
    this.reasons = reasonsOf(network);
    this.stays = new Stays(flows.length, this.reasons.all.length);
    this.levels = new Levels(2 * steps.length + 2 * storages.length, clock);
    const table = stepTableOf(network);
    this.servers = new Servers(network, table);
    const { reasons, levels, servers } = this;
    const tokens = new Tokens(reasons.all.length, storages.length);
    const arrivals = new Arrivals(tokens);
    const priorities = [...new Set(flows.map(({ priority }) => priority))].sort((a, b) => a - b);
    const classOf = Int32Array.from(flows, ({ priority }) => priorities.indexOf(priority));
    const shared = { network, table, tokens, arrivals, reasons, levels, servers, classOf, classes: priorities.length };
    const rooms = new Rooms({
      ...shared,
      admitted: (token, time) => this.#movement.goOn(token, time),
      entryFreed: (time) => handlers.roomFreed?.(time),
    });
    const parts = new Parts(tokens, arrivals, rooms, reasons);
    const count = resources.length;
    this.#exits = new Exits(flows.length, tokens, arrivals, this.stays);
    this.#movement = new Movement({
      ...shared,
      parts,
      rooms,
      queues: new WorkQueues(shared),
      gathering: new Gathering({ ...shared, parts, rooms }),
      durations: new Durations(network, tokens, arrivals, reasons),
      exits: this.#exits,
      schedule: handlers.schedule,
      firstEvent: count,
      released: handlers.released,
    });
    this.#entrance = new Entrance({
      ...shared,
      parts,
      enter: (token, step, time) => this.#movement.enter(token, step, time),
    });
    this.#table = table;
    this.#tokens = tokens;
    this.#rooms = rooms;
    this.#resources = count;
    this.#wake = handlers.schedule;
    this.storageStays = rooms.stays;
    this.arrived = this.#entrance.arrived;
    this.arrivals = this.#entrance.count;
    this.left = this.#exits.left;
    this.departures = this.#exits.departures;
    this.done = this.#movement.done;
  }

  /** Number of tokens inside. */
  get inside(): number {
    return this.#tokens.inUse;
  }

  /** Smallest things in one arrival of a flow, when no other size is given. */
  sizeOf(flow: number): number {
    return this.#table.sizes[flow]!;
  }

  /** Sets the calendars going; once, before the first arrival. */
  begin(time: number): void {
    this.#exits.since = time;
    this.servers.begin(time, this.#wake);
    this.levels.restart(time);
  }

  /** Forgets the statistics so far (warm-up): stays count of what arrives from now on, levels from now on. */
  beginStatistics(time: number): void {
    this.#exits.since = time;
    this.stays.restart();
    this.levels.restart(time);
    this.servers.levels.restart(time);
    this.#rooms.restart(time);
    for (const array of [this.arrivals, this.departures, this.done]) array.fill(0);
  }

  /** Whether an arrival of a flow finds room: false pushes back onto the line. */
  canAdmit(flow: number): boolean {
    if (this.#tokens.inUse >= this.limit) return false;
    const storage = this.#table.takes[this.network.flows[flow]!.enters]!;
    return storage < 0 || this.#rooms.isFreeFor(flow, storage);
  }

  /**
   * Declares an arrival ahead: what can be done before it is begun. Its time inside counts from the arrival.
   *
   * @param batch - the outer world's number, the same for `arrive`
   * @param flow - index of its flow
   * @param time - s
   * @param numbers - random numbers of this arrival alone
   * @param size - smallest things in it
   */
  announce(batch: number, flow: number, time: number, numbers: Stream, size = this.sizeOf(flow)): void {
    this.#entrance.announce({ batch, flow, numbers, size }, time);
  }

  /**
   * Something arrives.
   *
   * @param batch - the outer world's number
   * @param flow - index of its flow
   * @param time - s
   * @param numbers - random numbers of this arrival alone
   * @param size - smallest things in it; ignored when it was announced
   */
  arrive(batch: number, flow: number, time: number, numbers: Stream, size = this.sizeOf(flow)): void {
    this.#entrance.arrive({ batch, flow, numbers, size }, time);
  }

  /** Something the node asked for is due. */
  handle(event: number, time: number): void {
    if (event >= this.#resources) {
      this.#movement.finish(event - this.#resources, time);
      return;
    }
    this.servers.changeHours(event, time, this.#wake);
    this.#movement.startNext(event, time);
  }
}
