import type { Network } from './network.ts';
import type { Plan } from './plan.ts';
import type { DispatchEvent, DispatchSolution } from './problem.ts';

/** A complete plan as it was at one time; its list of events is written only when asked for. */
export class Incumbent {
  readonly objective: number;
  readonly #net: Network;
  /** The operations that are run, in the order of their starts. */
  readonly #sequence: Int32Array;
  readonly #times: Float64Array;
  #solution: DispatchSolution | undefined;

  private constructor(objective: number, net: Network, sequence: Int32Array, times: Float64Array) {
    this.objective = objective;
    this.#net = net;
    this.#sequence = sequence;
    this.#times = times;
  }

  /** Keeps the present state of a settled plan. */
  static ofPlan(plan: Plan): Incumbent {
    const { start } = plan;
    const length = plan.routes.reduce((sum, route) => sum + (route?.length ?? 0), 0);
    const sequence = new Int32Array(length);
    let count = 0;
    for (const route of plan.routes) {
      if (!route) continue;
      sequence.set(route, count);
      count += route.length;
    }
    sequence.sort((a, b) => start[a]! - start[b]! || a - b);
    const times = Float64Array.from(sequence, (op) => Math.floor(start[op]!));
    return new Incumbent(plan.cost, plan.net, sequence, times);
  }

  /** Keeps a sound, complete list of events. */
  static ofEvents(objective: number, net: Network, events: readonly DispatchEvent[]): Incumbent {
    const sequence = Int32Array.from(events, ({ train, operation }) => net.firstOp[train]! + operation);
    return new Incumbent(
      objective,
      net,
      sequence,
      Float64Array.from(events, ({ time }) => time),
    );
  }

  get solution(): DispatchSolution {
    this.#solution ??= { objective: this.objective, events: this.#events() };
    return this.#solution;
  }

  #events(): DispatchEvent[] {
    const net = this.#net;
    return Array.from(this.#sequence, (op, i) => {
      const train = net.trainOf[op]!;
      return { time: this.#times[i]!, train, operation: op - net.firstOp[train]! };
    });
  }

  /** Fills a plan with the routes and orders of this one, each event as early as these allow. */
  restore(plan: Plan): void {
    const { net } = plan;
    plan.clear();
    const routes: number[][] = Array.from({ length: net.trains }, () => []);
    for (const op of this.#sequence) routes[net.trainOf[op]!]!.push(op);
    for (const [train, route] of routes.entries()) plan.trace(train, Int32Array.from(route));
    for (const op of this.#sequence)
      for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++)
        if (plan.visitOf[s] === s) plan.order[net.slotResource[s]!]!.push(s);
    for (let resource = 0; resource < net.resources; resource++) plan.link(resource);
    for (const op of this.#sequence) plan.enter(op, plan.earliest(op));
    plan.checkpoint();
  }
}
