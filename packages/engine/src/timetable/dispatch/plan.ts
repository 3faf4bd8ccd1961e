import type { Network } from './network.ts';

/** How many delay-bearing events ahead of an event are remembered for the price of pushing it. */
export const TRACKED = 6;

/**
 * A plan of some of the trains: for each its route, for each resource the order of visits, and from these the earliest
 * time of every event. The event that starts an operation carries the number of the operation. A *visit* is a run of
 * consecutive operations of a train that hold one resource; it is named by its first slot.
 *
 * The events and the precedences between them form a graph; a cycle, even of length zero, is a deadlock.
 */
export class Plan {
  readonly net: Network;
  /** Start of each planned operation, s. */
  readonly start: Float64Array;
  /** The train's next and previous operation on its route; -1 at the ends. */
  readonly next: Int32Array;
  readonly prev: Int32Array;
  readonly routes: (Int32Array | undefined)[];
  /** Visits of each resource in order. */
  readonly order: number[][];
  /** Visit to which a slot belongs; -1 when not planned. */
  readonly visitOf: Int32Array;
  /** Last slot of a visit, by its first slot. */
  readonly visitLast: Int32Array;
  /** Next visit of the same resource by another train; -1 if none. */
  readonly follower: Int32Array;
  /** Planned events in an order that respects all precedences. */
  sequence: Int32Array;
  count = 0;
  /** Position of each planned event in the sequence. */
  readonly position: Int32Array;
  cost = 0;
  readonly trainCost: Float64Array;
  /** Latest starts without further cost, and the delay-bearing events they stem from, most pressing first. */
  readonly limit: Float64Array;
  readonly limitEvent: Int32Array;
  /** Latest start within the windows. */
  readonly hard: Float64Array;
  /** Work done so far, in events touched. */
  work = 0;
  readonly #waiting: Int32Array;
  #queue: Int32Array;
  #merged: Int32Array;

  constructor(net: Network) {
    this.net = net;
    this.start = new Float64Array(net.ops);
    this.next = new Int32Array(net.ops).fill(-1);
    this.prev = new Int32Array(net.ops).fill(-1);
    this.routes = new Array(net.trains).fill(undefined);
    this.order = Array.from({ length: net.resources }, () => []);
    this.visitOf = new Int32Array(net.slots).fill(-1);
    this.visitLast = new Int32Array(net.slots).fill(-1);
    this.follower = new Int32Array(net.slots).fill(-1);
    this.sequence = new Int32Array(net.ops);
    this.position = new Int32Array(net.ops).fill(-1);
    this.trainCost = new Float64Array(net.trains);
    this.limit = new Float64Array(net.ops * TRACKED);
    this.limitEvent = new Int32Array(net.ops * TRACKED);
    this.hard = new Float64Array(net.ops).fill(Number.POSITIVE_INFINITY);
    this.#waiting = new Int32Array(net.ops);
    this.#queue = new Int32Array(net.ops);
    this.#merged = new Int32Array(net.ops);
  }

  /** The event that ends a visit; -1 when the train never leaves. */
  leaveEvent(visit: number): number {
    return this.next[this.net.slotOp[this.visitLast[visit]!]!]!;
  }

  /** When another train may follow a visit, s, by the present times. */
  freeTime(visit: number): number {
    const { net } = this;
    const resource = net.slotResource[visit]!;
    const lastOp = net.slotOp[this.visitLast[visit]!]!;
    let free = 0;
    for (let op = net.slotOp[visit]!; ; op = this.next[op]!) {
      if (this.next[op]! < 0) return Number.POSITIVE_INFINITY;
      for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++) {
        if (net.slotResource[s] === resource) free = Math.max(free, this.start[this.next[op]!]! + net.slotRelease[s]!);
      }
      if (op === lastOp) return free;
    }
  }

  /** Renews the followers on a resource after its order changed. */
  link(resource: number): void {
    const order = this.order[resource]!;
    const { trainOf, slotOp } = this.net;
    for (let i = order.length - 1; i >= 0; i--) {
      const visit = order[i]!;
      const behind = order[i + 1];
      if (behind === undefined) this.follower[visit] = -1;
      else if (trainOf[slotOp[behind]!] !== trainOf[slotOp[visit]!]) this.follower[visit] = behind;
      else this.follower[visit] = this.follower[behind]!;
    }
  }

  /** Lays a train's route and its visits, without a place in the orders of the resources; returns the visits. */
  trace(train: number, route: Int32Array): number[] {
    const { net } = this;
    this.routes[train] = route;
    const visits: number[] = [];
    for (let i = 0; i < route.length; i++) {
      const op = route[i]!;
      this.prev[op] = i > 0 ? route[i - 1]! : -1;
      this.next[op] = i + 1 < route.length ? route[i + 1]! : -1;
      for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++) {
        const before = i > 0 ? this.#slotFor(route[i - 1]!, net.slotResource[s]!) : -1;
        const visit = before < 0 ? s : this.visitOf[before]!;
        if (before < 0) visits.push(s);
        this.visitOf[s] = visit;
        this.visitLast[visit] = s;
      }
    }
    return visits;
  }

  /** Drops a train's route without touching the orders of the resources. */
  forget(train: number): void {
    const { net } = this;
    const route = this.routes[train];
    if (!route) return;
    for (const op of route) {
      for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++) this.visitOf[s] = -1;
      this.position[op] = -1;
    }
    this.routes[train] = undefined;
  }

  /**
   * Enters a train: its route, and for each visit, by its first slot, how many visits of the resource precede it.
   * Times are stale until `schedule`.
   */
  insert(train: number, route: Int32Array, gapOf: (slot: number) => number): void {
    const visits = this.trace(train, route);
    for (const visit of visits.reverse()) {
      const resource = this.net.slotResource[visit]!;
      this.order[resource]!.splice(gapOf(visit), 0, visit);
      this.link(resource);
    }
  }

  /** Takes a train out. The sequence stays valid; times are stale until `schedule`. */
  remove(train: number): void {
    const { net } = this;
    for (const op of this.routes[train]!) {
      for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++) {
        if (this.visitOf[s] === s) {
          const resource = net.slotResource[s]!;
          const order = this.order[resource]!;
          order.splice(order.indexOf(s), 1);
          this.link(resource);
        }
      }
    }
    this.forget(train);
    this.cost -= this.trainCost[train]!;
    this.trainCost[train] = 0;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const event = this.sequence[i]!;
      if (this.position[event]! < 0) continue;
      this.sequence[kept] = event;
      this.position[event] = kept++;
    }
    this.count = kept;
  }

  #slotFor(op: number, resource: number): number {
    const { slotStart, slotResource } = this.net;
    for (let s = slotStart[op]!; s < slotStart[op + 1]!; s++) if (slotResource[s] === resource) return s;
    return -1;
  }

  /**
   * Sets every event to its earliest time. Returns false, with times undefined, on a deadlock or when a latest start
   * cannot be kept.
   */
  schedule(): boolean {
    const { net, start, next, prev, visitOf, visitLast, follower } = this;
    const { slotStart, slotOp, slotRelease, duration, lb, ub } = net;
    const waiting = this.#waiting;
    const queue = this.#queue;
    let events = 0;
    let tail = 0;
    for (let train = 0; train < net.trains; train++) {
      const route = this.routes[train];
      if (!route) continue;
      events += route.length;
      for (let i = 0; i < route.length; i++) {
        waiting[route[i]!] = i > 0 ? 1 : 0;
        start[route[i]!] = lb[route[i]!]!;
      }
    }
    for (const order of this.order) {
      for (let i = 0; i + 1 < order.length; i++) {
        const behind = follower[order[i]!]!;
        if (behind < 0) continue;
        const op = slotOp[behind]!;
        waiting[op] = waiting[op]! + 1;
      }
    }
    for (let train = 0; train < net.trains; train++) {
      const route = this.routes[train];
      if (route && waiting[route[0]!] === 0) queue[tail++] = route[0]!;
    }
    for (let headIndex = 0; headIndex < tail; headIndex++) {
      const event = queue[headIndex]!;
      const t = start[event]!;
      if (t > ub[event]!) return false;
      const before = prev[event]!;
      if (before >= 0) {
        for (let s = slotStart[before]!; s < slotStart[before + 1]!; s++) {
          const visit = visitOf[s]!;
          const behind = follower[visit]!;
          if (behind < 0) continue;
          const op = slotOp[behind]!;
          const free = t + slotRelease[s]!;
          if (free > start[op]!) start[op] = free;
          if (visitLast[visit] === s && --waiting[op]! === 0) queue[tail++] = op;
        }
      }
      const after = next[event]!;
      if (after >= 0) {
        const leave = t + duration[event]!;
        if (leave > start[after]!) start[after] = leave;
        if (--waiting[after]! === 0) queue[tail++] = after;
      }
    }
    this.work += events;
    if (tail < events) return false;
    this.#resequence(tail);
    return true;
  }

  #resequence(events: number): void {
    const { start, position, sequence } = this;
    const { net } = this;
    const queue = this.#queue;
    const rank = this.#waiting;
    const merged = this.#merged;
    let fresh = 0;
    for (let i = 0; i < events; i++) {
      rank[queue[i]!] = i;
      if (position[queue[i]!]! < 0) merged[fresh++] = queue[i]!;
    }
    // The old order is nearly right: merge the new events in by time, then sort by insertion.
    let i = this.count - 1;
    let f = fresh - 1;
    for (let place = events - 1; place >= 0 && f >= 0; place--) {
      if (i >= 0 && start[sequence[i]!]! > start[merged[f]!]!) sequence[place] = sequence[i--]!;
      else sequence[place] = merged[f--]!;
    }
    for (let place = 1; place < events; place++) {
      const event = sequence[place]!;
      const t = start[event]!;
      let p = place - 1;
      while (p >= 0) {
        const other = sequence[p]!;
        const s = start[other]!;
        if (s < t || (s === t && rank[other]! < rank[event]!)) break;
        sequence[p + 1] = other;
        p--;
      }
      sequence[p + 1] = event;
    }
    this.count = events;
    this.cost = 0;
    this.trainCost.fill(0);
    for (let place = 0; place < events; place++) {
      const event = sequence[place]!;
      position[event] = place;
      const cost = net.cost[event];
      if (cost) {
        const value = cost.at(start[event]!);
        const train = net.trainOf[event]!;
        this.trainCost[train] = this.trainCost[train]! + value;
        this.cost += value;
      }
    }
  }

  /** Works out how far each event could move without cost, and at what price beyond, from the last `schedule`. */
  appraise(): void {
    const { net, sequence, start, limit, limitEvent, hard } = this;
    for (let place = this.count - 1; place >= 0; place--) {
      const event = sequence[place]!;
      const base = event * TRACKED;
      limit.fill(Number.POSITIVE_INFINITY, base, base + TRACKED);
      hard[event] = net.ub[event]!;
      const cost = net.cost[event];
      if (cost) {
        limit[base] = cost.latestAtSameCost(start[event]!);
        limitEvent[base] = event;
      }
      const after = this.next[event]!;
      if (after >= 0) this.#inherit(event, after, net.duration[event]!);
      const before = this.prev[event]!;
      if (before < 0) continue;
      for (let s = net.slotStart[before]!; s < net.slotStart[before + 1]!; s++) {
        const behind = this.follower[this.visitOf[s]!]!;
        if (behind >= 0) this.#inherit(event, net.slotOp[behind]!, net.slotRelease[s]!);
      }
    }
    this.work += this.count;
  }

  #inherit(event: number, later: number, length: number): void {
    const { limit, limitEvent, hard } = this;
    if (hard[later]! - length < hard[event]!) hard[event] = hard[later]! - length;
    const base = event * TRACKED;
    const from = later * TRACKED;
    for (let k = 0; k < TRACKED; k++) {
      const value = limit[from + k]! - length;
      if (value === Number.POSITIVE_INFINITY) return;
      if (value >= limit[base + TRACKED - 1]!) return;
      const source = limitEvent[from + k]!;
      let i = 0;
      while (i < TRACKED && limit[base + i]! <= value && limitEvent[base + i] !== source) i++;
      if (i === TRACKED) return;
      if (limitEvent[base + i] === source && limit[base + i]! <= value) continue;
      let last = i;
      while (last < TRACKED - 1 && limit[base + last]! < Number.POSITIVE_INFINITY && limitEvent[base + last] !== source)
        last++;
      for (let m = last; m > i; m--) {
        limit[base + m] = limit[base + m - 1]!;
        limitEvent[base + m] = limitEvent[base + m - 1]!;
      }
      limit[base + i] = value;
      limitEvent[base + i] = source;
    }
  }
}
