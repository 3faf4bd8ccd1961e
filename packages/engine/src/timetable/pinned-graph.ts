import type { Infrastructure } from './infrastructure/infrastructure.ts';
import type { Closure, Movement, PathGraph } from './plan/index.ts';
import { DAY, type Pin } from './plan-options.ts';

/** A graph that only has the ways that pins leave, or why none is left. */
export type PinnedGraph =
  | { readonly kind: 'graph'; readonly graph: PathGraph; readonly closures: readonly Closure[] }
  | { readonly kind: 'impossible'; readonly reason: string };

/**
 * Takes away what pins rule out. A pinned time is a resource of the train's own that is closed at all other times.
 *
 * @param train - name of the train
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
  for (const { station, track, stop, arrival, departure } of pins) {
    const point = graph.points.findIndex((at) => at.station === station);
    if (point < 0)
      return { kind: 'impossible', reason: `pinned at ${station}, where it neither stands nor passes a track` };
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
