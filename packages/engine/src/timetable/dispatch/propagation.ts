import { LabelHeap } from './label-heap.ts';
import type { Plan } from './plan.ts';
import type { Slack } from './slack.ts';

/** Brings the times of a plan back to the earliest ones after trains were taken out or put in. */
export class Propagation {
  readonly #plan: Plan;
  readonly #slack: Slack;
  readonly #heap = new LabelHeap();
  /** Events touched so far. */
  work = 0;

  constructor(plan: Plan, slack: Slack) {
    this.#slack = slack;
    this.#plan = plan;
  }

  /** Brings events forward, and what depends on them, after trains were taken out. */
  lower(events: readonly number[]): void {
    const plan = this.#plan;
    const { trainOf } = plan.net;
    for (const event of events) if (plan.routes[trainOf[event]!]) this.#heap.push(event, plan.start[event]!, 0);
    for (let event = this.#heap.pop(); event >= 0; event = this.#heap.pop()) {
      this.work++;
      const t = plan.earliest(event);
      if (t >= plan.start[event]!) continue;
      plan.move(event, t);
      this.#forLater(event, (later) => this.#heap.push(later, plan.start[later]!, 0));
    }
  }

  /** Holds back what has to wait for the given events. False when a latest start cannot be kept. */
  raise(events: Iterable<number>): boolean {
    const plan = this.#plan;
    const { ub, ops } = plan.net;
    for (const event of events) this.#heap.push(event, plan.start[event]!, 0);
    let sound = true;
    let left = 50 * ops;
    for (let event = this.#heap.pop(); event >= 0; event = this.#heap.pop()) {
      this.work++;
      const t = plan.start[event]!;
      if (t >= ub[event]! + 1 || --left < 0) {
        sound = false;
        break;
      }
      this.#forLater(event, (later, length) => {
        if (t + length <= plan.start[later]!) return;
        plan.move(later, t + length);
        this.#heap.push(later, t + length, 0);
      });
    }
    this.#heap.clear();
    return sound;
  }

  /** Makes the present state the one that `rollback` returns to. */
  checkpoint(): void {
    this.#slack.update();
    this.#plan.checkpoint();
    this.#slack.checkpoint();
  }

  /** Undoes all changes since the checkpoint, in which only trains that had been taken out may have entered. */
  rollback(): void {
    this.#plan.rollback();
    this.#slack.rollback();
  }

  #forLater(event: number, act: (later: number, length: number) => void): void {
    const plan = this.#plan;
    const { net } = plan;
    const after = plan.next[event]!;
    if (after >= 0) act(after, net.span[event]!);
    const before = plan.prev[event]!;
    if (before < 0) return;
    for (let s = net.slotStart[before]!; s < net.slotStart[before + 1]!; s++) {
      const follower = plan.follower(plan.visitOf[s]!);
      if (follower >= 0) act(net.slotOp[follower]!, net.slotRelease[s]!);
    }
  }
}
