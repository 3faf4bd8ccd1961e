import { LabelHeap } from './label-heap.ts';
import { costAhead, type Network } from './network.ts';
import type { Plan } from './plan.ts';
import { PushLedger } from './push-ledger.ts';
import type { RandomSource } from './random.ts';
import type { Slack } from './slack.ts';

/** How an insertion weighs the trains already planned. */
export interface InsertionStyle {
  /** Price of the delay given to planned trains, relative to one's own; `Infinity` forbids giving any. */
  readonly pushWeight: number;
  /** Give up routes that cost this much or more. */
  readonly budget: number;
  /** Give up after this many expanded labels. */
  readonly effort: number;
  /** True to consider, too, passing before a train that would have been through already. */
  readonly overtake: boolean;
  /** Chance in [0, 1) that a label is dropped, so that ways other than the one that looks best are found. */
  readonly drop: number;
}

/**
 * Finds the cheapest way of one train through a plan: a search over its operations and the gaps between the visits of
 * the resources (safe-interval path planning, with a price instead of a wall where a planned train can be held back).
 * Labels carry the arrival time and the cost; less of both dominates within the same gaps. A gap is refused when the
 * planned train that would have to wait is one that this train itself waits for, directly or through others: a deadlock.
 */
export class Insertion {
  readonly #net: Network;
  readonly #plan: Plan;
  readonly #slack: Slack;
  readonly #random: RandomSource;
  readonly #heap = new LabelHeap();
  readonly #ledger = new PushLedger();
  readonly #stride: number;
  #capacity = 1 << 12;
  #count = 0;
  #op = new Int32Array(this.#capacity);
  #parent = new Int32Array(this.#capacity);
  #time = new Float64Array(this.#capacity);
  #cost = new Float64Array(this.#capacity);
  #last = new Float64Array(this.#capacity);
  #account = new Int32Array(this.#capacity);
  #sibling = new Int32Array(this.#capacity);
  #dead = new Uint8Array(this.#capacity);
  #gap: Int32Array;
  readonly #labelsOf: Int32Array;
  readonly #labelStamp: Int32Array;
  readonly #mark: Int32Array;
  readonly #awaited: Int32Array;
  readonly #stack: Int32Array;
  #stamp = 0;
  #search = 0;
  readonly #newSlots: Int32Array;
  readonly #newGaps: Int32Array;
  readonly #gaps: Int32Array;
  /** Labels expanded so far. */
  work = 0;

  constructor(plan: Plan, slack: Slack, random: RandomSource) {
    const net = plan.net;
    this.#random = random;
    this.#slack = slack;
    this.#net = net;
    this.#plan = plan;
    this.#stride = net.mostUses;
    this.#gap = new Int32Array(this.#capacity * this.#stride);
    this.#labelsOf = new Int32Array(net.ops);
    this.#labelStamp = new Int32Array(net.ops);
    this.#mark = new Int32Array(net.ops);
    this.#awaited = new Int32Array(net.ops);
    this.#stack = new Int32Array(4096);
    this.#newSlots = new Int32Array(this.#stride);
    this.#newGaps = new Int32Array(this.#stride);
    this.#gaps = new Int32Array(this.#stride);
  }

  /**
   * Inserts the train into the plan, whose times must be settled. Returns false, with the plan untouched,
   * when no way was found within budget and effort. The caller propagates afterwards.
   */
  run(train: number, style: InsertionStyle): boolean {
    const net = this.#net;
    this.#stamp++;
    this.#count = 0;
    this.#heap.clear();
    this.#ledger.size = 0;
    this.#slack.update();
    for (const entry of net.entries[train]!) this.#reach(-1, entry, style);
    for (let expanded = 0; ; ) {
      const label = this.#heap.pop();
      if (label < 0) return false;
      if (this.#dead[label]) continue;
      const op = this.#op[label]!;
      if (net.succStart[op] === net.succStart[op + 1]) {
        this.#commit(train, label);
        return true;
      }
      if (++expanded > style.effort) return false;
      this.work++;
      for (let s = net.succStart[op]!; s < net.succStart[op + 1]!; s++) this.#reach(label, net.succ[s]!, style);
    }
  }

  /** Labels for all ways of starting `op` after `parent` (-1: at the entry). */
  #reach(parent: number, op: number, style: InsertionStyle): void {
    const net = this.#net;
    const plan = this.#plan;
    const from = parent < 0 ? -1 : this.#op[parent]!;
    const uses = net.slotStart[op + 1]! - net.slotStart[op]!;
    let first = net.lb[op]!;
    let fresh = 0;
    if (from >= 0) first = Math.max(first, this.#time[parent]! + net.span[from]!);
    for (let i = 0; i < uses; i++) {
      const slot = net.slotStart[op]! + i;
      const held = from < 0 ? -1 : this.#heldGap(parent, from, net.slotResource[slot]!);
      this.#gaps[i] = held;
      if (held < 0) this.#newSlots[fresh++] = i;
    }
    const exit = net.succStart[op] === net.succStart[op + 1];
    for (let f = 0; f < fresh; f++) {
      const resource = net.slotResource[net.slotStart[op]! + this.#newSlots[f]!]!;
      this.#newGaps[f] = this.#gapAt(resource, first, 0);
    }
    if (style.overtake) this.#overtake(parent, from, op, first, fresh, exit, style);
    for (let t = first; t < net.ub[op]! + 1; ) {
      let next = Number.POSITIVE_INFINITY;
      for (let f = 0; f < fresh; f++) {
        const i = this.#newSlots[f]!;
        const resource = net.slotResource[net.slotStart[op]! + i]!;
        const gap = this.#gapAt(resource, t, this.#newGaps[f]!);
        this.#newGaps[f] = gap;
        this.#gaps[i] = gap;
        if (gap < plan.order[resource]!.length) next = Math.min(next, plan.freeTime(plan.order[resource]![gap]!));
      }
      if (!this.#open(parent, from, op, t, exit, style)) return;
      if (next === Number.POSITIVE_INFINITY) return;
      t = next;
    }
  }

  /** Labels for passing before each train that, by the present times, would be through just before. */
  #overtake(
    parent: number,
    from: number,
    op: number,
    t: number,
    fresh: number,
    exit: boolean,
    style: InsertionStyle,
  ): void {
    for (let f = 0; f < fresh; f++) {
      const overtaken = this.#trainBefore(op, f);
      if (overtaken < 0) continue;
      let known = false;
      for (let other = 0; other < f && !known; other++) known = this.#trainBefore(op, other) === overtaken;
      if (known) continue;
      for (let other = 0; other < fresh; other++) {
        const gap = this.#newGaps[other]!;
        this.#gaps[this.#newSlots[other]!] = this.#trainBefore(op, other) === overtaken ? gap - 1 : gap;
      }
      this.#open(parent, from, op, t, exit, style);
    }
  }

  #trainBefore(op: number, fresh: number): number {
    const net = this.#net;
    const gap = this.#newGaps[fresh]!;
    if (gap === 0) return -1;
    const resource = net.slotResource[net.slotStart[op]! + this.#newSlots[fresh]!]!;
    return net.trainOf[net.slotOp[this.#plan.order[resource]![gap - 1]!]!]!;
  }

  #gapAt(resource: number, t: number, from: number): number {
    const order = this.#plan.order[resource]!;
    let low = from;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#plan.freeTime(order[middle]!) <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #heldGap(label: number, op: number, resource: number): number {
    const net = this.#net;
    for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++)
      if (net.slotResource[s] === resource) return this.#gap[label * this.#stride + s - net.slotStart[op]!]!;
    return -1;
  }

  /** Makes the label for starting `op` at `t` in the present gaps. False when waiting longer cannot be better. */
  #open(parent: number, from: number, op: number, t: number, exit: boolean, style: InsertionStyle): boolean {
    const net = this.#net;
    const plan = this.#plan;
    const uses = net.slotStart[op + 1]! - net.slotStart[op]!;
    let last = parent < 0 ? -1 : this.#last[parent]!;
    for (let i = 0; i < uses; i++) {
      const gap = this.#gaps[i]!;
      if (gap === 0) continue;
      const order = plan.order[net.slotResource[net.slotStart[op]! + i]!]!;
      const leave = plan.leaveEvent(order[gap - 1]!);
      if (leave < 0) return false;
      last = Math.max(last, plan.start[leave]!);
    }
    let ledger = parent < 0 ? -1 : this.#account[parent]!;
    let cost = (parent < 0 ? 0 : this.#cost[parent]!) + (net.cost[op]?.at(t) ?? 0);
    if (from >= 0) {
      for (let s = net.slotStart[from]!; s < net.slotStart[from + 1]!; s++) {
        const resource = net.slotResource[s]!;
        if (this.#holds(op, resource)) continue;
        const gap = this.#gap[parent * this.#stride + s - net.slotStart[from]!]!;
        const order = plan.order[resource]!;
        if (gap === order.length) continue;
        const pushed = net.slotOp[order[gap]!]!;
        if (plan.start[pushed]! <= last && this.#precedes(pushed, parent, op, last)) return false;
        ledger = this.#ledger.charge(this.#slack, ledger, pushed, t + net.slotRelease[s]!, style.pushWeight);
        cost += this.#ledger.charged;
      }
    }
    const ahead = costAhead(net, op, t);
    if (cost + ahead >= style.budget) return false;
    const kept = this.#ledger.size;
    let expected = ledger;
    let pending = 0;
    for (let i = 0; i < uses; i++) {
      const slot = net.slotStart[op]! + i;
      const order = plan.order[net.slotResource[slot]!]!;
      const gap = this.#gaps[i]!;
      if (gap === order.length) continue;
      if (exit) return true;
      const pushed = net.slotOp[order[gap]!]!;
      if (plan.start[pushed]! <= last && this.#precedes(pushed, parent, op, last)) return true;
      const leave = t + net.span[op]! + net.slotRelease[slot]!;
      expected = this.#ledger.charge(this.#slack, expected, pushed, leave, style.pushWeight);
      pending += this.#ledger.charged;
    }
    const key = cost + ahead + pending;
    this.#ledger.size = kept;
    if (key < style.budget && !(style.drop > 0 && this.#random.next() < style.drop))
      this.#add(parent, op, t, cost, last, key, uses, ledger);
    return true;
  }

  #holds(op: number, resource: number): boolean {
    const net = this.#net;
    for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++) if (net.slotResource[s] === resource) return true;
    return false;
  }

  /** Whether a planned event comes before one that this train waits for. */
  #precedes(event: number, parent: number, op: number, last: number): boolean {
    const net = this.#net;
    const plan = this.#plan;
    const search = ++this.#search;
    const awaited = this.#awaited;
    const uses = net.slotStart[op + 1]! - net.slotStart[op]!;
    for (let i = 0; i < uses; i++) this.#await(net.slotStart[op]! + i, this.#gaps[i]!, search);
    for (let label = parent; label >= 0 && this.#last[label]! >= plan.start[event]!; label = this.#parent[label]!) {
      const at = this.#op[label]!;
      for (let s = net.slotStart[at]!; s < net.slotStart[at + 1]!; s++)
        this.#await(s, this.#gap[label * this.#stride + s - net.slotStart[at]!]!, search);
    }
    const stack = this.#stack;
    let size = 0;
    stack[size++] = event;
    this.#mark[event] = search;
    while (size > 0) {
      const at = stack[--size]!;
      if (awaited[at] === search) return true;
      this.work += 0.1;
      if (size + this.#stride + 2 > stack.length) return true;
      const after = plan.next[at]!;
      if (after >= 0 && plan.start[after]! <= last && this.#mark[after] !== search) {
        this.#mark[after] = search;
        stack[size++] = after;
      }
      const before = plan.prev[at]!;
      if (before < 0) continue;
      for (let s = net.slotStart[before]!; s < net.slotStart[before + 1]!; s++) {
        const visit = plan.visitOf[s]!;
        if (plan.visitLast[visit] !== s) continue;
        const behind = plan.follower(visit);
        if (behind < 0) continue;
        const other = net.slotOp[behind]!;
        if (plan.start[other]! <= last && this.#mark[other] !== search) {
          this.#mark[other] = search;
          stack[size++] = other;
        }
      }
    }
    return false;
  }

  #await(slot: number, gap: number, search: number): void {
    if (gap > 0) {
      const order = this.#plan.order[this.#net.slotResource[slot]!]!;
      const leave = this.#plan.leaveEvent(order[gap - 1]!);
      if (leave >= 0) this.#awaited[leave] = search;
    }
  }

  #add(
    parent: number,
    op: number,
    t: number,
    cost: number,
    last: number,
    key: number,
    uses: number,
    ledger: number,
  ): void {
    const stride = this.#stride;
    const known = this.#labelStamp[op] === this.#stamp ? this.#labelsOf[op]! : -1;
    for (let other = known; other >= 0; other = this.#sibling[other]!) {
      if (this.#dead[other]) continue;
      let same = true;
      for (let i = 0; i < uses && same; i++) same = this.#gap[other * stride + i] === this.#gaps[i];
      if (!same) continue;
      if (this.#time[other]! <= t && this.#cost[other]! <= cost) return;
      if (this.#time[other]! >= t && this.#cost[other]! >= cost) this.#dead[other] = 1;
    }
    if (this.#count === this.#capacity) this.#grow();
    const label = this.#count++;
    this.#op[label] = op;
    this.#parent[label] = parent;
    this.#time[label] = t;
    this.#cost[label] = cost;
    this.#last[label] = last;
    this.#account[label] = ledger;
    this.#sibling[label] = known;
    this.#dead[label] = 0;
    for (let i = 0; i < uses; i++) this.#gap[label * stride + i] = this.#gaps[i]!;
    this.#labelsOf[op] = label;
    this.#labelStamp[op] = this.#stamp;
    this.#heap.push(label, key, op);
  }

  #commit(train: number, label: number): void {
    const net = this.#net;
    const path: number[] = [];
    for (let at = label; at >= 0; at = this.#parent[at]!) path.push(at);
    path.reverse();
    const labelAt = new Map(path.map((at) => [this.#op[at]!, at]));
    this.#plan.insert(
      train,
      Int32Array.from(path, (at) => this.#op[at]!),
      path.map((at) => this.#time[at]!),
      (slot) => {
        const op = net.slotOp[slot]!;
        return this.#gap[labelAt.get(op)! * this.#stride + slot - net.slotStart[op]!]!;
      },
    );
  }

  #grow(): void {
    const capacity = this.#capacity * 2;
    const ints = (old: Int32Array, length: number) => {
      const grown = new Int32Array(length);
      grown.set(old);
      return grown;
    };
    const floats = (old: Float64Array) => {
      const grown = new Float64Array(capacity);
      grown.set(old);
      return grown;
    };
    this.#op = ints(this.#op, capacity);
    this.#parent = ints(this.#parent, capacity);
    this.#time = floats(this.#time);
    this.#cost = floats(this.#cost);
    this.#last = floats(this.#last);
    this.#account = ints(this.#account, capacity);
    this.#sibling = ints(this.#sibling, capacity);
    const dead = new Uint8Array(capacity);
    dead.set(this.#dead);
    this.#dead = dead;
    this.#gap = ints(this.#gap, capacity * this.#stride);
    this.#capacity = capacity;
  }
}
