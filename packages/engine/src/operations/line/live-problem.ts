import type { DispatchProblem, Operation, ResourceUse } from '../../timetable/index.ts';
import { type LineNetwork, TRACK_LEFT } from './line-network.ts';
import type { Reservations } from './reservations.ts';

/** Where a train is: it stands, or will stand when what it was granted ends. */
export interface LiveTrain {
  /** Number by which it is told from all others. */
  readonly serial: number;
  readonly template: number;
  readonly state: number;
  readonly track: number;
  /** When it can go on, s. */
  readonly ready: number;
  /** Whether it holds its track; one that has not left its first station does not. */
  readonly holds: boolean;
}

/** A problem for the dispatcher, and what its operations are on the line. */
export interface LiveProblem {
  readonly problem: DispatchProblem;
  /** Blocks that operation o of train t holds: `blocks[t][o]`. */
  readonly blocks: ReadonlyArray<readonly (readonly number[])[]>;
}

/** A place where a train may be in the plan that is looked for. */
interface Node {
  readonly state: number;
  readonly track: number;
}

/**
 * The trains of a line as they are, as a problem of dispatching: each goes on from where it stands, over any track on
 * which it may stop and the quickest on which it may pass, as far as it could come within the horizon; what was granted
 * before has to end first. It costs its weight for every second beyond its run alone.
 *
 * A movement is three operations, from its start until it has left its track, until it takes the track ahead, and until
 * it is there; each holds what the movement holds at any time of it.
 *
 * @param line - the line
 * @param trains - those on it and those that wait to enter, in any fixed order
 * @param held - what was granted
 * @param now - s
 * @param horizon - s
 */
export function liveProblem(
  line: LineNetwork,
  live: Uint8Array,
  trains: readonly LiveTrain[],
  held: Reservations,
  now: number,
  horizon: number,
): LiveProblem {
  const operations: Operation[][] = [];
  const blocks: number[][][] = [];
  for (const train of trains) {
    const own = new OperationsAhead(line, live, train, held, now);
    own.layOut(horizon);
    operations.push(own.operations);
    blocks.push(own.blocks);
  }
  const objective = operations.map((own, train) => ({
    train,
    operation: own.length - 1,
    threshold: earliestEnd(own),
    increment: 0,
    coeff: line.problem.trains[trains[train]!.template]!.journeyWeight,
  }));
  return { problem: { trains: operations, objective }, blocks };
}

/** Lays out what one train may do. */
class OperationsAhead {
  readonly operations: Operation[] = [];
  readonly blocks: number[][] = [];
  readonly #line: LineNetwork;
  readonly #live: Uint8Array;
  readonly #train: LiveTrain;
  readonly #held: Reservations;
  readonly #now: number;

  constructor(line: LineNetwork, live: Uint8Array, train: LiveTrain, held: Reservations, now: number) {
    this.#line = line;
    this.#live = live;
    this.#train = train;
    this.#held = held;
    this.#now = now;
  }

  layOut(horizon: number): void {
    const { state, track, ready, holds } = this.#train;
    const wait = Math.max(0, Math.ceil(ready - this.#now));
    const first = this.#add(holds ? wait : 0, holds ? [track] : [], 0, 0);
    if (!holds) this.operations[first] = { ...this.operations[first]!, startLb: wait };
    else this.operations[first] = { ...this.operations[first]!, startUb: 0 };
    // Operations to which the successors are still missing, by the place that they lead to.
    let ends: Array<{ readonly node: Node; readonly from: number[] }> = [{ node: { state, track }, from: [first] }];
    let time = wait;
    while (ends.length > 0 && this.#line.state.ends[ends[0]!.node.state] === 0 && time < horizon) {
      const next = this.#nodesAfter(ends.map(({ node }) => node));
      const reached = next.map(({ node }) => ({ node, from: [] as number[] }));
      for (const { node, from } of ends)
        for (const { node: to, from: into } of reached) {
          const move = this.#moveBetween(node, to);
          if (move < 0) continue;
          const [begin, end] = this.#addMovement(move, node.track, to.track);
          for (const operation of from) this.#follow(operation, begin);
          into.push(end);
        }
      ends = [];
      for (const { node, from } of reached) {
        if (from.length === 0) continue;
        if (this.#line.state.stops[node.state] === 0 || this.#line.state.ends[node.state] === 1)
          ends.push({ node, from });
        else {
          const stand = this.#add(this.#line.state.dwell[node.state]!, [node.track], 0, 0);
          for (const operation of from) this.#follow(operation, stand);
          ends.push({ node, from: [stand] });
        }
      }
      time += Math.min(...next.map(({ least }) => least));
    }
    const exit = this.#add(0, [], 0, 0);
    for (const { from } of ends) for (const operation of from) this.#follow(operation, exit);
  }

  /** Where a train may be at the next point: on each track on which it may stop, and passing on the quickest way. */
  #nodesAfter(nodes: readonly Node[]): Array<{ readonly node: Node; readonly least: number }> {
    const { state, move } = this.#line;
    const stops = new Map<number, { node: Node; least: number }>();
    let pass: { node: Node; least: number } | undefined;
    for (const node of nodes)
      for (let i = state.firstOut[node.state]!; i < state.firstOut[node.state + 1]!; i++) {
        const to = move.to[state.moves[i]!]!;
        const least = move.time[state.moves[i]!]!;
        const stands = state.stops[to] === 1;
        if (stands && state.ends[to] === 0 && this.#live[to] === 0) continue;
        for (let t = state.firstTrack[to]!; t < state.firstTrack[to + 1]!; t++) {
          const found = { node: { state: to, track: state.tracks[t]! }, least };
          if (stands) {
            if (least < (stops.get(found.node.track)?.least ?? Number.POSITIVE_INFINITY))
              stops.set(found.node.track, found);
          } else if (least < (pass?.least ?? Number.POSITIVE_INFINITY)) pass = found;
        }
      }
    return pass ? [pass, ...stops.values()] : [...stops.values()];
  }

  #moveBetween(from: Node, to: Node): number {
    const { state, move } = this.#line;
    for (let i = state.firstOut[from.state]!; i < state.firstOut[from.state + 1]!; i++)
      if (move.to[state.moves[i]!] === to.state) return state.moves[i]!;
    return -1;
  }

  /** Adds the operations of a movement; returns the first and the last. */
  #addMovement(m: number, left: number, reached: number): readonly [number, number] {
    const { move } = this.#line;
    const time = move.time[m]!;
    const cuts = new Set([0]);
    for (let w = move.firstWindow[m]!; w < move.firstWindow[m + 1]!; w++) {
      const cut = w >= move.firstReached[m]! ? move.begin[w]! : move.resource[w] === TRACK_LEFT ? move.end[w]! : 0;
      if (cut > 0 && cut < time) cuts.add(cut);
    }
    const begins = [...cuts].sort((a, b) => a - b);
    const first = this.operations.length;
    for (const [i, begin] of begins.entries()) {
      const end = begins[i + 1] ?? time;
      const uses: number[] = [];
      const releases: number[] = [];
      let earliest = 0;
      for (let w = move.firstWindow[m]!; w < move.firstWindow[m + 1]!; w++) {
        const [from, to] = [Math.max(0, move.begin[w]!), move.end[w]!];
        if (from >= end || to <= begin) continue;
        const named = move.resource[w]!;
        const resource = w >= move.firstReached[m]! ? reached : named === TRACK_LEFT ? left : named;
        uses.push(resource);
        releases.push(end === time ? Math.max(0, Math.ceil(to - time)) : 0);
        const granted = this.#held.grantedUntil(resource, this.#train.serial) - this.#now;
        earliest = Math.max(earliest, Math.ceil(granted - (Math.max(begin, from) - begin)));
      }
      const operation = this.#add(end - begin, uses, earliest, releases);
      if (i > 0) this.#follow(operation - 1, operation);
    }
    return [first, this.operations.length - 1];
  }

  #add(duration: number, resources: readonly number[], startLb: number, releases: readonly number[] | 0): number {
    this.operations.push({
      startLb,
      startUb: Number.POSITIVE_INFINITY,
      minDuration: Math.ceil(duration),
      resources: resources.map((resource, i): ResourceUse => {
        return { resource: String(resource), releaseTime: releases === 0 ? 0 : releases[i]! };
      }),
      successors: [],
    });
    this.blocks.push(resources.filter((resource) => this.#line.problem.resources[resource]!.kind === 'block'));
    return this.operations.length - 1;
  }

  #follow(operation: number, next: number): void {
    (this.operations[operation]!.successors as number[]).push(next);
  }
}

/** When a train is at its end when nobody is in its way. */
function earliestEnd(operations: readonly Operation[]): number {
  const starts = operations.map(({ startLb }, i) => (i === 0 ? startLb : Number.POSITIVE_INFINITY));
  for (const [i, { minDuration, successors }] of operations.entries())
    for (const next of successors)
      starts[next] = Math.min(starts[next]!, Math.max(starts[i]! + minDuration, operations[next]!.startLb));
  return starts[starts.length - 1]!;
}
