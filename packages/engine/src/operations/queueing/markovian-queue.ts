import { erlangB, erlangC } from './erlang.ts';
import { needAboveZero, needWhole } from './ranges.ts';

/** A queue in its steady state. Times in the unit of the rates; Infinity where it has none because it overflows. */
export interface SteadyQueue {
  /** Part of the servers that is busy, ρ; above 1 when more comes than can be served. */
  readonly utilisation: number;
  /** Mean number waiting, L_q, and in all, L. */
  readonly waiting: number;
  readonly inside: number;
  /** Mean wait, W_q, and mean stay, W. */
  readonly wait: number;
  readonly stay: number;
}

/** What a queue of exponential arrivals and services also knows of itself. */
export interface MarkovianQueue extends SteadyQueue {
  /** Probability that nobody is there, P₀. */
  readonly empty: number;
  /** Probability that an arrival has to wait, Erlang's C. */
  readonly mustWait: number;
}

/**
 * M/M/c: arrivals at random, exponential services, `servers` of a kind, an unlimited queue.
 *
 * Source: L. Kleinrock, Queueing Systems I (1975), 3.5.
 *
 * @param of - `arrivalRate` and `serviceRate` of one server in the same unit, number of `servers`
 * @throws RangeError of rates that are not positive or servers that are no whole number
 * @example
 * ```ts
 * markovianQueue({ arrivalRate: 2, serviceRate: 3, servers: 2 }).wait; // 0.041666666666666664
 * ```
 */
export function markovianQueue(of: {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
}): MarkovianQueue {
  const { arrivalRate, serviceRate, servers } = of;
  needAboveZero(arrivalRate, 'arrival rate');
  needAboveZero(serviceRate, 'service rate');
  const load = arrivalRate / serviceRate;
  const mustWait = erlangC(load, servers);
  const utilisation = load / servers;
  const wait = utilisation < 1 ? mustWait / (servers * serviceRate - arrivalRate) : Infinity;
  // Of all states, that with every server busy and nobody waiting has C (1 − ρ), as c!/a^c times the empty one.
  let ways = 1;
  for (let k = servers; k >= 1; k--) ways *= k / load;
  const empty = utilisation < 1 ? mustWait * (1 - utilisation) * ways : 0;
  return { ...steady(arrivalRate, wait, 1 / serviceRate, utilisation), empty, mustWait };
}

/** The queue that a mean wait makes, by Little's law. */
export function steady(arrivalRate: number, wait: number, service: number, utilisation: number): SteadyQueue {
  const stay = wait + service;
  return { utilisation, waiting: arrivalRate * wait, inside: arrivalRate * stay, wait, stay };
}

/** A queue with room for so many and no more. */
export interface FiniteQueue extends SteadyQueue {
  /** Part of the arrivals that find no room, and what gets in, in the unit of the rates. */
  readonly blocked: number;
  readonly throughput: number;
  readonly empty: number;
}

/**
 * M/M/c/K: as M/M/c, but what finds `room` others inside is turned away: trains held on the line before finite sidings.
 * Waits and stays are those of what gets in.
 *
 * Source: D. Gross, C. Harris, Fundamentals of Queueing Theory, 3rd ed. (1998), 2.5.
 *
 * @param of - rates as in {@link markovianQueue}, `servers`, and `room` for how many inside, those in service included
 * @throws RangeError of rates that are not positive, or of less room than servers
 * @example
 * ```ts
 * finiteQueue({ arrivalRate: 1, serviceRate: 1, servers: 1, room: 3 }).blocked; // 0.25
 * ```
 */
export function finiteQueue(of: {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
  readonly room: number;
}): FiniteQueue {
  const { arrivalRate, serviceRate, servers, room } = of;
  needAboveZero(arrivalRate, 'arrival rate');
  needAboveZero(serviceRate, 'service rate');
  needWhole(servers, 'number of servers', 1);
  needWhole(room, 'room', servers);
  const load = arrivalRate / serviceRate;
  const ratio = load / servers;
  // Beyond the servers each state is the one below times ρ; all is scaled by the state with every server busy.
  const full = erlangB(load, servers);
  let weight = full;
  let sum = 1;
  let queue = 0;
  for (let waiting = 1; waiting <= room - servers; waiting++) {
    weight *= ratio;
    sum += weight;
    queue += waiting * weight;
  }
  const blocked = weight / sum;
  const throughput = arrivalRate * (1 - blocked);
  let empty = full / sum;
  for (let k = servers; k >= 1; k--) empty *= k / load;
  const wait = queue / sum / throughput;
  return {
    ...steady(throughput, wait, 1 / serviceRate, throughput / serviceRate / servers),
    blocked,
    throughput,
    empty,
  };
}
