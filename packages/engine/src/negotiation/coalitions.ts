import { needFinite } from '../numerics/ranges.ts';

/** Most parties of a game: twelve have 4095 coalitions. */
export const MOST_PARTIES = 12;

/**
 * A cooperative game: what every coalition of the parties can get (or has to pay) by itself. A coalition is a number
 * whose bit i says whether party i is in it; the value of none is 0.
 */
export interface Game {
  readonly parties: readonly string[];
  /** By coalition, from 0 (none) to 2^n − 1 (all). */
  readonly values: readonly number[];
}

/**
 * A game from a function of its coalitions.
 *
 * @param parties - two or more in the usual case, each once
 * @param worthOf - what these parties can get together
 * @throws RangeError of no, too many or repeated parties, and of a value that is no number
 *
 * @example
 * ```ts
 * gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : 0)).values; // [0, 0, 0, 10]
 * ```
 */
export function gameOf(parties: readonly string[], worthOf: (members: readonly string[]) => number): Game {
  if (parties.length === 0 || parties.length > MOST_PARTIES) {
    throw new RangeError(`there are ${parties.length} parties, expected 1 to ${MOST_PARTIES}`);
  }
  if (new Set(parties).size < parties.length) throw new RangeError('a party is named twice');
  const values = [0];
  for (let coalition = 1; coalition < 1 << parties.length; coalition++) {
    const members = membersOf(parties, coalition);
    const value = worthOf(members);
    needFinite(value, `value of ${members.join(', ')}`);
    values.push(value);
  }
  return { parties, values };
}

/**
 * The parties of a coalition, in the order of the game.
 *
 * @param parties - of the game
 * @param coalition - its number
 * @example
 * ```ts
 * membersOf(['a', 'b', 'c'], 5); // ['a', 'c']
 * ```
 */
export function membersOf(parties: readonly string[], coalition: number): string[] {
  return parties.filter((_, i) => (coalition & (1 << i)) !== 0);
}

/** Two coalitions without a common party that get less together than apart. */
export interface Inconsistency {
  readonly coalition: readonly string[];
  readonly apart: readonly [readonly string[], readonly string[]];
  /** By how much. */
  readonly by: number;
}

/**
 * Where joining does not pay: values that are less than those of two parts (or, for costs, more). A game without such
 * places is superadditive (subadditive).
 *
 * @param game - the game
 * @param kind - whether values are gains or costs
 * @returns the places, largest difference first
 *
 * @example
 * ```ts
 * const game = gameOf(['a', 'b'], (members) => (members.length === 2 ? 9 : 5));
 * inconsistencies(game, 'gains')[0].by; // 1
 * ```
 */
export function inconsistencies({ parties, values }: Game, kind: 'gains' | 'costs'): Inconsistency[] {
  const sign = kind === 'gains' ? 1 : -1;
  const found: Inconsistency[] = [];
  for (let whole = 1; whole < values.length; whole++) {
    for (let part = (whole - 1) & whole; part > 0; part = (part - 1) & whole) {
      const rest = whole & ~part;
      if (part < rest) continue;
      const by = sign * (values[part] + values[rest] - values[whole]);
      if (by <= 1e-9 * (Math.abs(values[whole]) + Math.abs(values[part]) + Math.abs(values[rest]))) continue;
      const of = (coalition: number) => membersOf(parties, coalition);
      found.push({ coalition: of(whole), apart: [of(part), of(rest)], by });
    }
  }
  return found.sort((a, b) => b.by - a.by);
}

/**
 * A game of costs as one of savings against each paying for itself: `Σ c({i}) − c(S)`.
 *
 * @param game - of costs
 * @example
 * ```ts
 * const costs = gameOf(['a', 'b'], (members) => (members.length === 2 ? 9 : 5));
 * savingsGame(costs).values; // [0, 0, 0, 1]
 * ```
 */
export function savingsGame({ parties, values }: Game): Game {
  const saved = values.map((cost, coalition) => {
    let alone = 0;
    for (let i = 0; i < parties.length; i++) if ((coalition & (1 << i)) !== 0) alone += values[1 << i];
    return alone - cost;
  });
  return { parties, values: saved };
}

/** An amount for each party. */
export type Allocation = Readonly<Record<string, number>>;
