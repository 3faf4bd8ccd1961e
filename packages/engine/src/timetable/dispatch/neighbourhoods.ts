import type { Plan } from './plan.ts';
import type { RandomSource } from './random.ts';

/** A late train, drawn with a chance that grows with its avoidable delay; any train when none is late. */
export function drawLate(plan: Plan, random: RandomSource): number {
  const { net } = plan;
  let sum = 0;
  for (let t = 0; t < net.trains; t++) sum += plan.trainCost[t]! - net.aloneCost[t]!;
  if (!(sum > 0)) return random.below(net.trains);
  let aim = random.next() * sum;
  let late = 0;
  for (let t = 0; t < net.trains; t++) {
    const excess = plan.trainCost[t]! - net.aloneCost[t]!;
    if (excess <= 0) continue;
    late = t;
    aim -= excess;
    if (aim < 0) break;
  }
  return late;
}

/** Events that hold up a train, latest first: from its last delay-bearing event back along what binds each time. */
export function criticalChain(plan: Plan, train: number, random: RandomSource): number[] {
  const { net } = plan;
  const route = plan.routes[train]!;
  let event = route[route.length - 1]!;
  for (const op of route) if ((net.cost[op]?.at(plan.start[op]!) ?? 0) > 0) event = op;
  const chain: number[] = [];
  while (event >= 0) {
    chain.push(event);
    event = bindingEvent(plan, event, random);
  }
  return chain;
}

function bindingEvent(plan: Plan, event: number, random: RandomSource): number {
  const { net, start } = plan;
  const t = start[event]!;
  const before = plan.prev[event]!;
  let binding = -1;
  let found = 0;
  for (let s = net.slotStart[event]!; s < net.slotStart[event + 1]!; s++) {
    if (plan.visitOf[s] !== s) continue;
    const visit = plan.ahead[s]!;
    if (visit < 0) continue;
    if (net.trainOf[net.slotOp[visit]!] === net.trainOf[event]) continue;
    if (plan.freeTime(visit) >= t && random.below(++found) === 0) binding = plan.leaveEvent(visit);
  }
  if (binding >= 0) return binding;
  return before >= 0 && start[before]! + net.span[before]! >= t ? before : -1;
}

/** Trains on a critical chain, the late train first. */
export function trainsOnChain(plan: Plan, chain: readonly number[]): number[] {
  const trains = new Set<number>();
  for (const event of chain) trains.add(plan.net.trainOf[event]!);
  return [...trains];
}

/** Trains that pass a resource next to an event: before it and after it in the order of visits. */
export function trainsBeside(plan: Plan, event: number, most: number, random: RandomSource): number[] {
  const { net } = plan;
  const train = net.trainOf[event]!;
  const trains = new Set<number>([train]);
  const route = plan.routes[train]!;
  let at = route.indexOf(event);
  for (let tries = 0; tries < 40 && trains.size < most; tries++) {
    const op = route[Math.min(route.length - 1, Math.max(0, at))]!;
    at += random.below(7) - 3;
    const uses = net.slotStart[op + 1]! - net.slotStart[op]!;
    if (uses === 0) continue;
    const slot = net.slotStart[op]! + random.below(uses);
    const order = plan.order[net.slotResource[slot]!]!;
    const i = order.indexOf(plan.visitOf[slot]!) + random.below(5) - 2;
    if (i >= 0 && i < order.length) trains.add(net.trainOf[net.slotOp[order[i]!]!]!);
  }
  return [...trains];
}
