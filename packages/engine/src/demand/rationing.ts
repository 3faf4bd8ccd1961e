import { andersonWeights } from '../numerics/anderson.ts';
import { exp, log } from '../numerics/elementary.ts';

/** A flow that wants to pass a bottleneck. */
export interface Claimant {
  /** Index of the flow. */
  readonly flow: number;
  /** What one unit of the flow takes of the bottleneck; 1 when left out. */
  readonly part?: number;
}

/** A bottleneck that several flows share. */
export interface Bottleneck {
  readonly claimants: readonly Claimant[];
  /** The most it takes, in the unit of the flows times their part. */
  readonly capacity: number;
}

const months = 12;
const mostRounds = 200;
const close = 1e-9;
/** Least part that finds room. */
const least = 1e-9;
/** Rounds that each step looks back on: with more, the corners where a month becomes full lead astray. */
const lookedBackOn = 4;

/**
 * Shares scarce room: the part of what wants to pass each bottleneck that finds room, the same for all its claimants, so
 * that no month carries more than the capacity. Those who find no room choose again, and may come to other bottlenecks.
 *
 * What wants to pass is the flow over the part; the part is what each month takes of it. The logarithms of all parts are
 * found together by Anderson's acceleration: one bottleneck behind another leaves the second less to refuse.
 *
 * @param bottlenecks - flows and capacities
 * @param ratesAt - what passes of all flows in each month, 12 rates a flow one after another, given the part of each
 *   bottleneck that finds room
 * @returns the parts, above 0 to 1, in the order of the bottlenecks
 * @example
 * ```ts
 * const even = (rate: number) => Array.from({ length: 12 }, () => rate);
 * ration([{ claimants: [{ flow: 0 }], capacity: 5 }], ([part]) => even(10 * part)); // [0.5]
 * ```
 */
export function ration(
  bottlenecks: readonly Bottleneck[],
  ratesAt: (parts: readonly number[]) => ArrayLike<number>,
): number[] {
  let parts = bottlenecks.map(() => 1);
  let rounds: Array<{ readonly answer: readonly number[]; readonly residual: readonly number[] }> = [];
  for (let round = 0; round < mostRounds; round++) {
    const rates = ratesAt(parts);
    const busiest = busiestMonths(rates);
    const answer = bottlenecks.map((bottleneck, i) => {
      const hasRoom = rateOf(bottleneck, busiest) <= parts[i] * bottleneck.capacity;
      return hasRoom ? 0 : logarithm(carried(bottleneck, rates, parts[i]));
    });
    const residual = answer.map((value, i) => value - logarithm(parts[i]));
    if (residual.every((value) => Math.abs(value) < close)) break;
    rounds = [...rounds, { answer, residual }].slice(-lookedBackOn);
    const weights = andersonWeights(rounds.map((one) => one.residual));
    parts = parts.map((_, i) => {
      const next = rounds.reduce((sum, one, k) => sum + weights[k] * one.answer[i], 0);
      return next < 0 ? Math.max(least, exp(next)) : 1;
    });
  }
  return parts;
}

function logarithm(part: number): number {
  return part === 1 ? 0 : log(Math.max(least, part));
}

/** Rate of each flow in its busiest month. */
function busiestMonths(rates: ArrayLike<number>): Float64Array {
  const busiest = new Float64Array(rates.length / months);
  for (let i = 0; i < rates.length; i++) {
    const flow = Math.floor(i / months);
    busiest[flow] = Math.max(busiest[flow], rates[i]);
  }
  return busiest;
}

/** What the claimants take with one rate a flow. */
function rateOf({ claimants }: Bottleneck, rates: ArrayLike<number>): number {
  let sum = 0;
  for (const { flow, part = 1 } of claimants) sum += part * rates[flow];
  return sum;
}

/** Part of what wants to pass in a year that passes when every month takes what it can. */
function carried({ claimants, capacity }: Bottleneck, rates: ArrayLike<number>, part: number): number {
  let wanted = 0;
  let passed = 0;
  for (let month = 0; month < months; month++) {
    let rate = 0;
    for (const { flow, part: takes = 1 } of claimants) rate += takes * rates[months * flow + month];
    rate /= part;
    wanted += rate;
    passed += Math.min(capacity, rate);
  }
  return wanted > 0 ? passed / wanted : 1;
}
