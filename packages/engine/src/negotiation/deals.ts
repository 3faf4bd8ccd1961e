import type { Allocation, Game } from './coalitions.ts';
import { gameOf } from './coalitions.ts';

/** An option with a way of paying for it, and what it brings each party. */
export interface Deal {
  readonly option: string;
  readonly plan: string;
  readonly gains: Allocation;
  /** Without these parties it cannot be done: those who build, agree or give money. */
  readonly needs: readonly string[];
  /** Red lines that strike it off; none in the usual case. */
  readonly struckBy: readonly string[];
}

/** What a coalition would do by itself. */
export interface CoalitionChoice {
  readonly members: readonly string[];
  readonly value: number;
  /** Null where it is best off with the do-minimum. */
  readonly deal: { readonly option: string; readonly plan: string } | null;
}

/** A game whose values were computed, with what stands behind each. */
export interface ComputedGame {
  readonly game: Game;
  readonly choices: readonly CoalitionChoice[];
}

/**
 * What every coalition can get alone: the deal that is best for its members among those that need nobody else and that no
 * red line strikes off; the do-minimum, worth nothing, is always open. So v(S) is computed from the corridor, not guessed.
 *
 * @param parties - ids
 * @param deals - every option under every plan
 * @returns the game, and the choice of each coalition
 *
 * @example
 * ```ts
 * const deal = { option: 'line', plan: 'loan', gains: { a: 8, b: 2 }, needs: ['a', 'b'], struckBy: [] };
 * coalitionGame(['a', 'b'], [deal]).game.values; // [0, 0, 0, 10]
 * ```
 */
export function coalitionGame(parties: readonly string[], deals: readonly Deal[]): ComputedGame {
  const choices: CoalitionChoice[] = [];
  const game = gameOf(parties, (members) => {
    const choice = bestDeal(members, deals);
    choices.push(choice);
    return choice.value;
  });
  return { game, choices };
}

/**
 * The deal that is best for a coalition by itself.
 *
 * @param members - of the coalition
 * @param deals - every option under every plan
 * @returns its value, and the deal; ties go to the first
 *
 * @example
 * ```ts
 * bestDeal(['a'], [{ option: 'line', plan: 'loan', gains: { a: 8 }, needs: ['b'], struckBy: [] }]); // { members: ['a'], value: 0, deal: null }
 * ```
 */
export function bestDeal(members: readonly string[], deals: readonly Deal[]): CoalitionChoice {
  let best: CoalitionChoice = { members, value: 0, deal: null };
  for (const { option, plan, gains, needs, struckBy } of deals) {
    if (struckBy.length > 0 || needs.some((party) => !members.includes(party))) continue;
    const value = members.reduce((sum, party) => sum + (gains[party] ?? 0), 0);
    if (value > best.value) best = { members, value, deal: { option, plan } };
  }
  return best;
}
