import type { Stream } from '../../numerics/index.ts';
import { Arrivals } from './arrivals.ts';
import { Departure } from './departure.ts';
import { Durations } from './durations.ts';
import { Levels } from './levels.ts';
import { type NodeNetwork, type NodeStep, unitRank } from './network.ts';
import { Parts } from './parts.ts';
import { type NodeReasons, reasonsOf } from './reasons.ts';
import { Rooms, type StorageStays } from './rooms.ts';
import { Servers } from './servers.ts';
import { Stays } from './stays.ts';
import { NONE, Tokens } from './tokens.ts';
import { WaitingLists } from './waiting-lists.ts';
import { WorkQueues } from './work-queues.ts';

/** Places among the random numbers of an arrival. */
const PLACES = 16_777_216;

/** What a node asks of the world that drives it. */
export interface NodeHandlers {
  /** `event` is to be passed to `handle` at `time` (s); whole numbers from 0. */
  schedule(time: number, event: number): void;
  /** Something has left. The departure is filled anew for the next one. */
  released(departure: Departure, time: number): void;
  /** Room has become free where arrivals enter: `canAdmit` may have changed. */
  roomFreed?(time: number): void;
}

/**
 * A break-of-gauge node, port or dry port, event by event. It is driven from outside: whoever owns the event queue
 * passes arrivals and the events that the node asked for, in order of time.
 *
 * Work that has begun is finished, also beyond the end of a shift; a breakdown makes it longer. A token that cannot go on
 * because its next step has no room keeps what it works with (blocking after service). Random numbers belong to the
 * arrival: one more train changes nobody else's.
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
  readonly #handlers: NodeHandlers;
  readonly #tokens: Tokens;
  readonly #came: Arrivals;
  readonly #rooms: Rooms;
  readonly #parts: Parts;
  readonly #queues: WorkQueues;
  readonly #durations: Durations;
  readonly #pools: WaitingLists;
  readonly #departure: Departure;
  readonly #announced = new Map<number, number>();
  readonly #rank: Int32Array;
  readonly #takes: Int32Array;
  readonly #gathers: Int32Array;
  readonly #uses: readonly (readonly number[])[];
  readonly #base: Float64Array;
  /** Steps that neither gather nor join. */
  readonly #isPlain: Uint8Array;
  /** Number of resources: events below it are changes of their hours, others are tokens. */
  readonly #resources: number;
  #since = 0;

  /**
   * @param network - the node
   * @param handlers - what it asks of the outer world
   * @param limit - most tokens that may be inside at once
   */
  constructor(network: NodeNetwork, handlers: NodeHandlers, limit = 200_000) {
    const { steps, resources, storages, flows, clock } = network;
    this.network = network;
    this.limit = limit;
    this.#handlers = handlers;
    this.reasons = reasonsOf(network);
    const reasons = this.reasons;
    const perFlow = () => new Float64Array(flows.length);
    this.arrived = perFlow();
    this.left = perFlow();
    this.arrivals = perFlow();
    this.departures = perFlow();
    this.done = new Float64Array(steps.length);
    this.stays = new Stays(flows.length, reasons.all.length);
    this.levels = new Levels(2 * steps.length + 2 * storages.length, clock);
    this.servers = new Servers(network);
    this.#rank = Int32Array.from(steps, ({ unit }) => unitRank(unit));
    this.#uses = steps.map(({ uses }) => uses);
    this.#takes = Int32Array.from(steps, ({ takes }) => takes);
    this.#gathers = Int32Array.from(steps, ({ gathers }) => gathers);
    this.#base = Float64Array.from(flows, ({ contents, unit }) => baseOf(contents[unit] ?? 1, contents));
    this.#isPlain = Uint8Array.from(steps, ({ gathers, joins }) => (gathers === 0 && !joins ? 1 : 0));
    this.#resources = resources.length;
    const tokens = new Tokens(reasons.all.length, storages.length);
    const came = new Arrivals(tokens);
    const priorities = [...new Set(flows.map(({ priority }) => priority))].sort((a, b) => a - b);
    const classOf = Int32Array.from(flows, ({ priority }) => priorities.indexOf(priority));
    const waiting = { network, tokens, reasons, levels: this.levels, classOf, classes: priorities.length };
    const rooms = new Rooms({
      ...waiting,
      arrivals: came,
      base: this.#base,
      admitted: (token, time) => this.#goOn(token, time),
      entryFreed: (time) => handlers.roomFreed?.(time),
    });
    this.#tokens = tokens;
    this.#came = came;
    this.#rooms = rooms;
    this.storageStays = rooms.stays;
    this.#queues = new WorkQueues({ ...waiting, servers: this.servers });
    this.#parts = new Parts(tokens, came, rooms, reasons);
    this.#durations = new Durations(network, tokens, came, reasons);
    this.#pools = new WaitingLists(steps.length * flows.length, tokens);
    this.#departure = new Departure(reasons.all.length);
  }

  /** Number of tokens inside. */
  get inside(): number {
    return this.#tokens.inUse;
  }

  /** Smallest things in one arrival of a flow, when no other size is given. */
  sizeOf(flow: number): number {
    return this.#base[flow]!;
  }

  /** Sets the calendars going; once, before the first arrival. */
  begin(time: number): void {
    this.#since = time;
    this.servers.begin(time, (at, resource) => this.#handlers.schedule(at, resource));
    this.levels.restart(time);
  }

  /** Forgets the statistics so far (warm-up): stays count of what arrives from now on, levels from now on. */
  beginStatistics(time: number): void {
    this.#since = time;
    this.stays.restart();
    this.levels.restart(time);
    this.servers.levels.restart(time);
    this.#rooms.restart(time);
    for (const array of [this.arrivals, this.departures, this.done]) array.fill(0);
  }

  /** Whether an arrival of a flow finds room: false pushes back onto the line. */
  canAdmit(flow: number): boolean {
    if (this.#tokens.inUse >= this.limit) return false;
    const storage = this.#takes[this.network.flows[flow]!.enters]!;
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
  announce(batch: number, flow: number, time: number, numbers: Stream, size = this.#base[flow]!): void {
    const token = this.#bring(batch, flow, time, numbers, size);
    this.#announced.set(batch, token);
    this.#tokens.outstanding[token] = 1;
    this.#beginDeclared(token, flow, time);
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
  arrive(batch: number, flow: number, time: number, numbers: Stream, size = this.#base[flow]!): void {
    const { declared, enters } = this.network.flows[flow]!;
    const tokens = this.#tokens;
    const announced = this.#announced.get(batch);
    const token = announced ?? this.#bring(batch, flow, time, numbers, size);
    this.arrivals[flow]!++;
    this.arrived[flow]! += tokens.weight[token]!;
    if (announced !== undefined) {
      this.#announced.delete(batch);
      this.#came.time[tokens.arrival[token]!] = time;
      tokens.since[token] = time;
    }
    if (declared.length === 0) {
      this.#enter(token, enters, time);
      return;
    }
    if (announced === undefined) tokens.outstanding[token] = 1;
    const physical = this.#parts.branch(token, 0, declared.length + 1);
    if (announced === undefined) this.#beginDeclared(token, flow, time);
    this.#enter(physical, enters, time);
  }

  /** Something the node asked for is due. */
  handle(event: number, time: number): void {
    if (event >= this.#resources) {
      this.#finish(event - this.#resources, time);
      return;
    }
    this.servers.changeHours(event, time, (at, resource) => this.#handlers.schedule(at, resource));
    this.#startNext(event, time);
  }

  #bring(batch: number, flow: number, time: number, numbers: Stream, size: number): number {
    const tokens = this.#tokens;
    const token = tokens.take();
    tokens.clearTimes(token);
    tokens.flow[token] = flow;
    tokens.rank[token] = unitRank(this.network.flows[flow]!.unit);
    tokens.step[token] = NONE;
    this.#came.hold(token, this.#came.begin(batch, time, numbers));
    tokens.weight[token] = size;
    tokens.since[token] = time;
    tokens.place[token] = 0;
    tokens.reach[token] = PLACES;
    return token;
  }

  #beginDeclared(whole: number, flow: number, time: number): void {
    const { declared } = this.network.flows[flow]!;
    this.#tokens.outstanding[whole]! += declared.length;
    for (const [index, step] of declared.entries()) {
      this.#enter(this.#parts.branch(whole, index + 1, declared.length + 1), step, time);
    }
  }

  /** Brings a token to a step: gathers, joins or splits it first where the step works on another unit. */
  #enter(coming: number, step: number, time: number): void {
    const tokens = this.#tokens;
    if (this.#isPlain[step] === 1 && tokens.rank[coming] === this.#rank[step]) {
      this.#takeRoom(coming, step, time);
      return;
    }
    if (this.#gathers[step]! > 0) {
      this.#gather(coming, step, time);
      return;
    }
    const rank = this.#rank[step]!;
    let token = coming;
    if (tokens.rank[token]! > rank) {
      this.#unblock(token, time);
      token = this.#parts.putTogether(token, step, rank, time);
    }
    if (token !== NONE && tokens.isBranch[token] === 1 && this.network.steps[step]!.joins) {
      this.#unblock(token, time);
      token = this.#parts.join(token, step, time);
    }
    if (token === NONE) return;
    if (tokens.rank[token]! < rank) this.#split(token, step, time);
    else this.#takeRoom(token, step, time);
  }

  #split(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    if (tokens.firstMember[token]! !== NONE) {
      this.#dissolve(token, step, time);
      return;
    }
    const count = this.#partsAt(token, this.network.steps[step]!);
    const weight = tokens.weight[token]! / count;
    tokens.outstanding[token] = count;
    for (let index = 0; index < count; index++) {
      this.#enter(this.#parts.part(token, index, count, weight, this.#rank[step]!), step, time);
    }
  }

  /** So many units of a step's kind are in a token. */
  #partsAt(token: number, step: NodeStep): number {
    const flow = this.#tokens.flow[token]!;
    const count = this.network.flows[flow]!.contents[step.unit] ?? this.#base[flow]!;
    return Math.max(1, Math.round((this.#tokens.weight[token]! * count) / this.#base[flow]!));
  }

  /** What was gathered goes on one by one; the group is their parent. */
  #dissolve(group: number, step: number, time: number): void {
    const tokens = this.#tokens;
    let member = tokens.firstMember[group]!;
    tokens.firstMember[group] = NONE;
    let count = 0;
    for (let at = member; at !== NONE; at = tokens.next[at]!) count++;
    tokens.outstanding[group] = count;
    while (member !== NONE) {
      const next = tokens.next[member]!;
      tokens.next[member] = NONE;
      tokens.parent[member] = group;
      tokens.addTimes(group, 1, member);
      this.#enter(member, step, time);
      member = next;
    }
  }

  #gather(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    this.#rooms.clearOwed(token, time);
    tokens.since[token] = time;
    this.#partForGood(token, time);
    const pool = step * this.network.flows.length + tokens.flow[token]!;
    this.#pools.push(pool, token);
    const level = this.network.steps.length + step;
    this.levels.change(level, time, 1);
    const count = this.#gathers[step]!;
    if (this.#pools.size[pool]! < count) return;
    this.levels.change(level, time, -count);
    this.#takeRoom(this.#group(pool, count, step, time), step, time);
  }

  /** Makes one of the oldest in a pool. */
  #group(pool: number, count: number, step: number, time: number): number {
    const tokens = this.#tokens;
    const group = tokens.take();
    tokens.clearTimes(group);
    const reason = this.reasons.gathering[step]!;
    let last: number = NONE;
    let weight = 0;
    for (let taken = 0; taken < count; taken++) {
      const member = this.#pools.shift(pool);
      tokens.times[member * tokens.reasons + reason]! += time - tokens.since[member]!;
      weight += tokens.weight[member]!;
      if (last === NONE) this.#parts.beginGroup(group, member, this.#rank[step]!);
      else tokens.next[last] = member;
      this.#rooms.move(member, group);
      last = member;
    }
    tokens.weight[group] = weight;
    return group;
  }

  #takeRoom(token: number, step: number, time: number): void {
    this.#tokens.step[token] = step;
    const storage = this.#takes[step]!;
    if (storage < 0 || this.#rooms.ask(token, storage, time)) this.#goOn(token, time);
  }

  /** A token has the room its step needs: it leaves what it worked with before, and waits for whom it needs now. */
  #goOn(token: number, time: number): void {
    this.#unblock(token, time);
    const tokens = this.#tokens;
    const step = tokens.step[token]!;
    tokens.since[token] = time;
    if (this.#uses[step]!.length === 0) {
      const duration = this.#durations.of(token, step);
      if (duration > 0) this.#handlers.schedule(time + duration, this.#resources + token);
      else this.#finish(token, time);
      return;
    }
    const lacking = this.servers.lacking(step);
    if (lacking < 0) this.#start(token, step, time);
    else this.#queues.add(token, step, time, lacking);
  }

  #start(token: number, step: number, time: number): void {
    this.servers.take(step, time, 1);
    this.#handlers.schedule(time + this.#durations.of(token, step), this.#resources + token);
  }

  #startNext(resource: number, time: number): void {
    while (this.servers.busy[resource]! < this.servers.open[resource]!) {
      const token = this.#queues.next(resource, time);
      if (token === NONE) return;
      this.#start(token, this.#tokens.step[token]!, time);
    }
  }

  #unblock(token: number, time: number): void {
    const step = this.#tokens.blocking[token]!;
    if (step === NONE) return;
    this.#tokens.blocking[token] = NONE;
    this.servers.take(step, time, -1);
    const uses = this.#uses[step]!;
    for (let i = 0; i < uses.length; i++) this.#startNext(uses[i]!, time);
  }

  #finish(token: number, time: number): void {
    const tokens = this.#tokens;
    const at = tokens.step[token]!;
    const step = this.network.steps[at]!;
    if (step.uses.length > 0) tokens.blocking[token] = at;
    this.done[at]! += tokens.weight[token]!;
    const { givesBack } = step;
    for (let i = 0; i < givesBack.length; i++) this.#rooms.clear(token, givesBack[i]!, time);
    if (step.leaves) this.#depart(token, at, time);
    else if (step.next.length === 1) this.#enter(token, step.next[0]!, time);
    else if (step.next.length > 1) this.#branch(token, step.next, time);
    else this.#enter(token, this.#route(token, step), time);
  }

  #route(token: number, step: NodeStep): number {
    const flow = this.#tokens.flow[token]!;
    const certain = step.routes.find(({ flows }) => flows?.includes(flow));
    if (certain) return certain.to;
    const shared = step.routes.filter(({ flows }) => flows === null);
    if (shared.length === 1) return shared[0]!.to;
    let left = this.#came.draw(token) * shared.reduce((sum, { share }) => sum + share, 0);
    const chosen = shared.find(({ share }) => {
      left -= share;
      return left < 0;
    });
    return (chosen ?? shared.at(-1)!).to;
  }

  #branch(token: number, next: readonly number[], time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    tokens.since[token] = time;
    tokens.outstanding[token] = next.length;
    for (const [index, step] of next.entries()) this.#enter(this.#parts.branch(token, index, next.length), step, time);
  }

  #partForGood(token: number, time: number): void {
    const whole = this.#parts.partForGood(token, time);
    if (whole !== NONE) this.#enter(whole, this.#tokens.step[whole]!, time);
  }

  #depart(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    const departure = this.#departure;
    const flow = tokens.flow[token]!;
    departure.begin(flow, step);
    const first = tokens.firstMember[token]!;
    const isGroup = first !== NONE;
    let counted = 0;
    if (isGroup) for (let at = first; at !== NONE; at = tokens.next[at]!) counted += this.#count(at, time);
    else counted = this.#count(token, time);
    const { weight, times } = departure;
    if (isGroup) addWeighted(tokens.times, token * tokens.reasons, weight, times, 0, tokens.reasons);
    if (counted === weight) addWeighted(times, 0, 1, this.stays.times, flow * tokens.reasons, tokens.reasons);
    else if (counted > 0) this.#countTimes(token, first, flow);
    for (let reason = 0; reason < times.length; reason++) times[reason]! /= weight;
    this.left[flow]! += weight;
    this.departures[flow]!++;
    this.#unblock(token, time);
    this.#rooms.clearOwed(token, time);
    this.#rooms.giveBackAll(token, time);
    this.#partForGood(token, time);
    for (let member = first; member !== NONE; ) {
      const next = tokens.next[member]!;
      this.#came.release(member);
      member = next;
    }
    this.#came.release(token);
    this.#handlers.released(departure, time);
  }

  /** Counts the stay of a token that leaves; returns its weight where it arrived since statistics began. */
  #count(token: number, time: number): number {
    const tokens = this.#tokens;
    const { reasons } = tokens;
    const arrival = tokens.arrival[token]!;
    const weight = tokens.weight[token]!;
    const arrivedAt = this.#came.time[arrival]!;
    this.#departure.add(this.#came.batch[arrival]!, weight, arrivedAt);
    addWeighted(tokens.times, token * reasons, weight, this.#departure.times, 0, reasons);
    if (arrivedAt < this.#since) return 0;
    this.stays.add(tokens.flow[token]!, weight, time - arrivedAt);
    return weight;
  }

  /** Times of a group of which only some arrived since statistics began. */
  #countTimes(group: number, first: number, flow: number): void {
    const { times, reasons, weight, next, arrival } = this.#tokens;
    for (let member = first; member !== NONE; member = next[member]!) {
      if (this.#came.time[arrival[member]!]! < this.#since) continue;
      for (const from of [member, group]) {
        addWeighted(times, from * reasons, weight[member]!, this.stays.times, flow * reasons, reasons);
      }
    }
  }
}

function addWeighted(
  from: Float64Array,
  at: number,
  weight: number,
  to: Float64Array,
  target: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) to[target + i]! += weight * from[at + i]!;
}

/** Smallest things in one arrival: the most numerous unit that is stated. */
function baseOf(own: number, contents: Readonly<Partial<Record<string, number>>>): number {
  return Math.max(own, 1, ...Object.values(contents).map((count) => count ?? 0));
}
