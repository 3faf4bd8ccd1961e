import type { Arrivals } from './arrivals.ts';
import type { NodeReasons } from './reasons.ts';
import type { Rooms } from './rooms.ts';
import { NONE, type Tokens } from './tokens.ts';

/**
 * Trains and what is in them: takes tokens apart, puts them together, lets branches begin and meet, and keeps each one's
 * times right on the way.
 *
 * @example
 * ```ts
 * const first = parts.part(train, 0, 40, 1, 2); // the first of 40 containers
 * ```
 */
export class Parts {
  readonly #tokens: Tokens;
  readonly #arrivals: Arrivals;
  readonly #rooms: Rooms;
  readonly #reasons: NodeReasons;

  constructor(tokens: Tokens, arrivals: Arrivals, rooms: Rooms, reasons: NodeReasons) {
    this.#tokens = tokens;
    this.#arrivals = arrivals;
    this.#rooms = rooms;
    this.#reasons = reasons;
  }

  /** A part of a token, the `index`-th of `count`, with its share of the random numbers and the times so far. */
  part(of: number, index: number, count: number, weight: number, rank: number): number {
    const tokens = this.#tokens;
    const part = tokens.take();
    const reach = Math.floor((tokens.reach[of]! - 1) / count);
    tokens.flow[part] = tokens.flow[of]!;
    tokens.rank[part] = rank;
    tokens.step[part] = NONE;
    this.#arrivals.hold(part, tokens.arrival[of]!);
    tokens.parent[part] = of;
    tokens.weight[part] = weight;
    tokens.place[part] = tokens.place[of]! + 1 + index * reach;
    tokens.reach[part] = Math.max(1, reach);
    tokens.cleared[part] = tokens.cleared[of]!;
    tokens.copyTimes(of, part);
    return part;
  }

  /** A branch of a token: all of it, in one of the places where it is worked on. */
  branch(of: number, index: number, count: number): number {
    const { weight, rank, isBranch } = this.#tokens;
    const branch = this.part(of, index, count, weight[of]!, rank[of]!);
    isBranch[branch] = 1;
    return branch;
  }

  /**
   * A part is back: notes its times at what it is a part of.
   *
   * @returns the whole, when this was its last part; else NONE
   */
  putTogether(part: number, step: number, rank: number, time: number): number {
    const tokens = this.#tokens;
    let whole = tokens.parent[part]!;
    while (tokens.rank[whole]! > rank) whole = tokens.parent[whole]!;
    const weight = tokens.weight[part]!;
    if (tokens.backWeight[whole] === 0) tokens.scaleTimes(whole, 0);
    tokens.addTimes(part, weight, whole);
    tokens.backWeight[whole]! += weight;
    tokens.backMoments[whole]! += weight * time;
    tokens.cleared[whole]! |= tokens.cleared[part]!;
    tokens.step[whole] = step;
    this.#rooms.move(part, whole);
    const complete = this.#detach(part, whole);
    this.#arrivals.release(part);
    return complete ? this.completed(whole, time) : NONE;
  }

  /** A whole whose parts are back: the mean of their times, and what they waited for each other. */
  completed(whole: number, time: number): number {
    const tokens = this.#tokens;
    const weight = tokens.backWeight[whole]!;
    tokens.scaleTimes(whole, 1 / weight);
    const reason = this.#reasons.parts[tokens.step[whole]!]!;
    tokens.times[whole * tokens.reasons + reason]! += time - tokens.backMoments[whole]! / weight;
    tokens.weight[whole] = weight;
    tokens.backWeight[whole] = 0;
    tokens.backMoments[whole] = 0;
    return whole;
  }

  /**
   * A branch is back: the whole goes on with the last one, whose times are what held it up.
   *
   * @returns the whole, when this was its last branch; else NONE
   */
  join(branch: number, step: number, time: number): number {
    const tokens = this.#tokens;
    const whole = tokens.parent[branch]!;
    this.#rooms.move(branch, whole);
    tokens.cleared[whole]! |= tokens.cleared[branch]!;
    tokens.weight[whole] = Math.min(tokens.weight[whole]!, tokens.weight[branch]!);
    const last = --tokens.outstanding[whole]! === 0;
    if (last) {
      const own = tokens.timeOf(branch) - tokens.timeOf(whole);
      const passed = time - tokens.since[whole]!;
      // What was declared ahead began before the time counts: it holds up for the later part only.
      const factor = own > passed ? passed / own : 1;
      tokens.scaleTimes(whole, 1 - factor);
      tokens.addTimes(branch, factor, whole);
      tokens.step[whole] = step;
    }
    this.#arrivals.release(branch);
    return last ? whole : NONE;
  }

  /**
   * A token leaves what it is a part of for good.
   *
   * @returns what waited only for it and goes on, as completed at its step; else NONE
   */
  partForGood(token: number, time: number): number {
    const tokens = this.#tokens;
    let parent = tokens.parent[token]!;
    tokens.parent[token] = NONE;
    while (parent !== NONE && --tokens.outstanding[parent]! === 0) {
      if (tokens.backWeight[parent]! > 0) return this.completed(parent, time);
      const above = tokens.parent[parent]!;
      this.#rooms.giveBackAll(parent, time);
      this.#arrivals.release(parent);
      parent = above;
    }
    return NONE;
  }

  /** Makes a token the group of others, of which the oldest lends it its random numbers. */
  beginGroup(group: number, oldest: number, rank: number): void {
    const tokens = this.#tokens;
    tokens.flow[group] = tokens.flow[oldest]!;
    tokens.rank[group] = rank;
    this.#arrivals.hold(group, tokens.arrival[oldest]!);
    tokens.firstMember[group] = oldest;
    tokens.place[group] = tokens.place[oldest]!;
    tokens.reach[group] = tokens.reach[oldest]!;
    tokens.drawn[group] = tokens.drawn[oldest]!;
    tokens.spare[group] = tokens.spare[oldest]!;
  }

  /** Takes a part off what it is a part of, up to `whole`; true when that has no more parts outside. */
  #detach(part: number, whole: number): boolean {
    const tokens = this.#tokens;
    let parent = tokens.parent[part]!;
    while (--tokens.outstanding[parent]! === 0) {
      if (parent === whole) return true;
      const above = tokens.parent[parent]!;
      this.#rooms.move(parent, above);
      this.#arrivals.release(parent);
      parent = above;
    }
    return false;
  }
}
