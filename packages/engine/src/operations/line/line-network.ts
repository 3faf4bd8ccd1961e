import {
  type BlockingWindow,
  type Movement,
  type PathGraph,
  type PlanProblem,
  TRACK_LEFT,
  TRACK_REACHED,
} from '../../timetable/index.ts';

/** All ways of one kind of train, laid out in arrays; states and movements are numbered over all kinds. */
export interface LineKind {
  readonly index: number;
  readonly graph: PathGraph;
  /** Numbers of its first state and movement, and how many points there are. */
  readonly firstState: number;
  readonly firstMove: number;
  readonly points: number;
}

/**
 * What trains do on a line, laid out for simulation: kinds of trains, states (a train stands or passes on one of some
 * tracks), movements between them and what they hold. All times whole seconds.
 */
export interface LineNetwork {
  readonly problem: PlanProblem;
  readonly kinds: readonly LineKind[];
  /** Kind of each train of the problem. */
  readonly kindOf: Int32Array;
  readonly state: {
    /** Index of the point on the kind's way. */
    readonly point: Int32Array;
    readonly stops: Uint8Array;
    /** 1 where the way ends. */
    readonly ends: Uint8Array;
    readonly dwell: Float64Array;
    /** Tracks of state s: `tracks[firstTrack[s]]` up to before `firstTrack[s + 1]`. */
    readonly firstTrack: Int32Array;
    readonly tracks: Int32Array;
    /** Movements out of state s, passing ones first: `moves[firstOut[s]]` up to before `firstOut[s + 1]`. */
    readonly firstOut: Int32Array;
    readonly moves: Int32Array;
    /** What all movements out of state s hold, and when they all do: from `firstShared[s]` up to before `firstShared[s + 1]`. */
    readonly firstShared: Int32Array;
    readonly shared: Int32Array;
    readonly sharedBegin: Float64Array;
    readonly sharedEnd: Float64Array;
  };
  readonly move: {
    readonly from: Int32Array;
    readonly to: Int32Array;
    readonly time: Float64Array;
    /** Windows of movement m, those of the track reached last: from `firstWindow[m]`; of them the track reached from `firstReached[m]`. */
    readonly firstWindow: Int32Array;
    readonly firstReached: Int32Array;
    readonly resource: Int32Array;
    readonly begin: Float64Array;
    /** End with the buffer behind it. */
    readonly end: Float64Array;
  };
  /** Farthest that a window reaches back before its movement, s. */
  readonly lead: number;
}

/**
 * Lays out a planned line for simulation.
 *
 * @param problem - what was planned
 * @returns the line in arrays
 * @example
 * ```ts
 * const line = layOutLine(problem);
 * line.kinds.length; // one a service
 * ```
 */
export function layOutLine(problem: PlanProblem): LineNetwork {
  const kinds: LineKind[] = [];
  const known = new Map<PathGraph, LineKind>();
  let states = 0;
  let moves = 0;
  const kindOf = Int32Array.from(problem.trains, ({ graph }) => {
    const found = known.get(graph);
    if (found) return found.index;
    const kind = { index: kinds.length, graph, firstState: states, firstMove: moves, points: graph.points.length };
    known.set(graph, kind);
    kinds.push(kind);
    states += graph.states.length;
    moves += graph.movements.length;
    return kind.index;
  });
  const move = layOutMoves(kinds, moves);
  const state = layOutStates(kinds, states);
  return { problem, kinds, kindOf, state, move, lead: -move.begin.reduce((least, time) => Math.min(least, time), 0) };
}

function layOutStates(kinds: readonly LineKind[], count: number): LineNetwork['state'] {
  const point = new Int32Array(count);
  const stops = new Uint8Array(count);
  const ends = new Uint8Array(count);
  const dwell = new Float64Array(count);
  const firstTrack = new Int32Array(count + 1);
  const firstOut = new Int32Array(count + 1);
  const tracks: number[] = [];
  const moves: number[] = [];
  const firstShared = new Int32Array(count + 1);
  const shared: BlockingWindow[] = [];
  for (const { graph, firstState, firstMove, points } of kinds) {
    const out = graph.states.map((): number[] => []);
    for (const [index, { from }] of graph.movements.entries()) out[from]!.push(index);
    for (const [index, own] of graph.states.entries()) {
      const s = firstState + index;
      point[s] = own.point;
      stops[s] = own.stops || own.point === points - 1 ? 1 : 0;
      ends[s] = own.point === points - 1 ? 1 : 0;
      dwell[s] = own.dwell;
      tracks.push(...own.tracks);
      moves.push(...out[index]!.sort((a, b) => preference(graph, a, b)).map((move) => firstMove + move));
      firstTrack[s + 1] = tracks.length;
      firstOut[s + 1] = moves.length;
      shared.push(...windowsOfAll(out[index]!.map((move) => graph.movements[move]!)));
      firstShared[s + 1] = shared.length;
    }
  }
  return {
    point,
    stops,
    ends,
    dwell,
    firstTrack,
    tracks: Int32Array.from(tracks),
    firstOut,
    moves: Int32Array.from(moves),
    firstShared,
    shared: Int32Array.from(shared, ({ resource }) => resource),
    sharedBegin: Float64Array.from(shared, ({ from }) => from),
    sharedEnd: Float64Array.from(shared, ({ to }) => to),
  };
}

/** Windows that every one of some movements has, cut to the time in which all of them do. */
function windowsOfAll(movements: readonly Movement[]): BlockingWindow[] {
  const [first, ...others] = movements;
  if (first === undefined) return [];
  return first.windows.flatMap((window) => {
    let { from, to } = { from: window.from, to: window.to + window.buffer };
    if (window.resource === TRACK_REACHED) return [];
    for (const { windows } of others) {
      const same = windows.find(({ resource }) => resource === window.resource);
      from = Math.max(from, same?.from ?? Number.POSITIVE_INFINITY);
      to = Math.min(to, (same?.to ?? 0) + (same?.buffer ?? 0));
    }
    return from < to ? [{ resource: window.resource, from, to, buffer: 0 }] : [];
  });
}

/** Passing before stopping, the quickest first; a train that only waits leaves the quickest track to others. */
function preference(graph: PathGraph, a: number, b: number): number {
  const [left, right] = [graph.movements[a]!, graph.movements[b]!];
  const [one, other] = [graph.states[left.to]!, graph.states[right.to]!];
  if (one.stops !== other.stops) return one.stops ? 1 : -1;
  const waits = one.stops && one.dwell === 0 && one.point < graph.points.length - 1;
  return (waits ? right.time - left.time : left.time - right.time) || a - b;
}

function layOutMoves(kinds: readonly LineKind[], count: number): LineNetwork['move'] {
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const time = new Float64Array(count);
  const firstWindow = new Int32Array(count + 1);
  const firstReached = new Int32Array(count);
  const resource: number[] = [];
  const begin: number[] = [];
  const end: number[] = [];
  for (const { graph, firstState, firstMove } of kinds)
    for (const [index, movement] of graph.movements.entries()) {
      const m = firstMove + index;
      from[m] = firstState + movement.from;
      to[m] = firstState + movement.to;
      time[m] = movement.time;
      const reached = (window: { resource: number }) => window.resource === TRACK_REACHED;
      const windows = [
        ...movement.windows.filter((window) => !reached(window)),
        ...movement.windows.filter((window) => reached(window)),
      ];
      firstReached[m] = resource.length + windows.findIndex((window) => reached(window));
      for (const window of windows) {
        resource.push(window.resource);
        begin.push(window.from);
        end.push(window.to + window.buffer);
      }
      if (!windows.some((window) => reached(window))) firstReached[m] = resource.length;
      firstWindow[m + 1] = resource.length;
    }
  return {
    from,
    to,
    time,
    firstWindow,
    firstReached,
    resource: Int32Array.from(resource),
    begin: Float64Array.from(begin),
    end: Float64Array.from(end),
  };
}

export { TRACK_LEFT, TRACK_REACHED };
