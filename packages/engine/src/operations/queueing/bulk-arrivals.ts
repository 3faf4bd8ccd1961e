import { type SteadyQueue, steady } from './markovian-queue.ts';
import { needAboveZero } from './ranges.ts';

/**
 * M^[X]/M/1: batches (trains) come at random, their members (wagons) are served one by one:
 * `L = ρ (1 + E[X²] / E[X]) / (2 (1 − ρ))` with ρ = λ E[X] / μ. Trains of 40 make a queue of wagons twenty times that of
 * M/M/1.
 *
 * Source: M. Chaudhry, J. Templeton, A First Course in Bulk Queues (1983), 3.1.
 *
 * @param of - `batchRate`, mean and mean square of the `size` of a batch, `serviceRate` of one member
 * @returns the queue of members, the rest of their batch included
 * @throws RangeError of numbers that are not positive
 * @example
 * ```ts
 * bulkArrivals({ batchRate: 0.1, size: 5, squareSize: 25, serviceRate: 1 }).inside; // 3
 * ```
 */
export function bulkArrivals(of: {
  readonly batchRate: number;
  readonly size: number;
  readonly squareSize: number;
  readonly serviceRate: number;
}): SteadyQueue {
  const { batchRate, size, squareSize, serviceRate } = of;
  for (const [name, value] of Object.entries(of)) needAboveZero(value, name);
  const rate = batchRate * size;
  const utilisation = rate / serviceRate;
  const inside = utilisation < 1 ? (utilisation * (1 + squareSize / size)) / (2 * (1 - utilisation)) : Infinity;
  return steady(rate, inside / rate - 1 / serviceRate, 1 / serviceRate, utilisation);
}
