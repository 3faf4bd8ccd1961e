import type { Insertion, InsertionStyle } from './insertion.ts';
import type { Plan } from './plan.ts';
import type { Propagation } from './propagation.ts';
import type { RandomSource } from './random.ts';

/** Orders of insertion: by the earliest departure, disturbed after the first try. */
export function departureOrder(plan: Plan, random: RandomSource, disturbance: number): number[] {
  const { net } = plan;
  const key = new Float64Array(net.trains);
  for (let train = 0; train < net.trains; train++) {
    let t = Number.POSITIVE_INFINITY;
    for (const entry of net.entries[train]!) {
      for (let s = net.succStart[entry]!; s < net.succStart[entry + 1]!; s++) t = Math.min(t, net.alone[net.succ[s]!]!);
    }
    key[train] = t + disturbance * random.next();
  }
  return Array.from(key, (_, train) => train).sort((a, b) => key[a]! - key[b]! || a - b);
}

/** How the trains of a construction are inserted. */
export type BuildingStyle = Pick<InsertionStyle, 'pushWeight' | 'overtake' | 'drop'>;

/** The plain style, for the first construction. */
export const plainBuilding: BuildingStyle = { pushWeight: 1, overtake: false, drop: 0 };

/** A style drawn at random, to build otherwise than before. */
export function drawBuilding(random: RandomSource): BuildingStyle {
  const pushWeight = [0.2, 0.5, 1, 1, 2][random.below(5)]!;
  return { pushWeight, overtake: random.next() < 0.3, drop: random.next() < 0.5 ? 0 : 0.2 * random.next() };
}

/**
 * Builds a complete plan by inserting the trains one after another; a train that finds no way moves to the front and
 * the building starts anew. Returns whether it succeeded; `more` is asked before every insertion.
 */
export function construct(
  plan: Plan,
  insertion: Insertion,
  propagation: Propagation,
  order: number[],
  style: BuildingStyle,
  restarts: number,
  more: () => boolean,
): boolean {
  for (let restart = 0; restart <= restarts; restart++) {
    plan.clear();
    const stuck = fill(plan, insertion, propagation, order, style, more);
    if (stuck === -1) return true;
    if (stuck === -2) return false;
    order.splice(order.indexOf(stuck), 1);
    order.unshift(stuck);
  }
  return false;
}

function fill(
  plan: Plan,
  insertion: Insertion,
  propagation: Propagation,
  order: number[],
  style: BuildingStyle,
  more: () => boolean,
): number {
  const bounds = { budget: Number.POSITIVE_INFINITY, effort: 1_000_000 };
  for (const train of order) {
    if (!more()) return -2;
    if (!insertion.run(train, { ...style, ...bounds }) || !propagation.raise(plan.routes[train]!)) return train;
    propagation.checkpoint();
  }
  return -1;
}
