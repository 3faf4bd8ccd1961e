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
/** Least part that finds room, and steepest answer of a part to itself that is reckoned with. */
const least = 1e-9;
const steepest = 0.98;

/**
 * Shares scarce room: the part of what wants to pass each bottleneck that finds room, the same for all its claimants, so
 * that no month carries more than the capacity. Those who find no room choose again, and may come to other bottlenecks.
 *
 * What wants to pass is the flow over the part; the part is what each month takes of it. Its logarithm is found by steps
 * over one less its own slope (Steffensen's method, a secant for each bottleneck), which is below 1 because a share
 * answers less than in proportion to its availability.
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
  const parts = bottlenecks.map(() => 1);
  const [before, answers] = [bottlenecks.map(() => Number.NaN), bottlenecks.map(() => Number.NaN)];
  for (let round = 0; round < mostRounds; round++) {
    const flows = flowsAt(parts);
    let moved = 0;
    const next = bottlenecks.map((bottleneck, i) => {
      const [at, answer] = [log(parts[i]), log(Math.max(least, carried(bottleneck, flows, parts[i])))];
      const slope = (answer - answers[i]) / (at - before[i]);
      [before[i], answers[i]] = [at, answer];
      moved = Math.max(moved, Math.abs(answer - at));
      const known = slope > 0 && slope < steepest ? slope : 0;
      return Math.min(1, Math.max(least, exp(at + (answer - at) / (1 - known))));
    });
    if (moved < close) break;
    for (const [i, part] of next.entries()) parts[i] = part;
  }
  return parts;
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
