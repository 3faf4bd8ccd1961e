import type { Plan } from './plan.ts';

/** The state of a plan before some trains were taken out, to go back to. */
export class Snapshot {
  readonly #plan: Plan;
  readonly #start: Float64Array;
  readonly #sequence: Int32Array;
  readonly #position: Int32Array;
  readonly #trainCost: Float64Array;
  #count = 0;
  #cost = 0;
  #trains: readonly number[] = [];
  #routes: (Int32Array | undefined)[] = [];
  readonly #orders = new Map<number, number[]>();

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#start = new Float64Array(plan.start.length);
    this.#sequence = new Int32Array(plan.sequence.length);
    this.#position = new Int32Array(plan.position.length);
    this.#trainCost = new Float64Array(plan.trainCost.length);
  }

  /** Remembers the plan; only the given trains may change until `restore`. */
  take(trains: readonly number[]): void {
    const plan = this.#plan;
    const { net } = plan;
    this.#start.set(plan.start);
    this.#sequence.set(plan.sequence);
    this.#position.set(plan.position);
    this.#trainCost.set(plan.trainCost);
    this.#count = plan.count;
    this.#cost = plan.cost;
    this.#trains = trains;
    this.#routes = trains.map((train) => plan.routes[train]);
    this.#orders.clear();
    for (const train of trains) {
      const end = net.slotStart[net.firstOp[train + 1]!]!;
      for (let s = net.slotStart[net.firstOp[train]!]!; s < end; s++) {
        const resource = net.slotResource[s]!;
        if (!this.#orders.has(resource)) this.#orders.set(resource, plan.order[resource]!.slice());
      }
    }
  }

  /** Brings the plan back to what it was at `take`. */
  restore(): void {
    const plan = this.#plan;
    for (const train of this.#trains) plan.forget(train);
    for (const [i, train] of this.#trains.entries()) {
      const route = this.#routes[i];
      if (route) plan.trace(train, route);
    }
    for (const [resource, order] of this.#orders) {
      plan.order[resource] = order.slice();
      plan.link(resource);
    }
    plan.start.set(this.#start);
    plan.sequence.set(this.#sequence);
    plan.position.set(this.#position);
    plan.trainCost.set(this.#trainCost);
    plan.count = this.#count;
    plan.cost = this.#cost;
  }
}
