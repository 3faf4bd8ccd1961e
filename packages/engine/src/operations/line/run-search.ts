import type { Closures } from './closures.ts';
import type { Conditions } from './conditions.ts';
import { type LineNetwork, TRACK_LEFT } from './line-network.ts';
import type { Reservations } from './reservations.ts';
import type { SafeStates } from './safe-states.ts';
import type { Turns } from './turns.ts';

/** What stands in the way of a train: nobody's move can help before it changes. */
export const UNSAFE = -2;
/** The train's last station takes no train. */
export const TERMINAL = -3;
/** The obstacle is a closure. */
export const CLOSED = -4;
/** The line ahead has as many trains as it can well take. */
export const CROWDED = -5;

/** Movements that are settled in one go at the most. */
export const LONGEST = 160;
/** Alternatives looked at before a train is left waiting. */
const EFFORT = 4000;
/** After a search that was broken off it tries again, s. */
const PAUSE = 60;

/**
 * A time moved on by a span, at least as far as a number of its size can tell: a step lost in rounding would be taken
 * again and again.
 *
 * @param time - s
 * @param span - s, above 0
 * @returns a later time, s
 * @example
 * ```ts
 * movedOn(100, 20); // 120
 * ```
 */
export function movedOn(time: number, span: number): number {
  const moved = time + span;
  return moved > time ? moved : time + 1e-6;
}

/**
 * Finds how far a train can go from where it is without disturbing what others have been granted: a chain of movements
 * from a state to a stop, as far as the horizon, passing where it can.
 */
export class RunSearch {
  /** The chain found: movements, tracks reached, starts (s) and extra seconds, `length` of them. */
  length = 0;
  readonly moves = new Int32Array(LONGEST);
  readonly tracks = new Int32Array(LONGEST);
  readonly starts = new Float64Array(LONGEST + 1);
  readonly extras = new Float64Array(LONGEST);
  /** When it could be worth while to try again, s; `Infinity` when only another train's move helps. */
  retry = 0;
  /** Those whose moves could help, `blocking` of them: serial numbers of trains, or {@link TERMINAL}. */
  blocking = 0;
  readonly blockers: number[] = [];
  /** By how many seconds the train may start before the track of each blocker is free. */
  readonly aheads: number[] = [];
  /** Where it would not be safe to stand, `unsafeTracks` of them. */
  unsafeTracks = 0;
  readonly unsafePoint: number[] = [];
  readonly unsafeTrack: number[] = [];
  /** The first obstacle met nearest to the train: who (serial number, {@link CLOSED}, {@link UNSAFE} or {@link TERMINAL}), on which resource, before which movement. */
  obstacle = UNSAFE;
  /** Kind of the train that is the obstacle, or -1. */
  obstacleKind = -1;
  obstacleOn = -1;
  obstacleBefore = -1;
  #nearest = 0;
  /** Who was in the way last. */
  #owner = UNSAFE;
  #ownerKind = -1;
  #effort = 0;
  #train = 0;
  #row = 0;
  #kind = 0;
  #template = 0;
  #day = 0;
  #now = 0;
  #past = 0;
  readonly #takes: (row: number) => boolean;
  readonly #line: LineNetwork;
  readonly #held: Reservations;
  readonly #closures: Closures;
  readonly #safe: SafeStates;
  readonly #conditions: Conditions;
  readonly #horizon: number;
  readonly #turns: Turns | undefined;

  constructor(
    line: LineNetwork,
    held: Reservations,
    closures: Closures,
    safe: SafeStates,
    conditions: Conditions,
    horizon: number,
    takes: (row: number) => boolean,
    turns?: Turns,
  ) {
    this.#takes = takes;
    this.#turns = turns;
    this.#line = line;
    this.#held = held;
    this.#closures = closures;
    this.#safe = safe;
    this.#conditions = conditions;
    this.#horizon = horizon;
  }

  /**
   * Looks for a chain.
   *
   * @param row - the train
   * @param train - its serial number; what it holds itself is not in its way
   * @param template - train of the plan it is
   * @param day - on which it runs
   * @param state - where it is
   * @param track - on which track
   * @param time - when it would leave, s
   * @param clock - time now, s: what ended before can be forgotten
   * @param passing - whether only chains count that pass at the first point
   * @returns whether there is one; if not, why is told by the fields
   */
  find(
    row: number,
    train: number,
    template: number,
    day: number,
    state: number,
    track: number,
    time: number,
    clock: number,
    passing: boolean,
  ): boolean {
    this.#row = row;
    this.#train = train;
    this.#template = template;
    this.#kind = this.#line.kindOf[template]!;
    this.#day = day;
    this.#now = time;
    this.#past = clock - this.#line.lead - 1;
    this.#effort = 0;
    this.#nearest = LONGEST + 1;
    this.retry = Number.POSITIVE_INFINITY;
    this.blocking = 0;
    this.unsafeTracks = 0;
    this.length = 0;
    this.starts[0] = time;
    return this.#isOpen(state, track, 0) && this.#along(state, track, 0, passing ? 0 : -1);
  }

  /** Goes on from a state at the time written into `starts`. */
  #from(state: number, track: number, depth: number): boolean {
    if (depth >= LONGEST || !this.#isOpen(state, track, depth)) return false;
    // Beyond the horizon a train stops where it can; it passes only where it cannot stop.
    if (this.starts[depth]! - this.#now > this.#horizon)
      return this.#along(state, track, depth, 1) || this.#along(state, track, depth, 0);
    return this.#along(state, track, depth, -1);
  }

  /** Tries the movements out of a state: those that stop (1), those that pass (0), or all in their order (-1). */
  #along(state: number, track: number, depth: number, stopping: number): boolean {
    const time = this.starts[depth]!;
    const states = this.#line.state;
    const moves = this.#line.move;
    const until = states.firstOut[state + 1]!;
    for (let i = states.firstOut[state]!; i < until; i++) {
      const move = states.moves[i]!;
      const to = moves.to[move]!;
      const stops = states.stops[to]!;
      if (stopping >= 0 && stops !== stopping) continue;
      if (++this.#effort > EFFORT) {
        this.retry = Math.min(this.retry, this.#now + PAUSE);
        return false;
      }
      const ends = states.ends[to] === 1;
      if (stops === 1 && !ends && this.#safe.live[to] === 0) continue;
      if (ends && !this.#takes(this.#row)) {
        this.#owner = TERMINAL;
        this.#ownerKind = -1;
        this.#waitFor(TERMINAL, 0);
        this.#note(Number.POSITIVE_INFINITY, -1, move, depth);
        continue;
      }
      if (this.#turns !== undefined && !this.#hasTurn(this.#turns, move, depth)) continue;
      const extra = this.#conditions.extraRunning(this.#template, this.#day, move, time);
      this.extras[depth] = extra;
      if (!this.#free(move, track, depth)) continue;
      for (let t = states.firstTrack[to]!; t < states.firstTrack[to + 1]!; t++) {
        const reached = states.tracks[t]!;
        if (!this.#reachable(move, reached, stops === 1 && !ends, depth)) continue;
        if (stops === 1) {
          if (!ends && !this.#safe.isSafe(this.#row, this.#kind, states.point[to]!, reached)) {
            this.#owner = UNSAFE;
            this.#ownerKind = -1;
            this.unsafePoint[this.unsafeTracks] = states.point[to]!;
            this.unsafeTrack[this.unsafeTracks++] = reached;
            this.#note(Number.POSITIVE_INFINITY, reached, move, depth);
            continue;
          }
          this.length = depth + 1;
        } else {
          this.starts[depth + 1] = time + moves.time[move]! + extra;
          if (!this.#from(to, reached, depth + 1)) continue;
        }
        this.moves[depth] = move;
        this.tracks[depth] = reached;
        return true;
      }
    }
    return false;
  }

  /** Whether nobody goes before the train on what a movement holds. */
  #hasTurn(turns: Turns, move: number, depth: number): boolean {
    const ahead = turns.aheadOf(this.#train, move, this.#now);
    if (ahead < 0) return true;
    this.#owner = ahead;
    this.#ownerKind = turns.kind;
    this.#waitFor(ahead, Number.POSITIVE_INFINITY);
    this.#note(turns.until, -1, move, depth);
    return false;
  }

  /** Whether what all movements out of a state hold is free. */
  #isOpen(state: number, track: number, depth: number): boolean {
    const time = this.starts[depth]!;
    const states = this.#line.state;
    for (let i = states.firstShared[state]!; i < states.firstShared[state + 1]!; i++) {
      const named = states.shared[i]!;
      const resource = named === TRACK_LEFT ? track : named;
      const from = time + states.sharedBegin[i]!;
      const taken = this.#takenUntil(resource, from, time + states.sharedEnd[i]!);
      if (taken === 0) continue;
      const move = states.moves[states.firstOut[state]!]!;
      if (taken === Number.POSITIVE_INFINITY) this.#waitFor(this.#owner, from - this.#now);
      const later = depth === 0 ? this.#sharedFrom(state, track, time + taken - from) : this.#now + taken - from;
      this.#note(later, resource, move, depth);
      return false;
    }
    return true;
  }

  /** When what all movements out of a state hold is free, not before a time. */
  #sharedFrom(state: number, track: number, time: number): number {
    const states = this.#line.state;
    const owner = this.#owner;
    const ownerKind = this.#ownerKind;
    let start = time;
    for (let i = states.firstShared[state]!; i < states.firstShared[state + 1]!; i++) {
      if (start === Number.POSITIVE_INFINITY) break;
      const named = states.shared[i]!;
      const from = start + states.sharedBegin[i]!;
      const taken = this.#takenUntil(named === TRACK_LEFT ? track : named, from, start + states.sharedEnd[i]!);
      if (taken === 0) continue;
      if (taken === Number.POSITIVE_INFINITY) this.#waitFor(this.#owner, from - start);
      start = movedOn(start, taken - from);
      i = states.firstShared[state]! - 1;
    }
    this.#owner = owner;
    this.#ownerKind = ownerKind;
    return start;
  }

  /** Whether everything but the track reached is free for a movement. */
  #free(move: number, track: number, depth: number): boolean {
    const moves = this.#line.move;
    const time = this.starts[depth]!;
    const extra = this.extras[depth]!;
    const until = moves.firstReached[move]!;
    for (let w = moves.firstWindow[move]!; w < until; w++) {
      const named = moves.resource[w]!;
      const resource = named === TRACK_LEFT ? track : named;
      const from = time + moves.begin[w]!;
      const taken = this.#takenUntil(resource, from, time + moves.end[w]! + extra);
      if (taken === 0) continue;
      if (taken === Number.POSITIVE_INFINITY) this.#waitFor(this.#owner, from - this.#now);
      const later = depth === 0 ? this.#earliest(move, track, time + taken - from, extra) : this.#now + taken - from;
      this.#note(later, resource, move, depth);
      return false;
    }
    return true;
  }

  /** Whether the track reached is free: for ever where the train comes to stand, or until it has passed. */
  #reachable(move: number, reached: number, stands: boolean, depth: number): boolean {
    const moves = this.#line.move;
    const time = this.starts[depth]!;
    const until = stands ? Number.POSITIVE_INFINITY : time + moves.time[move]! + this.extras[depth]!;
    for (let w = moves.firstReached[move]!; w < moves.firstWindow[move + 1]!; w++) {
      const from = time + moves.begin[w]!;
      const taken = this.#takenUntil(reached, from, until);
      if (taken === 0) continue;
      if (taken === Number.POSITIVE_INFINITY) this.#waitFor(this.#owner, from - this.#now);
      this.#note(this.#now + taken - from, reached, move, depth);
      return false;
    }
    return true;
  }

  /** When a movement could start at the earliest, not before a time: what others hold now lets it go by then. */
  #earliest(move: number, track: number, time: number, extra: number): number {
    const moves = this.#line.move;
    const owner = this.#owner;
    const ownerKind = this.#ownerKind;
    let start = time;
    for (let w = moves.firstWindow[move]!; w < moves.firstReached[move]!; w++) {
      if (start === Number.POSITIVE_INFINITY) break;
      const named = moves.resource[w]!;
      const from = start + moves.begin[w]!;
      const taken = this.#takenUntil(named === TRACK_LEFT ? track : named, from, start + moves.end[w]! + extra);
      if (taken === 0) continue;
      if (taken === Number.POSITIVE_INFINITY) this.#waitFor(this.#owner, from - start);
      start = movedOn(start, taken - from);
      w = moves.firstWindow[move]! - 1;
    }
    this.#owner = owner;
    this.#ownerKind = ownerKind;
    return start;
  }

  /** Until when somebody else holds a resource at any time of a span, or it is closed; 0 when it is free. */
  #takenUntil(resource: number, from: number, to: number): number {
    const span = this.#held.conflict(resource, from, to, this.#train, this.#past);
    if (span >= 0) {
      this.#owner = this.#held.ownerOf(span);
      this.#ownerKind = this.#held.kindOf(span);
      return this.#held.endOf(span);
    }
    // A train may stand on a track that is closed later: it is the way in that matters.
    const closed = this.#closures.until(resource, from, to === Number.POSITIVE_INFINITY ? from + 1 : to);
    if (closed > 0) {
      this.#owner = CLOSED;
      this.#ownerKind = -1;
    }
    return closed;
  }

  #waitFor(who: number, ahead: number): void {
    let index = 0;
    while (index < this.blocking && this.blockers[index] !== who) index++;
    if (index < this.blocking) this.aheads[index] = Math.max(this.aheads[index]!, ahead);
    else {
      this.blockers[index] = who;
      this.aheads[index] = ahead;
      this.blocking++;
    }
  }

  /** Remembers who is in the way of a movement, and until when. */
  #note(retry: number, resource: number, move: number, depth: number): void {
    if (retry < this.retry) this.retry = retry;
    if (depth >= this.#nearest) return;
    this.#nearest = depth;
    this.obstacle = this.#owner;
    this.obstacleKind = this.#ownerKind;
    this.obstacleOn = resource;
    this.obstacleBefore = move;
  }
}
