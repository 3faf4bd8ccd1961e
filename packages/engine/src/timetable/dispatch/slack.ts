import { LabelHeap } from './label-heap.ts';
import { instant } from './network.ts';
import type { Plan } from './plan.ts';

/** How many delay-bearing events ahead of an event are remembered for the price of pushing it. */
export const TRACKED = 4;

/** From a whole second to the last instant that still belongs to it, s. */
export const instantBefore = 1 - instant;

/**
 * How far each event of a plan can be held back before cost arises, and at which delay-bearing events: by longest
 * paths, renewed backwards from what changed as far as it makes a difference.
 */
export class Slack {
  readonly plan: Plan;
  /** Latest starts without further cost, most pressing first, `TRACKED` to an event. */
  readonly limit: Float64Array;
  /** The delay-bearing events that the limits stem from. */
  readonly limitEvent: Int32Array;
  /** Latest start within the windows. */
  readonly hard: Float64Array;
  readonly #heap = new LabelHeap();
  readonly #queued: Uint8Array;
  readonly #oldLimit = new Float64Array(TRACKED);
  readonly #oldEvent = new Int32Array(TRACKED);
  readonly #journal: number[] = [];
  /** Events touched so far. */
  work = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    const { ops } = plan.net;
    this.limit = new Float64Array(ops * TRACKED).fill(Number.POSITIVE_INFINITY);
    this.limitEvent = new Int32Array(ops * TRACKED).fill(-1);
    this.hard = new Float64Array(ops).fill(Number.POSITIVE_INFINITY);
    this.#queued = new Uint8Array(ops);
  }

  /** Renews the limits after the plan changed and its times were settled. */
  update(): void {
    const { plan } = this;
    for (const event of plan.stale) this.#queue(event);
    plan.stale.length = 0;
    for (let event = this.#heap.pop(); event >= 0; event = this.#heap.pop()) {
      this.#queued[event] = 0;
      this.work++;
      if (this.#gather(event)) this.#queueEarlier(event);
    }
  }

  /** Makes the present limits those that `rollback` returns to. */
  checkpoint(): void {
    this.#journal.length = 0;
  }

  /** Undoes all updates since the checkpoint. */
  rollback(): void {
    const journal = this.#journal;
    this.plan.stale.length = 0;
    while (journal.length > 0) {
      const event = journal.pop()!;
      this.hard[event] = journal.pop()!;
      for (let k = TRACKED - 1; k >= 0; k--) {
        this.limitEvent[event * TRACKED + k] = journal.pop()!;
        this.limit[event * TRACKED + k] = journal.pop()!;
      }
    }
  }

  #queue(event: number): void {
    if (event < 0 || this.#queued[event] || !this.plan.routes[this.plan.net.trainOf[event]!]) return;
    this.#queued[event] = 1;
    this.#heap.push(event, -this.plan.start[event]!, 0);
  }

  #queueEarlier(event: number): void {
    const { plan } = this;
    const { net } = plan;
    this.#queue(plan.prev[event]!);
    for (let s = net.slotStart[event]!; s < net.slotStart[event + 1]!; s++) {
      if (plan.visitOf[s] !== s || plan.ahead[s]! < 0) continue;
      plan.forLeaveEvents(plan.ahead[s]!, (leave) => this.#queue(leave));
    }
  }

  /** Works an event's limits out; returns whether they changed. */
  #gather(event: number): boolean {
    const { plan, limit, limitEvent } = this;
    const { net } = plan;
    const base = event * TRACKED;
    const oldHard = this.hard[event]!;
    for (let k = 0; k < TRACKED; k++) {
      this.#oldLimit[k] = limit[base + k]!;
      this.#oldEvent[k] = limitEvent[base + k]!;
      limit[base + k] = Number.POSITIVE_INFINITY;
      limitEvent[base + k] = -1;
    }
    this.hard[event] = net.ub[event]! + instantBefore;
    const cost = net.cost[event];
    if (cost) {
      limit[base] = cost.latestAtSameCost(plan.start[event]!) + instantBefore;
      limitEvent[base] = event;
    }
    const after = plan.next[event]!;
    if (after >= 0) this.#inherit(event, after, net.span[event]!);
    const before = plan.prev[event]!;
    if (before >= 0) {
      for (let s = net.slotStart[before]!; s < net.slotStart[before + 1]!; s++) {
        const follower = plan.follower(plan.visitOf[s]!);
        if (follower >= 0) this.#inherit(event, net.slotOp[follower]!, net.slotRelease[s]!);
      }
    }
    let same = oldHard === this.hard[event];
    for (let k = 0; k < TRACKED && same; k++)
      same = this.#oldLimit[k] === limit[base + k] && this.#oldEvent[k] === limitEvent[base + k];
    if (same) return false;
    for (let k = 0; k < TRACKED; k++) this.#journal.push(this.#oldLimit[k]!, this.#oldEvent[k]!);
    this.#journal.push(oldHard, event);
    return true;
  }

  #inherit(event: number, later: number, length: number): void {
    const { limit, limitEvent, hard } = this;
    if (hard[later]! - length < hard[event]!) hard[event] = hard[later]! - length;
    const base = event * TRACKED;
    const from = later * TRACKED;
    for (let k = 0; k < TRACKED; k++) {
      const value = limit[from + k]! - length;
      if (value === Number.POSITIVE_INFINITY || value >= limit[base + TRACKED - 1]!) return;
      const source = limitEvent[from + k]!;
      let i = 0;
      while (limit[base + i]! <= value && limitEvent[base + i] !== source) i++;
      if (limit[base + i]! <= value) continue;
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
