import type { Stream } from '../../numerics/index.ts';
import { CLOSED } from './occupation.ts';
import type { PlanState } from './plan-state.ts';
import { type PathGraph, TRACK_LEFT, TRACK_REACHED } from './problem.ts';

/** Collects the trains that hold a resource during a span of time. */
class Holders {
  readonly #state: PlanState;
  readonly #found = new Set<number>();

  constructor(state: PlanState, focus: number) {
    this.#state = state;
    this.#found.add(CLOSED).add(focus);
    this.focus = focus;
  }

  readonly focus: number;

  look(resource: number, from: number, to: number): void {
    for (let at = from; at < to; ) {
      const holder = this.#state.finder.occupation.holder(resource, at, to);
      if (!holder) return;
      this.#found.add(holder.owner);
      at = Math.max(holder.end, at + 1);
    }
  }

  get trains(): number[] {
    return [...this.#found].filter((train) => train !== CLOSED && train !== this.focus).sort((a, b) => a - b);
  }
}

/** Trains that hold what a train would need around its path, or near its wish if it has none. */
export function inTheWay(state: PlanState, focus: number): number[] {
  const { graph, departure } = state.problem.trains[focus]!;
  const holders = new Holders(state, focus);
  const path = state.paths[focus];
  if (path) {
    for (const { resource, start, end } of path.bookings) holders.look(resource, start - 900, end + 900);
    return holders.trains;
  }
  let time = departure.from;
  for (const movement of quickest(graph)) {
    const { windows, time: running } = graph.movements[movement]!;
    for (const { resource, from, to } of windows)
      if (resource >= 0) holders.look(resource, time + from - 3600, time + to + 3600);
    time += running;
  }
  return holders.trains;
}

/** Trains because of which a train stands at one of the places where it waits, the likelier the longer. */
export function heldUpBy(state: PlanState, focus: number, random: Stream): number[] {
  const path = state.paths[focus];
  if (!path) return inTheWay(state, focus);
  const { graph, departure: wish } = state.problem.trains[focus]!;
  const waits = path.stays.map(({ state: at, arrival, departure }, i) =>
    i === 0 ? Math.max(0, departure - wish.to) : departure - arrival - graph.states[at]!.dwell,
  );
  let left = random.next() * waits.reduce((sum, wait) => sum + wait, 0);
  const index = Math.max(
    0,
    waits.findIndex((wait) => {
      left -= wait;
      return left < 0;
    }),
  );
  const stay = path.stays[index]!;
  const movement = path.movements[index];
  if (movement === undefined) return inTheWay(state, focus);
  const holders = new Holders(state, focus);
  for (const { resource, from, to } of graph.movements[movement]!.windows) {
    const held =
      resource === TRACK_LEFT ? stay.track : resource === TRACK_REACHED ? path.stays[index + 1]!.track : resource;
    holders.look(held, stay.departure - waits[index]! + from, stay.departure + to);
  }
  const { trains } = holders;
  return trains.length > 0 ? trains : inTheWay(state, focus);
}

/** The quickest movement between each pair of neighbouring points. */
function quickest(graph: PathGraph): number[] {
  const best = graph.points.map(() => ({ movement: -1, time: Number.POSITIVE_INFINITY }));
  for (const [movement, { from, time }] of graph.movements.entries()) {
    const { point } = graph.states[from]!;
    if (time < best[point]!.time) best[point] = { movement, time };
  }
  return best.flatMap(({ movement }) => (movement >= 0 ? [movement] : []));
}
