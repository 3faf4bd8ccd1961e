import type { Network } from './network.ts';

interface Removal {
  readonly train: number;
  readonly route: Int32Array;
  readonly visits: readonly number[];
  readonly gaps: readonly number[];
}

/**
 * A plan of some of the trains: for each its route, for each resource the order of visits, and from these the earliest
 * time of every event. The event that starts an operation carries the number of the operation. A *visit* is a run of
 * consecutive operations of a train that hold one resource; it is named by its first slot.
 *
 * Events and the precedences between them form a graph without cycles; a cycle, even one that takes no time, is a
 * deadlock. A precedence that takes no time counts as one `instant`, so that sorting the events by time respects all
 * precedences; the true time is the whole part.
 */
export class Plan {
  readonly net: Network;
  /** Start of each planned operation, s, with its instants. */
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
  /** The visits of the same resource just before and after a visit; -1 if none. */
  readonly ahead: Int32Array;
  readonly behind: Int32Array;
  readonly trainCost: Float64Array;
  cost = 0;
  /** Events whose delay-bearing future may have changed; emptied by who makes use of it. */
  readonly stale: number[] = [];
  readonly #keptTrainCost: Float64Array;
  #keptCost = 0;
  readonly #removals: Removal[] = [];
  readonly #movedEvents: number[] = [];
  readonly #movedStarts: number[] = [];

  constructor(net: Network) {
    this.net = net;
    this.start = new Float64Array(net.ops);
    this.next = new Int32Array(net.ops).fill(-1);
    this.prev = new Int32Array(net.ops).fill(-1);
    this.routes = new Array(net.trains).fill(undefined);
    this.order = Array.from({ length: net.resources }, () => []);
    this.visitOf = new Int32Array(net.slots).fill(-1);
    this.visitLast = new Int32Array(net.slots).fill(-1);
    this.ahead = new Int32Array(net.slots).fill(-1);
    this.behind = new Int32Array(net.slots).fill(-1);
    this.trainCost = new Float64Array(net.trains);
    this.#keptTrainCost = new Float64Array(net.trains);
  }

  /** Takes out all trains. */
  clear(): void {
    for (let train = 0; train < this.net.trains; train++) {
      this.routes[train] = undefined;
      this.trainCost[train] = 0;
    }
    this.visitOf.fill(-1);
    for (const order of this.order) order.length = 0;
    this.cost = 0;
    this.stale.length = 0;
    this.checkpoint();
  }

  /** The event that ends a visit; -1 when the train never leaves. */
  leaveEvent(visit: number): number {
    return this.next[this.net.slotOp[this.visitLast[visit]!]!]!;
  }

  /** The next visit of the resource by another train; -1 if none. */
  follower(visit: number): number {
    const { trainOf, slotOp } = this.net;
    const train = trainOf[slotOp[visit]!];
    let later = this.behind[visit]!;
    while (later >= 0 && trainOf[slotOp[later]!] === train) later = this.behind[later]!;
    return later;
  }

  /** When another train may follow a visit (and the same train's visits just before it), s. */
  freeTime(visit: number): number {
    const { trainOf, slotOp } = this.net;
    let free = this.#ownFreeTime(visit);
    let earlier = this.ahead[visit]!;
    while (earlier >= 0 && trainOf[slotOp[earlier]!] === trainOf[slotOp[visit]!]) {
      free = Math.max(free, this.#ownFreeTime(earlier));
      earlier = this.ahead[earlier]!;
    }
    return free;
  }

  #ownFreeTime(visit: number): number {
    const { slotOp, slotRelease, slotStart, slotResource } = this.net;
    const last = this.visitLast[visit]!;
    let op = slotOp[visit]!;
    let after = this.next[op]!;
    if (after < 0) return Number.POSITIVE_INFINITY;
    let free = this.start[after]! + slotRelease[visit]!;
    if (last === visit) return free;
    const lastOp = slotOp[last]!;
    while (op !== lastOp) {
      op = after;
      after = this.next[op]!;
      if (after < 0) return Number.POSITIVE_INFINITY;
      for (let s = slotStart[op]!; s < slotStart[op + 1]!; s++)
        if (slotResource[s] === slotResource[visit]) free = Math.max(free, this.start[after]! + slotRelease[s]!);
    }
    return free;
  }

  /** Calls back with each event after which a visit, and the same train's visits just before it, let go. */
  forLeaveEvents(visit: number, act: (event: number) => void): void {
    const { trainOf, slotOp } = this.net;
    const train = trainOf[slotOp[visit]!];
    for (let v = visit; v >= 0 && trainOf[slotOp[v]!] === train; v = this.ahead[v]!) {
      const lastOp = slotOp[this.visitLast[v]!]!;
      for (let op = slotOp[v]!; ; op = this.next[op]!) {
        if (this.next[op]! >= 0) act(this.next[op]!);
        if (op === lastOp) break;
      }
    }
  }

  /** Earliest start of an event by the present times of the events before it. */
  earliest(event: number): number {
    const { net, visitOf, ahead } = this;
    let t = net.lb[event]!;
    const before = this.prev[event]!;
    if (before >= 0) t = Math.max(t, this.start[before]! + net.span[before]!);
    for (let s = net.slotStart[event]!; s < net.slotStart[event + 1]!; s++) {
      if (visitOf[s] !== s) continue;
      const earlier = ahead[s]!;
      if (earlier >= 0 && net.trainOf[net.slotOp[earlier]!] !== net.trainOf[event])
        t = Math.max(t, this.freeTime(earlier));
    }
    return t;
  }

  /** Moves an event to a time, keeping account of the cost. */
  move(event: number, t: number): void {
    const cost = this.net.cost[event];
    if (cost) {
      this.#bill(event, cost.at(t) - cost.at(this.start[event]!));
      this.stale.push(event);
    }
    this.#setStart(event, t);
  }

  #setStart(event: number, t: number): void {
    this.#movedEvents.push(event);
    this.#movedStarts.push(this.start[event]!);
    this.start[event] = t;
  }

  #bill(event: number, amount: number): void {
    const train = this.net.trainOf[event]!;
    this.trainCost[train] = this.trainCost[train]! + amount;
    this.cost += amount;
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

  #slotFor(op: number, resource: number): number {
    const { slotStart, slotResource } = this.net;
    for (let s = slotStart[op]!; s < slotStart[op + 1]!; s++) if (slotResource[s] === resource) return s;
    return -1;
  }

  /**
   * Enters a train: its route with the start of each event, and for each visit, by its first slot, how many visits of
   * the resource precede it. The times of the others are stale until propagated.
   */
  insert(train: number, route: Int32Array, starts: ArrayLike<number>, gapOf: (slot: number) => number): void {
    const visits = this.trace(train, route);
    for (let i = visits.length - 1; i >= 0; i--) this.#place(visits[i]!, gapOf(visits[i]!));
    for (let i = 0; i < route.length; i++) this.enter(route[i]!, starts[i]!);
  }

  /** Sets the first start of an event that just came into the plan. */
  enter(event: number, t: number): void {
    this.#setStart(event, t);
    this.stale.push(event);
    const cost = this.net.cost[event];
    if (cost) this.#bill(event, cost.at(t));
  }

  #place(visit: number, gap: number): void {
    const order = this.order[this.net.slotResource[visit]!]!;
    const earlier = gap > 0 ? order[gap - 1]! : -1;
    const later = gap < order.length ? order[gap]! : -1;
    order.splice(gap, 0, visit);
    this.#join(earlier, visit);
    this.#join(visit, later);
  }

  #join(earlier: number, later: number): void {
    if (earlier >= 0) {
      this.behind[earlier] = later;
      this.forLeaveEvents(earlier, (leave) => this.stale.push(leave));
    }
    if (later >= 0) this.ahead[later] = earlier;
  }

  /** Renews the neighbours on a resource from its order. */
  link(resource: number): void {
    const order = this.order[resource]!;
    for (let i = 0; i <= order.length; i++) this.#join(order[i - 1] ?? -1, order[i] ?? -1);
  }

  /** Takes a train out and returns the events that no longer wait for it; times are stale until propagated. */
  remove(train: number): number[] {
    const released: number[] = [];
    const { net } = this;
    const route = this.routes[train]!;
    const visits: number[] = [];
    const gaps: number[] = [];
    for (const op of route) {
      const cost = net.cost[op];
      if (cost) this.#bill(op, -cost.at(this.start[op]!));
      for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++) {
        if (this.visitOf[s] !== s) continue;
        const order = this.order[net.slotResource[s]!]!;
        const gap = order.indexOf(s);
        visits.push(s);
        gaps.push(gap);
        order.splice(gap, 1);
        if (this.behind[s]! >= 0) released.push(net.slotOp[this.behind[s]!]!);
        this.#join(this.ahead[s]!, this.behind[s]!);
      }
    }
    for (const op of route) this.visitOf.fill(-1, net.slotStart[op]!, net.slotStart[op + 1]!);
    this.routes[train] = undefined;
    this.#removals.push({ train, route, visits, gaps });
    return released;
  }

  /** Makes the present plan the one that `rollback` returns to. */
  checkpoint(): void {
    this.#keptCost = this.cost;
    this.#keptTrainCost.set(this.trainCost);
    this.#removals.length = 0;
    this.#movedEvents.length = 0;
    this.#movedStarts.length = 0;
  }

  /** Undoes all changes since the checkpoint, in which only trains that had been taken out may have entered. */
  rollback(): void {
    const removed = this.#removals.length;
    for (let i = 0; i < removed; i++) {
      const { train } = this.#removals[i]!;
      if (this.routes[train]) this.remove(train);
    }
    this.#removals.length = removed;
    for (let i = this.#movedEvents.length - 1; i >= 0; i--) this.start[this.#movedEvents[i]!] = this.#movedStarts[i]!;
    for (let i = removed - 1; i >= 0; i--) {
      const { train, route, visits, gaps } = this.#removals[i]!;
      this.trace(train, route);
      for (let v = visits.length - 1; v >= 0; v--) this.#place(visits[v]!, gaps[v]!);
    }
    this.cost = this.#keptCost;
    this.trainCost.set(this.#keptTrainCost);
    this.stale.length = 0;
    this.checkpoint();
  }
}
