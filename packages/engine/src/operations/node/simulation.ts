import { exponentialQuantile, log, type Stream } from '../../numerics/index.ts';
import { Departure } from './departure.ts';
import { Levels } from './levels.ts';
import { type NodeNetwork, type NodeStep, unitRank } from './network.ts';
import { type NodeReasons, reasonsOf } from './reasons.ts';
import { Servers } from './servers.ts';
import { Stays } from './stays.ts';
import { NONE, Tokens } from './tokens.ts';
import { WaitingLists } from './waiting-lists.ts';
import { unitTime } from './work-time.ts';

/** Places among the random numbers of an arrival, and numbers that one token may use. */
const PLACES = 16_777_216;
const DRAWS = 256;

/** How times of a step are found: the mean itself, by the quickest formula, by the quantile of their family. */
const FIXED = 0;
const EXPONENTIAL = 1;
const DRAWN = 2;

/** What a node asks of the world that drives it. */
export interface NodeHandlers {
  /** `event` is to be passed to `handle` at `time` (s); whole numbers from 0. */
  schedule(time: number, event: number): void;
  /** Something has left. The departure is filled anew for the next one. */
  released(departure: Departure, time: number): void;
  /** Room has become free where arrivals enter: `canAdmit` may have changed. */
  roomFreed?(time: number): void;
}

/** Waits and stays in a storage of what arrived since statistics began. */
export interface StorageStays {
  readonly granted: Float64Array;
  readonly waited: Float64Array;
  readonly ended: Float64Array;
  /** From asking for room to giving it back. */
  readonly spans: Float64Array;
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
  readonly #departure: Departure;
  readonly #rank: Int32Array;
  readonly #mean: Float64Array;
  readonly #sample: readonly ((u: number) => number)[];
  readonly #family: Uint8Array;
  readonly #takes: Int32Array;
  readonly #uses: readonly (readonly number[])[];
  readonly #fails: Uint8Array;
  readonly #gathers: Int32Array;
  readonly #waiting: WaitingLists;
  readonly #forRoom: WaitingLists;
  readonly #pools: WaitingLists;
  readonly #classOf: Int32Array;
  readonly #classes: number;
  readonly #stepsUsing: readonly (readonly number[])[];
  readonly #waitingAt: Int32Array;
  readonly #roomWaiting: Int32Array;
  readonly #used: Float64Array;
  readonly #isEntry: Uint8Array;
  readonly #base: Float64Array;
  readonly #announced = new Map<number, number>();
  readonly #streams: (Stream | undefined)[] = [];
  readonly #freeArrivals: number[] = [];
  readonly #batch: number[] = [];
  readonly #arrivedAt: number[] = [];
  readonly #references: number[] = [];
  readonly #resources: number;
  readonly #flows: number;
  #order = 0;
  #since = 0;

  /**
   * @param network - the node
   * @param handlers - what it asks of the outer world
   * @param limit - most tokens that may be inside at once
   */
  constructor(network: NodeNetwork, handlers: NodeHandlers, limit = 200_000) {
    const { steps, resources, storages, flows } = network;
    this.network = network;
    this.limit = limit;
    this.#handlers = handlers;
    this.reasons = reasonsOf(network);
    this.servers = new Servers(network);
    this.stays = new Stays(flows.length, this.reasons.all.length);
    this.levels = new Levels(2 * steps.length + 2 * storages.length, network.clock);
    const perStorage = () => new Float64Array(storages.length);
    this.storageStays = { granted: perStorage(), waited: perStorage(), ended: perStorage(), spans: perStorage() };
    const perFlow = () => new Float64Array(flows.length);
    this.arrived = perFlow();
    this.left = perFlow();
    this.arrivals = perFlow();
    this.departures = perFlow();
    this.done = new Float64Array(steps.length);
    this.#tokens = new Tokens(this.reasons.all.length, storages.length);
    this.#departure = new Departure(this.reasons.all.length);
    this.#rank = Int32Array.from(steps, ({ unit }) => unitRank(unit));
    this.#mean = Float64Array.from(steps.flatMap(({ time }) => flows.map((_, flow) => time[flow] ?? Number.NaN)));
    this.#sample = steps.map(({ spread }) => unitTime(spread));
    this.#family = Uint8Array.from(steps, ({ spread: { kind } }) =>
      kind === 'fixed' ? FIXED : kind === 'exponential' ? EXPONENTIAL : DRAWN,
    );
    this.#uses = steps.map(({ uses }) => uses);
    this.#fails = Uint8Array.from(steps, ({ uses }) => (uses.some((used) => resources[used]!.breakdowns) ? 1 : 0));
    this.#resources = resources.length;
    this.#flows = flows.length;
    this.#takes = Int32Array.from(steps, ({ takes }) => takes);
    this.#gathers = Int32Array.from(steps, ({ gathers }) => gathers);
    const priorities = [...new Set(flows.map(({ priority }) => priority))].sort((a, b) => a - b);
    this.#classes = priorities.length;
    this.#classOf = Int32Array.from(flows, ({ priority }) => priorities.indexOf(priority));
    this.#waiting = new WaitingLists(steps.length * this.#classes, this.#tokens);
    this.#forRoom = new WaitingLists(storages.length * this.#classes, this.#tokens);
    this.#pools = new WaitingLists(steps.length * flows.length, this.#tokens);
    this.#stepsUsing = resources.map((_, resource) =>
      steps
        .flatMap((step, index) => (step.uses.includes(resource) ? [index] : []))
        .sort((a, b) => steps[a]!.priority - steps[b]!.priority || a - b),
    );
    this.#waitingAt = new Int32Array(steps.length);
    this.#roomWaiting = new Int32Array(storages.length);
    this.#used = new Float64Array(storages.length);
    const entries = new Set(flows.map(({ enters }) => steps[enters]!.takes));
    this.#isEntry = Uint8Array.from(storages, (_, storage) => (entries.has(storage) ? 1 : 0));
    this.#base = Float64Array.from(flows, ({ contents, unit }) => baseOf(contents[unit] ?? 1, contents));
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
    for (const array of Object.values(this.storageStays)) array.fill(0);
    for (const array of [this.arrivals, this.departures, this.done]) array.fill(0);
  }

  /** Whether an arrival of a flow finds room: false pushes back onto the line. */
  canAdmit(flow: number): boolean {
    if (this.#tokens.inUse >= this.limit) return false;
    const storage = this.#takes[this.network.flows[flow]!.enters]!;
    if (storage < 0) return true;
    const amount = this.#amount(flow, this.#base[flow]!, unitRank(this.network.flows[flow]!.unit), storage);
    return this.#roomWaiting[storage] === 0 && this.#used[storage]! + amount <= this.network.storages[storage]!.room;
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
    this.arrivals[flow]!++;
    const announced = this.#announced.get(batch);
    let token = announced ?? this.#bring(batch, flow, time, numbers, size);
    this.arrived[flow]! += this.#tokens.weight[token]!;
    if (announced !== undefined) {
      this.#announced.delete(batch);
      this.#arrivedAt[this.#tokens.arrival[token]!] = time;
      this.#tokens.since[token] = time;
    }
    if (declared.length > 0) {
      const whole = token;
      if (announced === undefined) this.#tokens.outstanding[whole] = 1;
      token = this.#part(whole, 0, declared.length + 1, this.#tokens.weight[whole]!, this.#tokens.rank[whole]!);
      this.#tokens.isBranch[token] = 1;
      if (announced === undefined) this.#beginDeclared(whole, flow, time);
    }
    this.#enter(token, enters, time);
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
    const arrival = this.#freeArrivals.pop() ?? this.#streams.length;
    this.#streams[arrival] = numbers;
    this.#batch[arrival] = batch;
    this.#arrivedAt[arrival] = time;
    this.#references[arrival] = 1;
    const tokens = this.#tokens;
    const token = tokens.take();
    tokens.clearTimes(token);
    tokens.flow[token] = flow;
    tokens.rank[token] = unitRank(this.network.flows[flow]!.unit);
    tokens.step[token] = NONE;
    tokens.arrival[token] = arrival;
    tokens.weight[token] = size;
    tokens.since[token] = time;
    tokens.place[token] = 0;
    tokens.reach[token] = PLACES;
    return token;
  }

  #beginDeclared(whole: number, flow: number, time: number): void {
    const { declared } = this.network.flows[flow]!;
    const tokens = this.#tokens;
    tokens.outstanding[whole]! += declared.length;
    for (const [index, step] of declared.entries()) {
      const branch = this.#part(whole, index + 1, declared.length + 1, tokens.weight[whole]!, tokens.rank[whole]!);
      tokens.isBranch[branch] = 1;
      this.#enter(branch, step, time);
    }
  }

  /** A part or branch of a token: the `index`-th of `count`. */
  #part(of: number, index: number, count: number, weight: number, rank: number): number {
    const tokens = this.#tokens;
    const part = tokens.take();
    const reach = Math.floor((tokens.reach[of]! - 1) / count);
    tokens.flow[part] = tokens.flow[of]!;
    tokens.rank[part] = rank;
    tokens.step[part] = NONE;
    tokens.arrival[part] = tokens.arrival[of]!;
    this.#references[tokens.arrival[of]!]!++;
    tokens.parent[part] = of;
    tokens.weight[part] = weight;
    tokens.place[part] = tokens.place[of]! + 1 + index * reach;
    tokens.reach[part] = Math.max(1, reach);
    tokens.cleared[part] = tokens.cleared[of]!;
    tokens.copyTimes(of, part);
    return part;
  }

  #free(token: number): void {
    const arrival = this.#tokens.arrival[token]!;
    if (--this.#references[arrival]! === 0) {
      this.#streams[arrival] = undefined;
      this.#freeArrivals.push(arrival);
    }
    this.#tokens.free(token);
  }

  /** Brings a token to a step: gathers, joins or splits it first where the step works on another unit. */
  #enter(coming: number, step: number, time: number): void {
    const tokens = this.#tokens;
    if (this.#gathers[step]! > 0) {
      this.#gather(coming, step, time);
      return;
    }
    const rank = this.#rank[step]!;
    let token = coming;
    if (tokens.rank[token]! > rank) token = this.#putTogether(token, step, time);
    if (token !== NONE && tokens.isBranch[token] === 1 && this.network.steps[step]!.joins) {
      token = this.#join(token, step, time);
    }
    if (token === NONE) return;
    if (tokens.rank[token]! < rank) this.#split(token, step, time);
    else this.#takeRoom(token, step, time);
  }

  /** So many units of a step's kind are in a token. */
  #partsAt(token: number, step: NodeStep): number {
    const flow = this.#tokens.flow[token]!;
    const count = this.network.flows[flow]!.contents[step.unit] ?? this.#base[flow]!;
    return Math.max(1, Math.round((this.#tokens.weight[token]! * count) / this.#base[flow]!));
  }

  #split(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    const first = tokens.firstMember[token]!;
    if (first !== NONE) {
      this.#dissolve(token, step, time);
      return;
    }
    const count = this.#partsAt(token, this.network.steps[step]!);
    const weight = tokens.weight[token]! / count;
    tokens.outstanding[token] = count;
    for (let index = 0; index < count; index++) {
      this.#enter(this.#part(token, index, count, weight, this.#rank[step]!), step, time);
    }
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

  /** A part is back: notes its times at what it is a part of, which goes on with the last one. */
  #putTogether(part: number, step: number, time: number): number {
    const tokens = this.#tokens;
    this.#unblock(part, time);
    const rank = this.#rank[step]!;
    let whole = tokens.parent[part]!;
    while (tokens.rank[whole]! > rank) whole = tokens.parent[whole]!;
    const weight = tokens.weight[part]!;
    if (tokens.backWeight[whole] === 0) tokens.scaleTimes(whole, 0);
    tokens.addTimes(part, weight, whole);
    tokens.backWeight[whole]! += weight;
    tokens.backMoments[whole]! += weight * time;
    tokens.cleared[whole]! |= tokens.cleared[part]!;
    tokens.step[whole] = step;
    this.#moveRoom(part, whole);
    const complete = this.#detach(part, whole);
    this.#free(part);
    return complete ? this.#completed(whole, time) : NONE;
  }

  #completed(whole: number, time: number): number {
    const tokens = this.#tokens;
    const weight = tokens.backWeight[whole]!;
    tokens.scaleTimes(whole, 1 / weight);
    const reason = this.reasons.parts[tokens.step[whole]!]!;
    tokens.times[whole * tokens.reasons + reason]! += time - tokens.backMoments[whole]! / weight;
    tokens.weight[whole] = weight;
    tokens.backWeight[whole] = 0;
    tokens.backMoments[whole] = 0;
    return whole;
  }

  /** Takes a part off what it is a part of, up to `whole`; true when that has no more parts outside. */
  #detach(part: number, whole: number): boolean {
    const tokens = this.#tokens;
    let parent = tokens.parent[part]!;
    while (--tokens.outstanding[parent]! === 0) {
      if (parent === whole) return true;
      const above = tokens.parent[parent]!;
      this.#moveRoom(parent, above);
      this.#free(parent);
      parent = above;
    }
    return false;
  }

  #moveRoom(from: number, to: number): void {
    const tokens = this.#tokens;
    for (let storage = 0; storage < tokens.storages; storage++) {
      const [a, b] = [from * tokens.storages + storage, to * tokens.storages + storage];
      if (tokens.held[a] === 0) continue;
      tokens.held[b]! += tokens.held[a]!;
      tokens.owing[b]! += tokens.weight[from]!;
      tokens.held[a] = 0;
    }
  }

  /** A branch is back: the whole goes on with the last one, whose times are what held it up. */
  #join(branch: number, step: number, time: number): number {
    const tokens = this.#tokens;
    this.#unblock(branch, time);
    const whole = tokens.parent[branch]!;
    this.#moveRoom(branch, whole);
    tokens.cleared[whole]! |= tokens.cleared[branch]!;
    tokens.weight[whole] = Math.min(tokens.weight[whole]!, tokens.weight[branch]!);
    const last = --tokens.outstanding[whole]! === 0;
    if (last) {
      const own = this.#timeOf(branch) - this.#timeOf(whole);
      const passed = time - tokens.since[whole]!;
      // What was declared ahead began before the time counts: it holds up for the later part only.
      const factor = own > passed ? passed / own : 1;
      tokens.scaleTimes(whole, 1 - factor);
      tokens.addTimes(branch, factor, whole);
      tokens.step[whole] = step;
    }
    this.#free(branch);
    return last ? whole : NONE;
  }

  #timeOf(token: number): number {
    const { times, reasons } = this.#tokens;
    let sum = 0;
    for (let i = token * reasons, end = i + reasons; i < end; i++) sum += times[i]!;
    return sum;
  }

  /** A token leaves what it is a part of for good; what waited only for it goes on. */
  #partForGood(token: number, time: number): void {
    const tokens = this.#tokens;
    let parent = tokens.parent[token]!;
    tokens.parent[token] = NONE;
    while (parent !== NONE && --tokens.outstanding[parent]! === 0) {
      if (tokens.backWeight[parent]! > 0) {
        this.#enter(this.#completed(parent, time), tokens.step[parent]!, time);
        return;
      }
      const above = tokens.parent[parent]!;
      for (let storage = 0; storage < tokens.storages; storage++) this.#giveBack(parent, storage, time);
      this.#free(parent);
      parent = above;
    }
  }

  #gather(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    this.#clearOwed(token, time);
    tokens.since[token] = time;
    this.#partForGood(token, time);
    const flow = tokens.flow[token]!;
    const pool = step * this.network.flows.length + flow;
    this.#pools.push(pool, token);
    const level = this.network.steps.length + step;
    this.levels.change(level, time, 1);
    const count = this.#gathers[step]!;
    if (this.#pools.size[pool]! < count) return;
    this.levels.change(level, time, -count);
    const group = tokens.take();
    tokens.clearTimes(group);
    const reason = this.reasons.gathering[step]!;
    let last: number = NONE;
    let weight = 0;
    for (let taken = 0; taken < count; taken++) {
      const member = this.#pools.shift(pool);
      tokens.times[member * tokens.reasons + reason]! += time - tokens.since[member]!;
      weight += tokens.weight[member]!;
      if (last === NONE) this.#beginGroup(group, member, step);
      else tokens.next[last] = member;
      for (let storage = 0; storage < tokens.storages; storage++) {
        const [a, b] = [member * tokens.storages + storage, group * tokens.storages + storage];
        tokens.held[b]! += tokens.held[a]!;
        tokens.held[a] = 0;
      }
      last = member;
    }
    tokens.weight[group] = weight;
    this.#takeRoom(group, step, time);
  }

  /** The oldest member lends a group its random numbers. */
  #beginGroup(group: number, oldest: number, step: number): void {
    const tokens = this.#tokens;
    tokens.flow[group] = tokens.flow[oldest]!;
    tokens.rank[group] = this.#rank[step]!;
    tokens.arrival[group] = tokens.arrival[oldest]!;
    this.#references[tokens.arrival[oldest]!]!++;
    tokens.firstMember[group] = oldest;
    tokens.place[group] = tokens.place[oldest]!;
    tokens.reach[group] = tokens.reach[oldest]!;
    tokens.drawn[group] = tokens.drawn[oldest]!;
    tokens.spare[group] = tokens.spare[oldest]!;
  }

  #amount(flow: number, weight: number, rank: number, storage: number): number {
    const { unit } = this.network.storages[storage]!;
    if (unitRank(unit) === rank) return 1;
    const count = this.network.flows[flow]!.contents[unit] ?? 1;
    return Math.max(1, Math.round((weight * count) / this.#base[flow]!));
  }

  #takeRoom(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    tokens.step[token] = step;
    const storage = this.#takes[step]!;
    if (storage >= 0) {
      const flow = tokens.flow[token]!;
      tokens.since[token] = time;
      const amount = this.#amount(flow, tokens.weight[token]!, tokens.rank[token]!, storage);
      if (this.#roomWaiting[storage]! > 0 || !this.#fits(storage, amount)) {
        this.#forRoom.push(storage * this.#classes + this.#classOf[flow]!, token);
        this.#roomWaiting[storage]!++;
        this.levels.change(this.#roomLevel(storage) + this.network.storages.length, time, 1);
        return;
      }
      this.#grantRoom(token, storage, amount, time);
    }
    this.#unblock(token, time);
    this.#work(token, step, time);
  }

  #fits(storage: number, amount: number): boolean {
    const { room } = this.network.storages[storage]!;
    // What is larger than the whole storage may have it when it is empty.
    return this.#used[storage]! + amount <= room || (this.#used[storage] === 0 && amount > room);
  }

  #roomLevel(storage: number): number {
    return 2 * this.network.steps.length + storage;
  }

  #grantRoom(token: number, storage: number, amount: number, time: number): void {
    const tokens = this.#tokens;
    const at = token * tokens.storages + storage;
    this.#used[storage]! += amount;
    this.levels.change(this.#roomLevel(storage), time, amount);
    tokens.held[at]! += amount;
    tokens.owing[at] = tokens.weight[token]!;
    tokens.asked[at] = tokens.since[token]!;
    if (this.#counts(token)) {
      this.storageStays.granted[storage]!++;
      this.storageStays.waited[storage]! += time - tokens.since[token]!;
    }
  }

  #counts(token: number): boolean {
    return this.#arrivedAt[this.#tokens.arrival[token]!]! >= this.#since;
  }

  /** A token itself gives back what room it holds in a storage. */
  #giveBack(token: number, storage: number, time: number): void {
    const tokens = this.#tokens;
    const at = token * tokens.storages + storage;
    const amount = tokens.held[at]!;
    if (amount === 0) return;
    tokens.held[at] = 0;
    if (!Number.isNaN(tokens.asked[at]!) && this.#counts(token)) {
      this.storageStays.ended[storage]!++;
      this.storageStays.spans[storage]! += time - tokens.asked[at]!;
    }
    this.#used[storage]! -= amount;
    this.levels.change(this.#roomLevel(storage), time, -amount);
    this.#admitWaiting(storage, time);
  }

  #admitWaiting(storage: number, time: number): void {
    const tokens = this.#tokens;
    const classes = this.#classes;
    let list = storage * classes;
    const end = list + classes;
    while (this.#roomWaiting[storage]! > 0) {
      while (list < end && this.#forRoom.size[list] === 0) list++;
      const head = this.#forRoom.first[list]!;
      const flow = tokens.flow[head]!;
      const amount = this.#amount(flow, tokens.weight[head]!, tokens.rank[head]!, storage);
      if (!this.#fits(storage, amount)) return;
      this.#forRoom.shift(list);
      this.#roomWaiting[storage]!--;
      this.levels.change(this.#roomLevel(storage) + this.network.storages.length, time, -1);
      tokens.times[head * tokens.reasons + this.reasons.room[storage]!]! += time - tokens.since[head]!;
      this.#grantRoom(head, storage, amount, time);
      this.#unblock(head, time);
      this.#work(head, tokens.step[head]!, time);
      list = storage * classes;
    }
    if (this.#isEntry[storage] === 1) this.#handlers.roomFreed?.(time);
  }

  /** A token no longer needs a storage: it, or the last part of what holds it, gives the room back. */
  #clear(token: number, storage: number, time: number): void {
    const tokens = this.#tokens;
    const { storages } = tokens;
    if (tokens.held[token * storages + storage]! > 0) {
      this.#giveBack(token, storage, time);
      return;
    }
    const bit = 1 << storage;
    if ((tokens.cleared[token]! & bit) !== 0) return;
    for (let parent = tokens.parent[token]!; parent !== NONE; parent = tokens.parent[parent]!) {
      const at = parent * storages + storage;
      if (tokens.held[at] === 0) continue;
      tokens.cleared[token]! |= bit;
      tokens.owing[at]! -= tokens.weight[token]!;
      if (tokens.owing[at]! <= 1e-9 * tokens.weight[parent]!) this.#giveBack(parent, storage, time);
      return;
    }
  }

  /** A token leaves what it is a part of: that need not wait for it with its room. */
  #clearOwed(token: number, time: number): void {
    const { storages, held } = this.#tokens;
    for (let storage = 0; storage < storages; storage++) {
      if (held[token * storages + storage] === 0) this.#clear(token, storage, time);
    }
  }

  #work(token: number, step: number, time: number): void {
    this.#tokens.since[token] = time;
    if (this.#uses[step]!.length === 0) {
      const duration = this.#duration(token, step);
      if (duration > 0) this.#handlers.schedule(time + duration, this.#resources + token);
      else this.#finish(token, time);
      return;
    }
    const lacking = this.servers.lacking(step);
    if (lacking < 0) {
      this.#start(token, step, time);
      return;
    }
    const tokens = this.#tokens;
    tokens.lacking[token] = lacking;
    tokens.closedBefore[token] = this.servers.closed(lacking, time);
    tokens.order[token] = this.#order++;
    this.#waiting.push(step * this.#classes + this.#classOf[tokens.flow[token]!]!, token);
    this.#waitingAt[step]!++;
    this.levels.change(step, time, 1);
  }

  #start(token: number, step: number, time: number): void {
    this.servers.take(step, time, 1);
    this.#handlers.schedule(time + this.#duration(token, step), this.#resources + token);
  }

  /** How long a step takes this time, breakdowns included; notes the time by its reasons. */
  #duration(token: number, step: number): number {
    const tokens = this.#tokens;
    const mean = this.#mean[step * this.#flows + tokens.flow[token]!]!;
    const family = mean > 0 ? this.#family[step]! : FIXED;
    let work = mean;
    if (family === EXPONENTIAL) work = -mean * log(1 - this.#draw(token));
    else if (family !== FIXED) work = mean * this.#sample[step]!(this.#draw(token));
    tokens.times[token * tokens.reasons + this.reasons.work[step]!]! += work;
    if (this.#fails[step] === 0) return work;
    return work + this.#repair(token, step, work);
  }

  /** How much longer work takes because machines fail in it: exponential times between failures and of repair. */
  #repair(token: number, step: number, work: number): number {
    const tokens = this.#tokens;
    let repair = 0;
    for (const resource of this.#uses[step]!) {
      const { breakdowns } = this.network.resources[resource]!;
      if (breakdowns === null) continue;
      let down = 0;
      let left = work;
      for (;;) {
        left -= exponentialQuantile(this.#draw(token), breakdowns.between);
        if (left <= 0) break;
        down += exponentialQuantile(this.#draw(token), breakdowns.repair);
      }
      tokens.times[token * tokens.reasons + this.reasons.breakdown[resource]!]! += down;
      repair += down;
    }
    return repair;
  }

  /** The next random number of a token. Numbers come in blocks of two, so that the second is taken with the first. */
  #draw(token: number): number {
    const tokens = this.#tokens;
    const drawn = tokens.drawn[token]!++ % DRAWS;
    if (drawn % 2 === 1) return tokens.spare[token]!;
    const numbers = this.#streams[tokens.arrival[token]!]!;
    const occurrence = tokens.place[token]! * DRAWS + drawn;
    const number = numbers.uniform(occurrence);
    tokens.spare[token] = numbers.uniform(occurrence + 1);
    return number;
  }

  #unblock(token: number, time: number): void {
    const step = this.#tokens.blocking[token]!;
    if (step === NONE) return;
    this.#tokens.blocking[token] = NONE;
    this.servers.take(step, time, -1);
    const uses = this.#uses[step]!;
    for (let i = 0; i < uses.length; i++) this.#startNext(uses[i]!, time);
  }

  /** Starts whom a resource can serve now: by priority of step, then of flow, then in order of coming. */
  #startNext(resource: number, time: number): void {
    while (this.servers.busy[resource]! < this.servers.open[resource]!) {
      const list = this.#headFor(resource);
      if (list < 0) return;
      this.#startHead(list, time);
    }
  }

  /** The list whose head goes next; -1 when nobody waits whom the resource can serve. */
  #headFor(resource: number): number {
    const steps = this.network.steps;
    const using = this.#stepsUsing[resource]!;
    let bestList = -1;
    let bestStep = -1;
    for (let i = 0; i < using.length; i++) {
      const step = using[i]!;
      if (this.#waitingAt[step] === 0) continue;
      if (bestStep >= 0 && steps[step]!.priority > steps[bestStep]!.priority) break;
      if (!this.servers.canStart(step)) continue;
      let list = step * this.#classes;
      while (this.#waiting.size[list] === 0) list++;
      if (bestStep < 0 || this.#goesBefore(list, step, bestList, bestStep)) {
        bestList = list;
        bestStep = step;
      }
    }
    return bestList;
  }

  #startHead(list: number, time: number): void {
    const tokens = this.#tokens;
    const token = this.#waiting.shift(list);
    const step = tokens.step[token]!;
    this.#waitingAt[step]!--;
    this.levels.change(step, time, -1);
    const lacked = tokens.lacking[token]!;
    const base = token * tokens.reasons;
    let waited = time - tokens.since[token]!;
    const outside = this.reasons.outside[lacked]!;
    if (outside >= 0) {
      const closed = Math.min(waited, this.servers.closed(lacked, time) - tokens.closedBefore[token]!);
      tokens.times[base + outside]! += closed;
      waited -= closed;
    }
    tokens.times[base + this.reasons.queue[lacked]!]! += waited;
    this.#start(token, step, time);
  }

  /** Between heads of queues at steps of one priority. */
  #goesBefore(list: number, step: number, bestList: number, bestStep: number): boolean {
    const byClass = list - step * this.#classes - (bestList - bestStep * this.#classes);
    if (byClass !== 0) return byClass < 0;
    const { order } = this.#tokens;
    return order[this.#waiting.first[list]!]! < order[this.#waiting.first[bestList]!]!;
  }

  #finish(token: number, time: number): void {
    const tokens = this.#tokens;
    const at = tokens.step[token]!;
    const step = this.network.steps[at]!;
    if (step.uses.length > 0) tokens.blocking[token] = at;
    this.done[at]! += tokens.weight[token]!;
    const { givesBack } = step;
    for (let i = 0; i < givesBack.length; i++) this.#clear(token, givesBack[i]!, time);
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
    let left = this.#draw(token) * shared.reduce((sum, { share }) => sum + share, 0);
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
    for (const [index, step] of next.entries()) {
      const branch = this.#part(token, index, next.length, tokens.weight[token]!, tokens.rank[token]!);
      tokens.isBranch[branch] = 1;
      this.#enter(branch, step, time);
    }
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
    this.#clearOwed(token, time);
    for (let storage = 0; storage < tokens.storages; storage++) this.#giveBack(token, storage, time);
    this.#partForGood(token, time);
    for (let member = first; member !== NONE; ) {
      const next = tokens.next[member]!;
      this.#free(member);
      member = next;
    }
    this.#free(token);
    this.#handlers.released(departure, time);
  }

  /** Counts the stay of a token that leaves; returns its weight where it arrived since statistics began. */
  #count(token: number, time: number): number {
    const tokens = this.#tokens;
    const { reasons } = tokens;
    const arrival = tokens.arrival[token]!;
    const weight = tokens.weight[token]!;
    const arrivedAt = this.#arrivedAt[arrival]!;
    this.#departure.add(this.#batch[arrival]!, weight, arrivedAt);
    addWeighted(tokens.times, token * reasons, weight, this.#departure.times, 0, reasons);
    if (arrivedAt < this.#since) return 0;
    this.stays.add(tokens.flow[token]!, weight, time - arrivedAt);
    return weight;
  }

  /** Times of a group of which only some arrived since statistics began. */
  #countTimes(group: number, first: number, flow: number): void {
    const { times, reasons, weight, next } = this.#tokens;
    for (let member = first; member !== NONE; member = next[member]!) {
      if (!this.#counts(member)) continue;
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
