import { log } from '../numerics/elementary.ts';
import { needFinite } from '../numerics/ranges.ts';

/** One side of a bargain over money. */
export interface Bargainer {
  readonly party: string;
  /** What it has if talks fail. */
  readonly walkAway: number;
  /** Bargaining power; parts of the sum count. Equal when left out. */
  readonly power?: number;
}

/** A bargain that gives each at least what it has without, or why there is none. */
export type Bargain =
  | { readonly kind: 'deal'; readonly shares: Readonly<Record<string, number>>; readonly surplus: number }
  | { readonly kind: 'no deal'; readonly reason: string; readonly missing: number };

/**
 * Nash's solution where money can be passed on: each gets what it has without a deal and, of the surplus, a part by its
 * power: `x_i = d_i + α_i (v − Σ d)`.
 *
 * Source: J. F. Nash, The bargaining problem, Econometrica 18 (1950); J. C. Harsanyi and R. Selten (1972) for unequal
 * power.
 *
 * @param total - what all have together with a deal
 * @param sides - with what they have without one
 * @throws RangeError of no side, and of power that is negative or adds up to 0
 *
 * @example
 * ```ts
 * nashSplit(60, [{ party: 'a', walkAway: 10 }, { party: 'b', walkAway: 20 }]).shares; // { a: 25, b: 35 }
 * ```
 */
export function nashSplit(total: number, sides: readonly Bargainer[]): Bargain {
  needFinite(total, 'value of the deal');
  const power = sides.map((side) => side.power ?? 1);
  const whole = power.reduce((sum, part) => sum + part, 0);
  if (!(whole > 0) || power.some((part) => !(part >= 0))) {
    throw new RangeError(`powers are ${power.join(', ')}, expected numbers from 0 that are not all 0`);
  }
  const surplus = total - sides.reduce((sum, side) => sum + side.walkAway, 0);
  if (surplus < 0) return { kind: 'no deal', reason: 'together they have less than apart', missing: -surplus };
  const shares = sides.map(({ party, walkAway }, i) => [party, walkAway + (power[i] / whole) * surplus]);
  return { kind: 'deal', shares: Object.fromEntries(shares), surplus };
}

/** What each of two sides can get at every point of the frontier, from 0 to 1. */
export interface Frontier {
  readonly first: (at: number) => number;
  readonly second: (at: number) => number;
}

/**
 * Nash's solution for two sides on a frontier: the point with the greatest product of gains, `Π (u_i − d_i)^α_i`.
 *
 * Source: as {@link nashSplit}.
 *
 * @param frontier - utilities along it; the first rises and the second falls, both concave
 * @param walkAway - utilities without a deal
 * @param power - parts, equal when left out
 * @returns the point from 0 to 1, or null where no point is better for both
 *
 * @example
 * ```ts
 * nashPoint({ first: (x) => Math.sqrt(x), second: (x) => 1 - x }, [0, 0]); // 0.333333
 * ```
 */
export function nashPoint(
  frontier: Frontier,
  walkAway: readonly [number, number],
  power: readonly [number, number] = [1, 1],
): number | null {
  const gains = (at: number) => [frontier.first(at) - walkAway[0], frontier.second(at) - walkAway[1]];
  const score = (at: number) => {
    const [first, second] = gains(at);
    return first > 0 && second > 0 ? power[0] * log(first) + power[1] * log(second) : -Infinity;
  };
  const from = boundary((at) => gains(at)[0] > 0, 'rising');
  const to = boundary((at) => gains(at)[1] > 0, 'falling');
  if (from === null || to === null || !(from < to)) return null;
  // The sum of logarithms of concave functions is concave; its slope changes sign once. Differences of values near
  // the top are lost in rounding, so the sign of a central difference is what is bisected.
  let [low, high] = [from, to];
  for (let i = 0; i < 200 && high - low > 1e-15; i++) {
    const middle = 0.5 * (low + high);
    const step = Math.min(1e-5, 0.25 * (middle - from), 0.25 * (to - middle));
    if (!(step > 0)) break;
    if (slope(score, middle, step) > 0) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** Five-point difference. */
function slope(of: (at: number) => number, at: number, step: number): number {
  return of(at - 2 * step) - 8 * of(at - step) + 8 * of(at + step) - of(at + 2 * step);
}

/** Where a condition begins (rising) or ends (falling) to hold between 0 and 1. */
function boundary(holds: (at: number) => boolean, way: 'rising' | 'falling'): number | null {
  const [outer, inner] = way === 'rising' ? [0, 1] : [1, 0];
  if (!holds(inner) && !holds(0.5)) return null;
  if (holds(outer)) return outer;
  let [bad, good] = [outer, holds(inner) ? inner : 0.5];
  for (let i = 0; i < 100; i++) {
    const middle = 0.5 * (bad + good);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/**
 * The solution of Kalai and Smorodinsky for two sides on a frontier: both gain the same part of the most that they could
 * gain while the other does not lose.
 *
 * Source: E. Kalai and M. Smorodinsky, Other solutions to Nash's bargaining problem, Econometrica 43 (1975).
 *
 * @param frontier - utilities along it; the first rises and the second falls
 * @param walkAway - utilities without a deal
 * @returns the point from 0 to 1, or null where no point is better for both
 *
 * @example
 * ```ts
 * kalaiSmorodinskyPoint({ first: (x) => x, second: (x) => 1 - x }, [0, 0]); // 0.5
 * ```
 */
export function kalaiSmorodinskyPoint(frontier: Frontier, walkAway: readonly [number, number]): number | null {
  const from = boundary((at) => frontier.first(at) > walkAway[0], 'rising');
  const to = boundary((at) => frontier.second(at) > walkAway[1], 'falling');
  if (from === null || to === null || !(from < to)) return null;
  const most = [frontier.first(to) - walkAway[0], frontier.second(from) - walkAway[1]];
  const ahead = (at: number) =>
    (frontier.first(at) - walkAway[0]) / most[0] - (frontier.second(at) - walkAway[1]) / most[1];
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const middle = 0.5 * (low + high);
    if (ahead(middle) < 0) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/**
 * The solution of Kalai and Smorodinsky where money can be passed on: of the surplus, each gets the part that its own most
 * is of all that could be had. Limits of what a party can be given make it differ from Nash's.
 *
 * Source: as {@link kalaiSmorodinskyPoint}.
 *
 * @param total - what all have together with a deal
 * @param sides - with what they have without one, and the most that each could be given, unlimited when left out
 *
 * @example
 * ```ts
 * kalaiSmorodinskySplit(60, [{ party: 'a', walkAway: 10, most: 20 }, { party: 'b', walkAway: 20 }]).shares; // { a: 17.5, b: 42.5 }
 * ```
 */
export function kalaiSmorodinskySplit(
  total: number,
  sides: readonly (Bargainer & { readonly most?: number })[],
): Bargain {
  const surplus = total - sides.reduce((sum, side) => sum + side.walkAway, 0);
  if (surplus < 0) return { kind: 'no deal', reason: 'together they have less than apart', missing: -surplus };
  const ideal = sides.map(({ walkAway, most = Infinity }) => Math.min(surplus, Math.max(0, most - walkAway)));
  const whole = ideal.reduce((sum, gain) => sum + gain, 0);
  if (whole < surplus) {
    return {
      kind: 'no deal',
      reason: 'what may be given leaves a part of the surplus to nobody',
      missing: surplus - whole,
    };
  }
  const shares = sides.map(({ party, walkAway }, i) => [
    party,
    walkAway + (whole > 0 ? (surplus * ideal[i]) / whole : 0),
  ]);
  return { kind: 'deal', shares: Object.fromEntries(shares), surplus };
}
