import { andersonWeights } from '../numerics/anderson.ts';
import { exp, log } from '../numerics/elementary.ts';

/** A flow that wants to pass a bottleneck. */
export interface Claimant {
  /** Index of the flow. */
  readonly flow: number;
  /** Share of each month in the year's flow. */
  readonly season: readonly number[];
  /** What one unit of the flow takes of the bottleneck; 1 when left out. */
  readonly part?: number;
}

/** A bottleneck that several flows share. */
export interface Bottleneck {
  readonly claimants: readonly Claimant[];
  /** The most it takes, in the unit of the flows times their part. */
  readonly capacity: number;
}

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
 * @param flowsAt - all flows, given the part of each bottleneck that finds room
 * @returns the parts, above 0 to 1, in the order of the bottlenecks
 * @example
 * ```ts
 * ration([{ claimants: [{ flow: 0, season }], capacity: 5 }], ([part]) => [10 * part]); // [0.5]
 * ```
 */
export function ration(
  bottlenecks: readonly Bottleneck[],
  flowsAt: (parts: readonly number[]) => ArrayLike<number>,
): number[] {
  const busiest = bottlenecks.map(busiestMonth);
  let parts = bottlenecks.map(() => 1);
  let rounds: Array<{ readonly answer: readonly number[]; readonly residual: readonly number[] }> = [];
  for (let round = 0; round < mostRounds; round++) {
    const flows = flowsAt(parts);
    const answer = bottlenecks.map((bottleneck, i) => {
      const isFull = busiest[i](flows) > parts[i] * bottleneck.capacity;
      return isFull ? logarithm(carried(bottleneck, flows, parts[i])) : 0;
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

/** The most that a month can bring, were every claimant's busiest month the same. */
function busiestMonth({ claimants }: Bottleneck): (flows: ArrayLike<number>) => number {
  const who = Int32Array.from(claimants, ({ flow }) => flow);
  const most = Float64Array.from(claimants, ({ season, part = 1 }) => 12 * part * Math.max(...season));
  return (flows) => {
    let rate = 0;
    for (let i = 0; i < who.length; i++) rate += most[i] * flows[who[i]];
    return rate;
  };
}

/** Part of what wants to pass in a year that passes when every month takes what it can. */
function carried({ claimants, capacity }: Bottleneck, flows: ArrayLike<number>, part: number): number {
  let wanted = 0;
  let passed = 0;
  for (let month = 0; month < 12; month++) {
    let rate = 0;
    for (const { flow, season, part: takes = 1 } of claimants) rate += takes * flows[flow] * season[month];
    rate *= 12 / part;
    wanted += rate;
    passed += Math.min(capacity, rate);
  }
  return wanted > 0 ? passed / wanted : 1;
}
