import { erlangC } from './erlang.ts';
import { markovianQueue } from './markovian-queue.ts';
import { needAboveZero } from './ranges.ts';

interface PriorityQueue {
  /** Arrival rates by class, the most urgent first. */
  readonly arrivalRates: readonly number[];
  /** Rate of one server, the same for all classes. */
  readonly serviceRate: number;
  readonly servers: number;
}

/**
 * Mean waits by class where the most urgent goes first and nobody is interrupted: with `B_k = 1 − Σ_{i≤k} λ_i / (c μ)`,
 * `W_k = C / (c μ B_{k−1} B_k)`.
 *
 * Source: A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954).
 *
 * @param of - arrival rates by class, rate of one server, number of servers
 * @returns waits in the order of the classes; Infinity of those that are never all served
 * @throws RangeError of rates that are not positive
 * @example
 * ```ts
 * waitsByPriority({ arrivalRates: [0.2, 0.6, 1.2], serviceRate: 3, servers: 1 })[0]; // 0.238
 * ```
 */
export function waitsByPriority({ arrivalRates, serviceRate, servers }: PriorityQueue): number[] {
  needAboveZero(serviceRate, 'service rate');
  for (const rate of arrivalRates) needAboveZero(rate, 'arrival rate');
  const capacity = servers * serviceRate;
  const total = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  const busy = erlangC(total / serviceRate, servers);
  let before = 1;
  return arrivalRates.map((rate) => {
    const after = before - rate / capacity;
    const wait = after > 0 ? busy / (capacity * before * after) : Infinity;
    before = after;
    return wait;
  });
}

/**
 * Mean waits by class where the most urgent interrupts the others, which later go on where they were: the classes up to
 * k do not notice the rest, so that together they wait as in M/M/c. A wait is the stay less the service.
 *
 * @param of - arrival rates by class, rate of one server, number of servers
 * @returns waits in the order of the classes, interruptions included
 * @throws RangeError of rates that are not positive
 * @example
 * ```ts
 * waitsByPreemption({ arrivalRates: [0.2, 0.6, 1.2], serviceRate: 3, servers: 1 })[2]; // 1.03
 * ```
 */
export function waitsByPreemption({ arrivalRates, serviceRate, servers }: PriorityQueue): number[] {
  let rate = 0;
  let all = 0;
  return arrivalRates.map((own) => {
    needAboveZero(own, 'arrival rate');
    rate += own;
    const together = rate * markovianQueue({ arrivalRate: rate, serviceRate, servers }).wait;
    const wait = together < Infinity ? (together - all) / own : Infinity;
    all = together;
    return wait;
  });
}
