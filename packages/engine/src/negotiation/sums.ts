import type { EconomicOption, EconomyResult } from '../economy/index.ts';
import type { FinanceResult } from '../finance/index.ts';
import { bestDeal } from './deals.ts';
import { dealsOf } from './told-deals.ts';

/** What is kept of the negotiation of one draw: the deal that all parties together would choose; null where none gains. */
export interface NegotiationSums {
  readonly deal: { readonly option: string; readonly plan: string } | null;
  /** What it is worth to all of them. */
  readonly value: number;
}

/**
 * The negotiation of a draw in a few sums; coalitions are left out.
 *
 * @param options - as the economy was given them
 * @param economy - values by option
 * @param finance - plans by option
 * @returns the best deal, or null for a corridor without parties
 * @throws RangeError where parties claim more than there is
 * @example
 * ```ts
 * negotiationSums(options, economy, finance)?.deal; // null
 * ```
 */
export function negotiationSums(
  options: Readonly<Record<string, EconomicOption>>,
  economy: EconomyResult,
  finance: FinanceResult,
): NegotiationSums | null {
  const { model } = options[economy.doMinimum];
  const parties = Object.keys(model.parties);
  if (parties.length === 0) return null;
  const deals = Object.keys(economy.options).flatMap((option) => dealsOf(option, model, economy, finance));
  const { deal, value } = bestDeal(parties, deals);
  return { deal, value };
}
