import type { EconomicOption, EconomyResult } from '../economy/index.ts';
import type { FinanceResult } from '../finance/index.ts';
import type { AgreementZone } from './agreement-zone.ts';
import type { Bargain } from './bargaining.ts';
import type { Allocation } from './coalitions.ts';
import { hasCore } from './core.ts';
import { bestDeal } from './deals.ts';
import { gainsOf } from './located-gains.ts';
import { splitsOf } from './splits.ts';
import { dealsOf } from './told-deals.ts';
import { zonesOf } from './zones.ts';

/** What is kept of the negotiation of one draw: the deal that all parties together would choose; null where none gains. */
export interface NegotiationSums {
  readonly deal: { readonly option: string; readonly plan: string } | null;
  /** What it is worth to all of them. */
  readonly value: number;
  /** How it might be split; null where there is no deal. */
  readonly splits: DrawnSplits | null;
  /** Shares of the capital cost that two paying parties would both accept, by option. */
  readonly zones: Readonly<Record<string, readonly Pick<AgreementZone, 'low' | 'high' | 'agreeable'>[]>>;
}

/** How a deal might be split in one draw; null where a rule gives nothing. */
export interface DrawnSplits {
  readonly shapley: Allocation;
  readonly nash: Allocation | null;
  readonly kalaiSmorodinsky: Allocation | null;
  /** Whether any split is one to which no coalition objects. */
  readonly hasCore: boolean;
}

/**
 * The negotiation of a draw in a few sums; nucleolus and ranges of the core are left out.
 *
 * @param options - as the economy was given them
 * @param economy - values by option
 * @param finance - plans by option
 * @returns the best deal with its splits and the zones, or null for a corridor without parties
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
  const ids = Object.keys(economy.options);
  const own = Object.fromEntries(ids.map((id) => [id, gainsOf(id, model, economy)]));
  const deals = ids.flatMap((id) => dealsOf(id, model, economy, finance, own[id]));
  const { deal, value } = bestDeal(parties, deals);
  const zones = ids.map((id) => {
    const found = zonesOf(id, model, economy, own[id].gains);
    return [id, found.map(({ low, high, agreeable }) => ({ low, high, agreeable }))] as const;
  });
  return {
    deal,
    value,
    splits: deal && drawnSplits(splitsOf(parties, deals)),
    zones: Object.fromEntries(zones),
  };
}

function drawnSplits({ game, shapley, nash, kalaiSmorodinsky }: ReturnType<typeof splitsOf>): DrawnSplits {
  const sharesOf = (bargain: Bargain) => (bargain.kind === 'deal' ? bargain.shares : null);
  return {
    shapley,
    nash: sharesOf(nash),
    kalaiSmorodinsky: sharesOf(kalaiSmorodinsky),
    hasCore: hasCore(game, 'gains'),
  };
}
