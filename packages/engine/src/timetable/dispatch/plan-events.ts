import type { Plan } from './plan.ts';
import type { DispatchEvent } from './problem.ts';

/** The events of a scheduled plan in their global order. */
export function writeEvents(plan: Plan): DispatchEvent[] {
  const { net } = plan;
  return Array.from(plan.sequence.subarray(0, plan.count), (event) => {
    const train = net.trainOf[event]!;
    return { time: plan.start[event]!, train, operation: event - net.firstOp[train]! };
  });
}

/**
 * Fills an empty plan with the routes and orders of a list of events and schedules it, which may bring events forward.
 * Returns false when the events are no complete, sound plan.
 */
export function readEvents(plan: Plan, events: readonly DispatchEvent[]): boolean {
  const { net } = plan;
  const routes: number[][] = Array.from({ length: net.trains }, () => []);
  const rank = new Map<number, number>();
  for (const [i, { train, operation }] of events.entries()) {
    const op = net.firstOp[train]! + operation;
    if (!(operation >= 0 && op < net.firstOp[train + 1]!)) return false;
    routes[train]!.push(op);
    rank.set(op, i);
  }
  for (const order of plan.order) order.length = 0;
  for (const [train, route] of routes.entries()) {
    if (!soundRoute(plan, train, route)) return false;
    for (const visit of plan.trace(train, Int32Array.from(route))) plan.order[net.slotResource[visit]!]!.push(visit);
  }
  for (const [resource, order] of plan.order.entries()) {
    order.sort((a, b) => rank.get(net.slotOp[a]!)! - rank.get(net.slotOp[b]!)!);
    plan.link(resource);
  }
  plan.count = 0;
  return plan.schedule();
}

function soundRoute(plan: Plan, train: number, route: readonly number[]): boolean {
  const { net } = plan;
  if (route.length === 0 || !net.entries[train]!.includes(route[0]!)) return false;
  const last = route[route.length - 1]!;
  if (net.succStart[last] !== net.succStart[last + 1]) return false;
  for (let i = 1; i < route.length; i++) {
    const nexts = net.succ.subarray(net.succStart[route[i - 1]!]!, net.succStart[route[i - 1]! + 1]!);
    if (!nexts.includes(route[i]!)) return false;
  }
  return true;
}
