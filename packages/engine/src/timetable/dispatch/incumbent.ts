import type { Plan } from './plan.ts';
import type { DispatchEvent, DispatchSolution } from './problem.ts';

/** A complete plan as it was at one time; its list of events is written only when asked for. */
export class Incumbent {
  readonly objective: number;
  readonly #plan: Plan;
  readonly #routes: readonly (Int32Array | undefined)[];
  readonly #start: Float64Array;
  #solution: DispatchSolution | undefined;

  /** Keeps the present state of a settled plan. */
  constructor(plan: Plan) {
    this.objective = plan.cost;
    this.#plan = plan;
    this.#routes = plan.routes.slice();
    this.#start = plan.start.slice();
  }

  get solution(): DispatchSolution {
    this.#solution ??= { objective: this.objective, events: this.#events() };
    return this.#solution;
  }

  /** Brings the plan back to this state. */
  restore(): void {
    replay(this.#plan, this.#sequence());
  }

  #sequence(): Int32Array {
    const start = this.#start;
    const length = this.#routes.reduce((sum, route) => sum + (route?.length ?? 0), 0);
    const sequence = new Int32Array(length);
    let count = 0;
    for (const route of this.#routes) {
      if (!route) continue;
      sequence.set(route, count);
      count += route.length;
    }
    return sequence.sort((a, b) => start[a]! - start[b]! || a - b);
  }

  #events(): DispatchEvent[] {
    const { net } = this.#plan;
    return Array.from(this.#sequence(), (op) => {
      const train = net.trainOf[op]!;
      return { time: Math.floor(this.#start[op]!), train, operation: op - net.firstOp[train]! };
    });
  }
}

/** Fills a plan with the routes and orders of a sound, complete list of events, each as early as these allow. */
export function readEvents(plan: Plan, events: readonly DispatchEvent[]): void {
  replay(
    plan,
    Int32Array.from(events, ({ train, operation }) => plan.net.firstOp[train]! + operation),
  );
}

function replay(plan: Plan, sequence: Int32Array): void {
  const { net } = plan;
  plan.clear();
  const routes: number[][] = Array.from({ length: net.trains }, () => []);
  for (const op of sequence) routes[net.trainOf[op]!]!.push(op);
  for (const [train, route] of routes.entries()) plan.trace(train, Int32Array.from(route));
  for (const op of sequence)
    for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++)
      if (plan.visitOf[s] === s) plan.order[net.slotResource[s]!]!.push(s);
  for (let resource = 0; resource < net.resources; resource++) plan.link(resource);
  for (const op of sequence) plan.enter(op, plan.earliest(op));
  plan.checkpoint();
}
