import type { Plan } from './plan.ts';
import type { DispatchEvent } from './problem.ts';

/** The events of a settled plan in their global order. */
export function writeEvents(plan: Plan): DispatchEvent[] {
  const { net, start } = plan;
  const events: number[] = [];
  for (const route of plan.routes) if (route) events.push(...route);
  events.sort((a, b) => start[a]! - start[b]! || a - b);
  return events.map((event) => {
    const train = net.trainOf[event]!;
    return { time: Math.floor(start[event]!), train, operation: event - net.firstOp[train]! };
  });
}

/**
 * Fills a plan with the routes and orders of a sound, complete list of events, each event as early as these allow.
 */
export function readEvents(plan: Plan, events: readonly DispatchEvent[]): void {
  const { net } = plan;
  plan.clear();
  const routes: number[][] = Array.from({ length: net.trains }, () => []);
  const sequence = events.map(({ train, operation }) => net.firstOp[train]! + operation);
  for (const op of sequence) routes[net.trainOf[op]!]!.push(op);
  for (const [train, route] of routes.entries()) plan.trace(train, Int32Array.from(route));
  for (const op of sequence)
    for (let s = net.slotStart[op]!; s < net.slotStart[op + 1]!; s++)
      if (plan.visitOf[s] === s) plan.order[net.slotResource[s]!]!.push(s);
  for (let resource = 0; resource < net.resources; resource++) plan.link(resource);
  for (const op of sequence) plan.enter(op, plan.earliest(op));
  plan.checkpoint();
}
