import { markovianQueue, type SteadyQueue, steady } from './markovian-queue.ts';
import { needAboveZero, needZeroOrMore } from './ranges.ts';

/**
 * M/G/1: arrivals at random, one server, services of any distribution: `W_q = λ E[S²] / (2 (1 − ρ))`. Without
 * variation the wait is half of that of exponential services.
 *
 * Source: F. Pollaczek, Math. Zeitschrift 32 (1930); A. Khinchine, Mat. Sbornik 39 (1932).
 *
 * @param of - `arrivalRate`, mean `service` time, `squaredVariation` of it: variance over squared mean
 * @throws RangeError of rates and times that are not positive and of a negative variation
 * @example
 * ```ts
 * generalQueue({ arrivalRate: 0.3, service: 2.5, squaredVariation: 0 }).wait; // 3.75
 * ```
 */
export function generalQueue(of: {
  readonly arrivalRate: number;
  readonly service: number;
  readonly squaredVariation: number;
}): SteadyQueue {
  const { arrivalRate, service, squaredVariation } = of;
  needAboveZero(arrivalRate, 'arrival rate');
  needAboveZero(service, 'service time');
  needZeroOrMore(squaredVariation, 'squared variation');
  const utilisation = arrivalRate * service;
  const wait = utilisation < 1 ? (utilisation * service * (1 + squaredVariation)) / (2 * (1 - utilisation)) : Infinity;
  return steady(arrivalRate, wait, service, utilisation);
}

/**
 * GI/G/c, approximately: the wait of M/M/c times `(c_a² + c_s²) / 2` (Allen and Cunneen). Exact for M/M/c and M/G/1.
 *
 * Source: A. O. Allen, Probability, Statistics and Queueing Theory, 2nd ed. (1990), 5.3.
 *
 * @param of - `arrivalRate`, `serviceRate` of one server, `servers`, squared coefficients of variation of the times
 *   between arrivals and of the services
 * @throws RangeError of rates that are not positive and of negative variations
 * @example
 * ```ts
 * allenCunneen({ arrivalRate: 2, serviceRate: 1, servers: 3, arrivalVariation: 0.5, serviceVariation: 0.8 }).wait; // 0.289
 * ```
 */
export function allenCunneen(of: {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly servers: number;
  readonly arrivalVariation: number;
  readonly serviceVariation: number;
}): SteadyQueue {
  const { arrivalRate, serviceRate, arrivalVariation, serviceVariation } = of;
  needZeroOrMore(arrivalVariation, 'squared variation of arrivals');
  needZeroOrMore(serviceVariation, 'squared variation of services');
  const { wait, utilisation } = markovianQueue(of);
  const factor = (arrivalVariation + serviceVariation) / 2;
  return steady(arrivalRate, utilisation < 1 ? wait * factor : Infinity, 1 / serviceRate, utilisation);
}
