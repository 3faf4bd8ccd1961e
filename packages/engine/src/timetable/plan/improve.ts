import type { Stream } from '../../numerics/index.ts';
import { heldUpBy, inTheWay } from './neighbours.ts';
import type { PlanState } from './plan-state.ts';

/**
 * One attempt to better a plan: a train that waits, or has no path, is placed anew together with a few of those in its
 * way, it first and they after it. Kept when the sum of costs rises by no more than `allowance`; otherwise all is as
 * before.
 *
 * @param most - most trains taken out besides the first
 * @param train - the train, instead of one drawn
 * @returns by how much the sum of costs fell
 */
export function reorder(state: PlanState, random: Stream, most: number, allowance: number, train?: number): number {
  const focus = train ?? pick(state, random);
  if (focus === undefined) return 0;
  const near = random.next() < 0.6 ? heldUpBy(state, focus, random) : inTheWay(state, focus);
  const others = shuffled(near, random).slice(0, 1 + Math.floor(random.next() * most));
  const group = [focus, ...others];
  let spent = -group.reduce((sum, member) => sum + state.costOf(member), 0);
  const old = group.map((member) => state.take(member));
  const order = random.next() < 0.7 ? group : shuffled(group, random);
  let ahead = order.reduce((sum, member) => sum + state.alone[member]!, 0);
  for (const member of order) {
    ahead -= state.alone[member]!;
    const stopsAt = random.next() < forced ? pointOf(state, member, random) : undefined;
    state.place(member, allowance - spent - ahead, stopsAt);
    spent += state.costOf(member);
    if (spent + ahead > allowance) break;
  }
  if (spent + ahead <= allowance) return -spent;
  for (const member of group) state.take(member);
  for (const [i, member] of group.entries()) if (old[i]) state.put(member, old[i]);
  return 0;
}

/** How often a train is made to stop at a point where it would pass: two may meet where neither would stop alone. */
const forced = 0.3;

function pointOf(state: PlanState, train: number, random: Stream): number {
  return 1 + Math.floor(random.next() * (state.problem.trains[train]!.graph.points.length - 2));
}

/** A train, the likelier the more it costs beyond its run alone. */
function pick(state: PlanState, random: Stream): number | undefined {
  const excess = state.paths.map((_, train) => Math.sqrt(Math.max(0, state.excessOf(train))));
  const total = excess.reduce((sum, value) => sum + value, 0);
  if (total <= 0) return undefined;
  let left = random.next() * total;
  for (const [train, value] of excess.entries()) {
    left -= value;
    if (left < 0) return train;
  }
  return undefined;
}

function shuffled(items: readonly number[], random: Stream): number[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
