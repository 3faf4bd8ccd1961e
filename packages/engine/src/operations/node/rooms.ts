import type { Arrivals } from './arrivals.ts';
import type { Levels } from './levels.ts';
import { type NodeNetwork, unitRank } from './network.ts';
import type { NodeReasons } from './reasons.ts';
import type { StepTable } from './step-table.ts';
import { NONE, type Tokens } from './tokens.ts';
import { WaitingLists } from './waiting-lists.ts';

/** Waits and stays in a storage of what arrived since statistics began. */
export interface StorageStays {
  readonly granted: Float64Array;
  readonly waited: Float64Array;
  readonly ended: Float64Array;
  /** From asking for room to giving it back. */
  readonly spans: Float64Array;
}

/** What room is taken from, and who is told when it becomes free. */
export interface RoomsInput {
  readonly network: NodeNetwork;
  readonly tokens: Tokens;
  readonly arrivals: Arrivals;
  readonly reasons: NodeReasons;
  readonly levels: Levels;
  /** Class of priority by flow, and how many classes there are. */
  readonly classOf: Int32Array;
  readonly classes: number;
  readonly table: StepTable;
  /** A token that waited has room now, and goes on. */
  readonly admitted: (token: number, time: number) => void;
  /** Room where arrivals enter has become free. */
  readonly entryFreed: (time: number) => void;
}

/**
 * Tracks, stacks and halls: who holds how much room, and who waits for it. Levels: room used by storage, then waiting by
 * storage, after the first `2 · steps` of the node.
 *
 * @example
 * ```ts
 * rooms.ask(train, 0, 3600); // true when the train now stands on a track, false when it waits for one
 * ```
 */
export class Rooms {
  readonly stays: StorageStays;
  /** Since when stays count, s. */
  since = 0;
  readonly #network: RoomsInput['network'];
  readonly #table: RoomsInput['table'];
  readonly #tokens: RoomsInput['tokens'];
  readonly #arrivals: RoomsInput['arrivals'];
  readonly #reasons: RoomsInput['reasons'];
  readonly #levels: RoomsInput['levels'];
  readonly #classOf: RoomsInput['classOf'];
  readonly #classes: RoomsInput['classes'];
  readonly #admitted: RoomsInput['admitted'];
  readonly #entryFreed: RoomsInput['entryFreed'];
  readonly #used: Float64Array;
  readonly #waiting: Int32Array;
  readonly #lists: WaitingLists;
  readonly #isEntry: Uint8Array;
  readonly #firstLevel: number;
  readonly #storages: number;

  constructor(of: RoomsInput) {
    const { steps, storages, flows } = of.network;
    this.#network = of.network;
    this.#table = of.table;
    this.#tokens = of.tokens;
    this.#arrivals = of.arrivals;
    this.#reasons = of.reasons;
    this.#levels = of.levels;
    this.#classOf = of.classOf;
    this.#classes = of.classes;
    this.#admitted = of.admitted;
    this.#entryFreed = of.entryFreed;
    this.#storages = storages.length;
    this.#firstLevel = 2 * steps.length;
    this.#used = new Float64Array(storages.length);
    this.#waiting = new Int32Array(storages.length);
    this.#lists = new WaitingLists(storages.length * of.classes, of.tokens);
    const entries = new Set(flows.map(({ enters }) => steps[enters]!.takes));
    this.#isEntry = Uint8Array.from(storages, (_, storage) => (entries.has(storage) ? 1 : 0));
    const perStorage = () => new Float64Array(storages.length);
    this.stays = { granted: perStorage(), waited: perStorage(), ended: perStorage(), spans: perStorage() };
  }

  /** Forgets statistics. */
  restart(time: number): void {
    this.since = time;
    for (const array of Object.values(this.stays) as Float64Array[]) array.fill(0);
  }

  /** Whether an arrival of a flow would find room at once. */
  isFreeFor(flow: number, storage: number): boolean {
    const amount = this.#amount(flow, this.#table.sizes[flow]!, unitRank(this.#network.flows[flow]!.unit), storage);
    return this.#waiting[storage] === 0 && this.#used[storage]! + amount <= this.#network.storages[storage]!.room;
  }

  /** Asks for room; false when the token has to wait, after which `admitted` is told. */
  ask(token: number, storage: number, time: number): boolean {
    const flow = this.#tokens.flow[token]!;
    this.#tokens.since[token] = time;
    const amount = this.#amount(flow, this.#tokens.weight[token]!, this.#tokens.rank[token]!, storage);
    if (this.#waiting[storage] === 0 && this.#fits(storage, amount)) {
      this.#grant(token, storage, amount, time);
      return true;
    }
    this.#lists.push(storage * this.#classes + this.#classOf[flow]!, token);
    this.#waiting[storage]!++;
    this.#levels.change(this.#firstLevel + this.#storages + storage, time, 1);
    return false;
  }

  /** A token itself gives back what room it holds in a storage. */
  giveBack(token: number, storage: number, time: number): void {
    const at = token * this.#storages + storage;
    const amount = this.#tokens.held[at]!;
    if (amount === 0) return;
    this.#tokens.held[at] = 0;
    if (!Number.isNaN(this.#tokens.asked[at]!) && this.#counts(token)) {
      this.stays.ended[storage]!++;
      this.stays.spans[storage]! += time - this.#tokens.asked[at]!;
    }
    this.#used[storage]! -= amount;
    this.#levels.change(this.#firstLevel + storage, time, -amount);
    this.#admitWaiting(storage, time);
  }

  /** A token gives back all room it holds. */
  giveBackAll(token: number, time: number): void {
    for (let storage = 0; storage < this.#storages; storage++) this.giveBack(token, storage, time);
  }

  /** A token no longer needs a storage: it, or the last part of what holds it, gives the room back. */
  clear(token: number, storage: number, time: number): void {
    if (this.#tokens.held[token * this.#storages + storage]! > 0) {
      this.giveBack(token, storage, time);
      return;
    }
    const bit = 1 << storage;
    if ((this.#tokens.cleared[token]! & bit) !== 0) return;
    for (let parent = this.#tokens.parent[token]!; parent !== NONE; parent = this.#tokens.parent[parent]!) {
      const at = parent * this.#storages + storage;
      if (this.#tokens.held[at] === 0) continue;
      this.#tokens.cleared[token]! |= bit;
      this.#tokens.owing[at]! -= this.#tokens.weight[token]!;
      if (this.#tokens.owing[at]! <= 1e-9 * this.#tokens.weight[parent]!) this.giveBack(parent, storage, time);
      return;
    }
  }

  /** A token leaves what it is a part of: that need not wait for it with its room. */
  clearOwed(token: number, time: number): void {
    const { held } = this.#tokens;
    for (let storage = 0; storage < this.#storages; storage++) {
      if (held[token * this.#storages + storage] === 0) this.clear(token, storage, time);
    }
  }

  /** Hands the room that one token holds on to another. */
  move(from: number, to: number): void {
    for (let storage = 0; storage < this.#storages; storage++) {
      const a = from * this.#storages + storage;
      const b = to * this.#storages + storage;
      if (this.#tokens.held[a] === 0) continue;
      this.#tokens.held[b]! += this.#tokens.held[a]!;
      this.#tokens.owing[b]! += this.#tokens.weight[from]!;
      this.#tokens.held[a] = 0;
    }
  }

  #amount(flow: number, weight: number, rank: number, storage: number): number {
    if (this.#table.storageRank[storage] === rank) return 1;
    const count = this.#network.flows[flow]!.contents[this.#network.storages[storage]!.unit] ?? 1;
    return Math.max(1, Math.round((weight * count) / this.#table.sizes[flow]!));
  }

  #fits(storage: number, amount: number): boolean {
    const room = this.#table.room[storage]!;
    // What is larger than the whole storage may have it when it is empty.
    return this.#used[storage]! + amount <= room || (this.#used[storage] === 0 && amount > room);
  }

  #counts(token: number): boolean {
    return this.#arrivals.time[this.#tokens.arrival[token]!]! >= this.since;
  }

  #grant(token: number, storage: number, amount: number, time: number): void {
    const at = token * this.#storages + storage;
    this.#used[storage]! += amount;
    this.#levels.change(this.#firstLevel + storage, time, amount);
    this.#tokens.held[at]! += amount;
    this.#tokens.owing[at] = this.#tokens.weight[token]!;
    this.#tokens.asked[at] = this.#tokens.since[token]!;
    if (!this.#counts(token)) return;
    this.stays.granted[storage]!++;
    this.stays.waited[storage]! += time - this.#tokens.since[token]!;
  }

  /** Lets in whom the room is enough for: by priority of flow, then in order of asking; who is first holds up the rest. */
  #admitWaiting(storage: number, time: number): void {
    while (this.#waiting[storage]! > 0) {
      let list = storage * this.#classes;
      while (this.#lists.size[list] === 0) list++;
      const head = this.#lists.first[list]!;
      const amount = this.#amount(
        this.#tokens.flow[head]!,
        this.#tokens.weight[head]!,
        this.#tokens.rank[head]!,
        storage,
      );
      if (!this.#fits(storage, amount)) return;
      this.#lists.shift(list);
      this.#waiting[storage]!--;
      this.#levels.change(this.#firstLevel + this.#storages + storage, time, -1);
      this.#tokens.times[head * this.#tokens.reasons + this.#reasons.room[storage]!]! +=
        time - this.#tokens.since[head]!;
      this.#grant(head, storage, amount, time);
      this.#admitted(head, time);
    }
    if (this.#isEntry[storage] === 1) this.#entryFreed(time);
  }
}
