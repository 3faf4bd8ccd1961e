import { instant } from './network.ts';
import type { Plan } from './plan.ts';

/** How many delay-bearing events ahead of an event are remembered for the price of pushing it. */
export const TRACKED = 6;

/** From a whole second to the last instant that still belongs to it, s. */
export const instantBefore = 1 - instant;

/**
 * How far each event of a plan can be held back before cost arises, and at which delay-bearing events: by longest
 * paths, worked out when asked. Precedences with more play than the reach are left out.
 */
export class Slack {
  readonly plan: Plan;
  /** Latest starts without further cost, most pressing first, `TRACKED` to an event. */
  readonly limit: Float64Array;
  /** The delay-bearing events that the limits stem from. */
  readonly limitEvent: Int32Array;
  /** Latest start within the windows. */
  readonly hard: Float64Array;
  readonly #state: Int32Array;
  readonly #stack: number[] = [];
  #generation = 0;
  #reach = Number.POSITIVE_INFINITY;

  constructor(plan: Plan) {
    this.plan = plan;
    const { ops } = plan.net;
    this.limit = new Float64Array(ops * TRACKED);
    this.limitEvent = new Int32Array(ops * TRACKED);
    this.hard = new Float64Array(ops);
    this.#state = new Int32Array(ops);
  }

  /** Forgets what was worked out, because the plan changed. */
  renew(reach: number): void {
    this.#generation++;
    this.#reach = reach;
  }

  /** Works out the limits of an event. */
  settle(event: number): void {
    const open = this.#generation * 2;
    const state = this.#state;
    if (state[event] === open + 1) return;
    const stack = this.#stack;
    stack.push(event);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (state[top] === open + 1) stack.pop();
      else if (state[top] === open) {
        stack.pop();
        state[top] = open + 1;
        this.#gather(top);
      } else {
        state[top] = open;
        this.#visitLater(top, open);
      }
    }
  }

  #visitLater(event: number, open: number): void {
    const { plan } = this;
    const { net } = plan;
    const until = plan.start[event]! + this.#reach;
    const after = plan.next[event]!;
    if (after >= 0 && plan.start[after]! - net.span[event]! < until && this.#state[after]! < open)
      this.#stack.push(after);
    const before = plan.prev[event]!;
    if (before < 0) return;
    for (let s = net.slotStart[before]!; s < net.slotStart[before + 1]!; s++) {
      const follower = plan.follower(plan.visitOf[s]!);
      if (follower < 0) continue;
      const op = net.slotOp[follower]!;
      if (plan.start[op]! - net.slotRelease[s]! < until && this.#state[op]! < open) this.#stack.push(op);
    }
  }

  #gather(event: number): void {
    const { plan, limit, limitEvent } = this;
    const { net } = plan;
    const base = event * TRACKED;
    const until = plan.start[event]! + this.#reach;
    limit.fill(Number.POSITIVE_INFINITY, base, base + TRACKED);
    this.hard[event] = net.ub[event]! + instantBefore;
    const cost = net.cost[event];
    if (cost) {
      limit[base] = cost.latestAtSameCost(plan.start[event]!) + instantBefore;
      limitEvent[base] = event;
    }
    const after = plan.next[event]!;
    if (after >= 0 && plan.start[after]! - net.span[event]! < until) this.#inherit(event, after, net.span[event]!);
    const before = plan.prev[event]!;
    if (before < 0) return;
    for (let s = net.slotStart[before]!; s < net.slotStart[before + 1]!; s++) {
      const follower = plan.follower(plan.visitOf[s]!);
      if (follower < 0) continue;
      const op = net.slotOp[follower]!;
      const release = net.slotRelease[s]!;
      if (plan.start[op]! - release < until) this.#inherit(event, op, release);
    }
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
