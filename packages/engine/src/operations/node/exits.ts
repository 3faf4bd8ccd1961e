import type { Arrivals } from './arrivals.ts';
import { Departure } from './departure.ts';
import type { Stays } from './stays.ts';
import { NONE, type Tokens } from './tokens.ts';

/**
 * What leaves a node: of which arrivals it is made, and how long each part has been there and why.
 *
 * @example
 * ```ts
 * const departure = exits.depart(train, 7, 86_400);
 * exits.release(train);
 * exits.told(departure);
 * ```
 */
export class Exits {
  /** Weight that has left, by flow, since the beginning. */
  readonly left: Float64Array;
  /** Departures by flow since statistics began. */
  readonly departures: Float64Array;
  readonly stays: Stays;
  /** Stays count of what arrived from then on, s. */
  since = 0;
  readonly #tokens: Tokens;
  readonly #arrivals: Arrivals;
  /** Departures that nobody looks at; one that makes room for another is still being told when that one leaves. */
  readonly #spare: Departure[] = [];

  constructor(flows: number, tokens: Tokens, arrivals: Arrivals, stays: Stays) {
    this.left = new Float64Array(flows);
    this.departures = new Float64Array(flows);
    this.stays = stays;
    this.#tokens = tokens;
    this.#arrivals = arrivals;
  }

  /** Counts a token that leaves after a step; the departure is to be given back when it has been told. */
  depart(token: number, step: number, time: number): Departure {
    const tokens = this.#tokens;
    const departure = this.#spare.pop() ?? new Departure(tokens.reasons);
    const flow = tokens.flow[token]!;
    departure.begin(flow, step);
    const first = tokens.firstMember[token]!;
    const isGroup = first !== NONE;
    let counted = 0;
    if (isGroup) for (let at = first; at !== NONE; at = tokens.next[at]!) counted += this.#count(departure, at, time);
    else counted = this.#count(departure, token, time);
    const { weight, times } = departure;
    if (isGroup) addWeighted(tokens.times, token * tokens.reasons, weight, times, 0, tokens.reasons);
    if (counted === weight) addWeighted(times, 0, 1, this.stays.times, flow * tokens.reasons, tokens.reasons);
    else if (counted > 0) this.#countTimes(token, first, flow);
    for (let reason = 0; reason < times.length; reason++) times[reason]! /= weight;
    this.left[flow]! += weight;
    this.departures[flow]!++;
    return departure;
  }

  /** A departure has been told: it is filled anew for another. */
  told(departure: Departure): void {
    this.#spare.push(departure);
  }

  /** Frees a token that has left, and what was gathered in it. */
  release(token: number): void {
    const tokens = this.#tokens;
    for (let member = tokens.firstMember[token]!; member !== NONE; ) {
      const next = tokens.next[member]!;
      this.#arrivals.release(member);
      member = next;
    }
    this.#arrivals.release(token);
  }

  /** Counts the stay of a token that leaves; returns its weight where it arrived since statistics began. */
  #count(departure: Departure, token: number, time: number): number {
    const tokens = this.#tokens;
    const { reasons } = tokens;
    const arrival = tokens.arrival[token]!;
    const weight = tokens.weight[token]!;
    const arrivedAt = this.#arrivals.time[arrival]!;
    departure.add(this.#arrivals.batch[arrival]!, weight, arrivedAt);
    addWeighted(tokens.times, token * reasons, weight, departure.times, 0, reasons);
    if (arrivedAt < this.since) return 0;
    this.stays.add(tokens.flow[token]!, weight, time - arrivedAt);
    return weight;
  }

  /** Times of a group of which only some arrived since statistics began. */
  #countTimes(group: number, first: number, flow: number): void {
    const { times, reasons, weight, next, arrival } = this.#tokens;
    for (let member = first; member !== NONE; member = next[member]!) {
      if (this.#arrivals.time[arrival[member]!]! < this.since) continue;
      for (const from of [member, group]) {
        addWeighted(times, from * reasons, weight[member]!, this.stays.times, flow * reasons, reasons);
      }
    }
  }
}

function addWeighted(
  from: Float64Array,
  at: number,
  weight: number,
  to: Float64Array,
  target: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) to[target + i]! += weight * from[at + i]!;
}
