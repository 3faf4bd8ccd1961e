import type { ApprovedSchedule, EconomicOption, EconomyResult } from '../economy/index.ts';
import type { FinanceResult } from '../finance/index.ts';
import type { AgreementZone } from './agreement-zone.ts';
import type { Bargain } from './bargaining.ts';
import type { Allocation } from './coalitions.ts';
import { type Core, type CoreTest, coreOf, coreTest } from './core.ts';
import { bestDeal, type CoalitionChoice } from './deals.ts';
import { type Dependence, dependence } from './dependence.ts';
import { type NearestDeal, nearestDeal } from './nearest-deal.ts';
import { nucleolus } from './nucleolus.ts';
import { splitsOf } from './splits.ts';
import { dealsOf, type ToldDeal } from './told-deals.ts';
import { zonesOf } from './zones.ts';

/** Who would agree to what. Present values at the base year, money of account. */
export interface NegotiationResult {
  readonly parties: readonly string[];
  readonly deals: readonly ToldDeal[];
  /** What each coalition would do by itself, and what that is worth to it. */
  readonly choices: readonly CoalitionChoice[];
  readonly shapley: Allocation;
  readonly shapleyTest: CoreTest;
  readonly core: Core;
  readonly nucleolus: Allocation;
  /** Split of what all have together, each starting from what it can get alone. */
  readonly nash: Bargain;
  /**
   * Split by which each gets the same part of the most that it could gain: its marginal contribution, beyond which the
   * others would do better without it.
   */
  readonly kalaiSmorodinsky: Bargain;
  /** The deal that comes nearest to a gain of all together among those that no red line strikes off. */
  readonly nearest: NearestDeal | null;
  /** The deal that all parties together would choose, and what each pays (below 0) or gets on top of it to reach the Shapley value. */
  readonly best: { readonly option: string; readonly plan: string; readonly sidePayments: Allocation } | null;
  /** Shares of the capital cost that two paying parties would both accept, by option. */
  readonly zones: Readonly<Record<string, readonly AgreementZone[]>>;
  readonly schedules: Readonly<Record<string, ApprovedSchedule>>;
  /** Who gives how much of each plan, by plan. */
  readonly lenders: Readonly<Record<string, Dependence | null>>;
  /** What else comes from few partners, as the corridor states it. */
  readonly dependences: Readonly<Record<string, Dependence | null>>;
}

/**
 * Puts the tables of economy and finance together: what each option under each plan brings each party, what coalitions
 * could do alone, how what is gained might be split, and which shares of the cost would be accepted.
 *
 * @param options - as the economy was given them
 * @param economy - values by option
 * @param finance - plans by option
 * @returns splits, zones and schedules, or null for a corridor without parties
 * @throws RangeError where parties claim more than there is
 * @example
 * ```ts
 * negotiate(options, economy, finance)?.shapley;
 * ```
 */
export function negotiate(
  options: Readonly<Record<string, EconomicOption>>,
  economy: EconomyResult,
  finance: FinanceResult,
): NegotiationResult | null {
  const { model } = options[economy.doMinimum];
  const parties = Object.keys(model.parties);
  if (parties.length === 0) return null;
  const deals = Object.keys(economy.options).flatMap((option) => dealsOf(option, model, economy, finance));
  const splits = splitsOf(parties, deals);
  const { game, shapley } = splits;
  const best = bestDeal(parties, deals).deal;
  const chosen = deals.find(({ option, plan }) => option === best?.option && plan === best.plan);
  return {
    parties,
    deals,
    choices: splits.choices,
    shapley,
    shapleyTest: coreTest(game, shapley, 'gains'),
    core: coreOf(game, 'gains'),
    nucleolus: nucleolus(game, 'gains').allocation,
    nash: splits.nash,
    kalaiSmorodinsky: splits.kalaiSmorodinsky,
    nearest: nearestDeal(parties, deals),
    best:
      best && chosen
        ? { ...best, sidePayments: mapped(parties, (party) => shapley[party] - (chosen.gains[party] ?? 0)) }
        : null,
    zones: Object.fromEntries(Object.keys(economy.options).map((id) => [id, zonesOf(id, model, economy)])),
    schedules: Object.fromEntries(
      Object.keys(economy.options).map((id) => [id, economy.options[id].scheduled.schedule]),
    ),
    lenders: lendersOf(finance),
    dependences: Object.fromEntries(
      Object.entries(model.dependences).map(([id, { partners }]) => [
        id,
        dependence(Object.fromEntries(Object.values(partners).map(({ name, share }) => [name, share]))),
      ]),
    ),
  };
}

function mapped(parties: readonly string[], of: (party: string) => number): Allocation {
  return Object.fromEntries(parties.map((party) => [party, of(party)]));
}

function lendersOf({ options }: FinanceResult): Record<string, Dependence | null> {
  const [first] = Object.values(options);
  return Object.fromEntries(
    Object.entries(first ?? {}).map(([plan, { plan: worked }]) => {
      const amounts: Record<string, number> = {};
      if (worked.kind === 'financed') {
        for (const { party, amount, kind } of worked.funds) {
          if (kind !== 'budget') amounts[party] = (amounts[party] ?? 0) + amount;
        }
      }
      return [plan, dependence(amounts)];
    }),
  );
}
