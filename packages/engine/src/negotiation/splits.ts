import { type Bargain, kalaiSmorodinskySplit, nashSplit } from './bargaining.ts';
import type { Allocation } from './coalitions.ts';
import { type ComputedGame, coalitionGame, type Deal } from './deals.ts';
import { shapleyValue } from './shapley.ts';

/** What coalitions could get alone, and how what all get together might be split. */
export interface Splits extends ComputedGame {
  readonly shapley: Allocation;
  /** Split of what all have together, each starting from what it can get alone. */
  readonly nash: Bargain;
  /**
   * Split by which each gets the same part of the most that it could gain: its marginal contribution, beyond which the
   * others would do better without it.
   */
  readonly kalaiSmorodinsky: Bargain;
}

/**
 * The game of some deals with its splits; core and nucleolus, which take linear programs, are apart.
 *
 * @param parties - ids
 * @param deals - every option under every plan
 * @example
 * ```ts
 * const deal = { option: 'line', plan: 'loan', gains: { a: 8, b: 2 }, needs: ['a', 'b'], struckBy: [] };
 * splitsOf(['a', 'b'], [deal]).shapley; // { a: 5, b: 5 }
 * ```
 */
export function splitsOf(parties: readonly string[], deals: readonly Deal[]): Splits {
  const { game, choices } = coalitionGame(parties, deals);
  const all = game.values[game.values.length - 1];
  const alone = parties.map((party, i) => ({ party, walkAway: game.values[1 << i] }));
  return {
    game,
    choices,
    shapley: shapleyValue(game),
    nash: nashSplit(all, alone),
    kalaiSmorodinsky: kalaiSmorodinskySplit(
      all,
      alone.map((side, i) => ({ ...side, most: utopia(game.values, i) })),
    ),
  };
}

/** What a party adds to all others together, at least nothing. */
function utopia(values: readonly number[], party: number): number {
  const all = values.length - 1;
  return Math.max(0, values[all] - values[all - (1 << party)]);
}
