import { type PathGraph, TRACK_LEFT, TRACK_REACHED } from './problem.ts';

/** A movement laid out for the search: windows as triples (resource, from, to with its buffer). */
export interface Step {
  /** Index of the movement in the graph. */
  readonly movement: number;
  readonly to: number;
  readonly time: number;
  readonly windows: Int32Array;
}

/** A path graph laid out for the search, in the direction of time or against it. */
export interface WayNetwork {
  readonly graph: PathGraph;
  readonly backward: boolean;
  readonly steps: readonly (readonly Step[])[];
  readonly starts: readonly number[];
  readonly isGoal: readonly boolean[];
  /** For each state those at the same point from which everything is reached no later, itself first. */
  readonly betters: readonly (readonly number[])[];
  /** Least time (s) from the arrival at a state to the goal; `Infinity` where there is no way. */
  readonly remaining: Float64Array;
}

/**
 * Lays out a graph for the search.
 *
 * @param backward - true: time runs the other way. A movement then begins at minus the time at which it ended, so that
 *   the earliest arrival of the mirrored train is the latest departure of the true one.
 */
export function layOutWays(graph: PathGraph, backward: boolean): WayNetwork {
  const steps: Step[][] = graph.states.map(() => []);
  for (const [index, movement] of graph.movements.entries()) {
    const { time } = movement;
    const windows = movement.windows.flatMap(({ resource, from, to, buffer }) =>
      backward ? [mirrored(resource), time - to - buffer, time - from] : [resource, from, to + buffer],
    );
    const [from, to] = backward ? [movement.to, movement.from] : [movement.from, movement.to];
    steps[from]!.push({ movement: index, to, time, windows: Int32Array.from(windows) });
  }
  const last = graph.points.length - 1;
  const [first, goal] = backward ? [last, 0] : [0, last];
  const starts = graph.states.flatMap(({ point }, state) => (point === first ? [state] : []));
  const isGoal = graph.states.map(({ point }) => point === goal);
  const betters = bettersOf(graph, steps);
  return { graph, backward, steps, starts, isGoal, betters, remaining: remainingTimes(graph, steps, isGoal, backward) };
}

function bettersOf(graph: PathGraph, steps: readonly (readonly Step[])[]): number[][] {
  const atPoint = graph.points.map((): number[] => []);
  for (const [state, { point }] of graph.states.entries()) atPoint[point]!.push(state);
  return graph.states.map((worse, state) => [
    state,
    ...atPoint[worse.point]!.filter((other) => {
      const better = graph.states[other]!;
      if (other === state || better.stops !== worse.stops || better.dwell > worse.dwell) return false;
      const reaches = steps[state]!.every(({ to, time }) =>
        steps[other]!.some((step) => step.to === to && step.time <= time),
      );
      const same = steps[other]!.every(({ to, time }) =>
        steps[state]!.some((step) => step.to === to && step.time <= time),
      );
      return reaches && (!same || other < state);
    }),
  ]);
}

function mirrored(resource: number): number {
  if (resource === TRACK_LEFT) return TRACK_REACHED;
  return resource === TRACK_REACHED ? TRACK_LEFT : resource;
}

function remainingTimes(
  graph: PathGraph,
  steps: readonly (readonly Step[])[],
  isGoal: readonly boolean[],
  backward: boolean,
): Float64Array {
  const remaining = new Float64Array(graph.states.length).fill(Number.POSITIVE_INFINITY);
  const order = graph.states.map((_, state) => state).sort((a, b) => graph.states[b]!.point - graph.states[a]!.point);
  for (const state of backward ? order.reverse() : order) {
    if (isGoal[state]) remaining[state] = 0;
    for (const { to, time } of steps[state]!)
      remaining[state] = Math.min(remaining[state]!, graph.states[state]!.dwell + time + remaining[to]!);
  }
  return remaining;
}
