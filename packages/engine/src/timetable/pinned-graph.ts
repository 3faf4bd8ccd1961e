import type { Infrastructure } from './infrastructure/infrastructure.ts';
import type { Closure, Movement, PathGraph } from './plan/index.ts';
import { DAY, type Pin } from './plan-options.ts';

/** A graph that only has the ways that pins leave, or why none is left. */
export type PinnedGraph =
  | { readonly kind: 'graph'; readonly graph: PathGraph; readonly closures: readonly Closure[] }
  | { readonly kind: 'impossible'; readonly reason: string };

/** Half of the time within which a pinned order holds, s: longer, and before would be after on a circle of a day. */
const around = DAY / 4;

/**
 * Takes away what pins rule out. A pinned time is a resource of the train's own that is closed at all other times. A
 * pinned order is a resource that the first train holds for some hours up to its departure and the other from its own.
 *
 * @param train - name of the train
 * @param pins - of this train, and of others that are to leave a station before it
 */
export function pinned(
  infrastructure: Infrastructure,
  train: string,
  graph: PathGraph,
  pins: readonly Pin[],
): PinnedGraph {
  let states = graph.states.map((state, index) => ({ ...state, index }));
  let movements: readonly Movement[] = graph.movements;
  const closures: Closure[] = [];
  for (const pin of pins) {
    const { station, track, stop, arrival, departure, before } = pin;
    const first = `${pin.service} ${pin.number}`;
    const second = before && `${before.service} ${before.number}`;
    const point = graph.points.findIndex((at) => at.station === station);
    if (point < 0)
      return { kind: 'impossible', reason: `pinned at ${station}, where it neither stands nor passes a track` };
    if (second !== undefined) {
      const resource = infrastructure.resource(`${first} before ${second} at ${station}`, 'pin', train);
      const window = train === first ? { from: -around, to: 1 } : { from: 1, to: around };
      movements = movements.map((movement) =>
        graph.states[movement.from]!.point === point
          ? { ...movement, windows: [...movement.windows, { resource, ...window, buffer: 0 }] }
          : movement,
      );
    }
    if (train !== first) continue;
    states = states.flatMap((state) => {
      if (state.point !== point) return [state];
      if (stop !== undefined && stop !== state.stops) return [];
      if (track === undefined) return [state];
      const tracks = state.tracks.filter((id) => infrastructure.resources[id]!.id === `${station} track ${track}`);
      return tracks.length > 0 ? [{ ...state, tracks }] : [];
    });
    if (!states.some((state) => state.point === point)) {
      const what = [track, stop === undefined ? undefined : stop ? 'stopping' : 'passing'].filter(Boolean).join(', ');
      return { kind: 'impossible', reason: `pinned at ${station} to ${what}, which it cannot do` };
    }
    for (const [time, how] of [
      [arrival, 'arrival'],
      [departure, 'departure'],
    ] as const) {
      if (time === undefined) continue;
      const resource = infrastructure.resource(`${train} ${how} at ${station}`, 'pin', train);
      closures.push({ resource, from: time + 1, to: time + DAY, why: `${how} pinned` });
      movements = movements.map((movement) => {
        const meant = graph.states[how === 'arrival' ? movement.to : movement.from]!.point === point;
        const at = how === 'arrival' ? movement.time : 0;
        return meant
          ? { ...movement, windows: [...movement.windows, { resource, from: at, to: at + 1, buffer: 0 }] }
          : movement;
      });
    }
  }
  const place = new Map(states.map(({ index }, i) => [index, i]));
  return {
    kind: 'graph',
    graph: {
      ...graph,
      states: states.map(({ index: _, ...state }) => state),
      movements: movements.flatMap((movement) => {
        const [from, to] = [place.get(movement.from), place.get(movement.to)];
        return from === undefined || to === undefined ? [] : [{ ...movement, from, to }];
      }),
    },
    closures,
  };
}
