import type { Model } from '../corridor/index.ts';
import { type ApprovedSchedule, type EconomicOption, type EconomyResult, residualEffect } from '../economy/index.ts';
import type { FinancedPlan, FinanceResult } from '../finance/index.ts';
import { type AgreementZone, agreementZone } from './agreement-zone.ts';
import { type Bargain, nashSplit } from './bargaining.ts';
import type { Allocation } from './coalitions.ts';
import { type Core, type CoreTest, coreOf, coreTest } from './core.ts';
import { bestDeal, type CoalitionChoice, coalitionGame, type Deal } from './deals.ts';
import { type Dependence, dependence } from './dependence.ts';
import { nucleolus } from './nucleolus.ts';
import { type LocatedGain, type Party, partyGains } from './party-gains.ts';
import { shapleyValue } from './shapley.ts';

/** A deal with what is behind it. */
export interface ToldDeal extends Deal {
  /** What belongs to none of the parties. */
  readonly others: number;
  /** What each party gives or gets by the plan: the gift in grants and loans. */
  readonly transfers: Allocation;
  /** Red lines that would strike it off if they held. */
  readonly doubtful: readonly string[];
}

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
  /** The deal that all parties together would choose, and what each pays (below 0) or gets on top of it to reach the Shapley value. */
  readonly best: { readonly option: string; readonly plan: string; readonly sidePayments: Allocation } | null;
  /** Shares of the capital cost that two paying parties would both accept, by option. */
  readonly zones: Readonly<Record<string, readonly AgreementZone[]>>;
  readonly schedules: Readonly<Record<string, ApprovedSchedule>>;
  /** Who gives how much of each plan, by plan. */
  readonly lenders: Readonly<Record<string, Dependence | null>>;
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
  const { game, choices } = coalitionGame(parties, deals);
  const shapley = shapleyValue(game);
  const all = game.values[game.values.length - 1];
  const best = bestDeal(parties, deals).deal;
  const chosen = deals.find(({ option, plan }) => option === best?.option && plan === best.plan);
  return {
    parties,
    deals,
    choices,
    shapley,
    shapleyTest: coreTest(game, shapley, 'gains'),
    core: coreOf(game, 'gains'),
    nucleolus: nucleolus(game, 'gains').allocation,
    nash: nashSplit(
      all,
      parties.map((party, i) => ({ party, walkAway: game.values[1 << i] })),
    ),
    best:
      best && chosen
        ? { ...best, sidePayments: mapped(parties, (party) => shapley[party] - (chosen.gains[party] ?? 0)) }
        : null,
    zones: Object.fromEntries(Object.keys(economy.options).map((id) => [id, zonesOf(id, model, economy)])),
    schedules: Object.fromEntries(
      Object.keys(economy.options).map((id) => [id, economy.options[id].scheduled.schedule]),
    ),
    lenders: lendersOf(finance),
  };
}

function mapped(parties: readonly string[], of: (party: string) => number): Allocation {
  return Object.fromEntries(parties.map((party) => [party, of(party)]));
}

function located(option: string, economy: EconomyResult): LocatedGain[] {
  const { effects, factors } = economy.options[option].main;
  return effects.map(({ group, country, where, values }) => ({
    group,
    country,
    where,
    value: values.reduce((sum, value, year) => sum + value * factors[year], 0),
  }));
}

/**
 * What an option brings each party under every plan that can be carried out.
 *
 * @param option - id of the option
 * @param model - of the do-minimum
 * @param economy - values by option
 * @param finance - plans by option
 * @throws RangeError where parties claim more than there is
 * @example
 * ```ts
 * dealsOf('new-line', model, economy, finance).map(({ plan, gains }) => gains);
 * ```
 */
export function dealsOf(option: string, model: Model, economy: EconomyResult, finance: FinanceResult): ToldDeal[] {
  const own = partyGains(model.parties, located(option, economy));
  const { factors } = economy.options[option].main;
  const consent = model.consents[option]?.parties ?? partners(model.parties);
  return Object.entries(finance.options[option]).flatMap(([plan, { plan: worked }]): ToldDeal[] => {
    if (worked.kind !== 'financed') return [];
    const { funds, borrower } = model.financing[plan];
    const transfers = giftsOf(worked, factors, finance.rule, payers(model.parties, borrower));
    const givers = Object.values(funds)
      .filter(({ share }) => share > 0)
      .map(({ party }) => party);
    const struck = (state: 'holds' | 'open') =>
      Object.values(model.red_lines)
        .filter(
          (line) =>
            line.state === state &&
            ((line.strikes_options ?? []).includes(option) || (line.strikes_plans ?? []).includes(plan)),
        )
        .map(({ name }) => name);
    return [
      {
        option,
        plan,
        gains: mapped(Object.keys(model.parties), (party) => own.gains[party] + (transfers[party] ?? 0)),
        others: own.others,
        transfers,
        needs: [...new Set([...consent, ...givers])],
        struckBy: struck('holds'),
        doubtful: struck('open'),
      },
    ];
  });
}

function partners(parties: Readonly<Record<string, Party>>): string[] {
  return Object.keys(parties).filter((id) => parties[id].role === 'partner');
}

function payers(parties: Readonly<Record<string, Party>>, country: string): string[] {
  return Object.keys(parties).filter((id) => parties[id].pays?.includes(country));
}

/** The gift in a plan: what givers lose and those who would have paid gain, in equal parts. */
function giftsOf(
  { funds }: FinancedPlan,
  factors: readonly number[],
  rule: string | null,
  receivers: readonly string[],
): Record<string, number> {
  const gifts: Record<string, number> = {};
  for (const { party, given, grantElement } of funds) {
    if (grantElement === null || rule === null || receivers.includes(party)) continue;
    const worth = given.reduce((sum, amount, year) => sum + amount * (factors[year] ?? 0), 0) * grantElement[rule];
    gifts[party] = (gifts[party] ?? 0) - worth;
    for (const receiver of receivers) gifts[receiver] = (gifts[receiver] ?? 0) + worth / receivers.length;
  }
  return gifts;
}

/** For every two parties that pay for building: which shares of all capital cost both would accept. */
function zonesOf(id: string, model: Model, economy: EconomyResult): AgreementZone[] {
  const { effects, factors } = economy.options[id].main;
  const own = partyGains(model.parties, located(id, economy)).gains;
  const costOf = (countries: readonly string[]) =>
    -effects
      .filter(
        ({ kind, group, effect, country }) =>
          kind === 'capital' && group === 'railways' && effect !== residualEffect && countries.includes(country),
      )
      .reduce((sum, { values }) => sum + values.reduce((total, value, year) => total + value * factors[year], 0), 0);
  const paying = Object.entries(model.parties).flatMap(([party, { pays }]) =>
    pays ? [{ party, cost: costOf(pays) }] : [],
  );
  return paying.flatMap((first, i) =>
    paying.slice(i + 1).flatMap((second): AgreementZone[] => {
      const cost = first.cost + second.cost;
      if (!(cost > 0)) return [];
      const benefits = [own[first.party] + first.cost, own[second.party] + second.cost] as const;
      return [agreementZone({ first: first.party, second: second.party, benefits, cost })];
    }),
  );
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
