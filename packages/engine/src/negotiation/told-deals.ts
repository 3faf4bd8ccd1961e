import type { Model } from '../corridor/index.ts';
import { type EconomyResult, isRailway } from '../economy/index.ts';
import type { FinancedPlan, FinanceResult } from '../finance/index.ts';
import type { Allocation } from './coalitions.ts';
import type { Deal } from './deals.ts';
import { gainsOf } from './located-gains.ts';
import type { Party, PartyGains } from './party-gains.ts';

/** A deal with what is behind it. */
export interface ToldDeal extends Deal {
  /** What belongs to none of the parties. */
  readonly others: number;
  /** What each party gives or gets by the plan: the gift in grants and loans. */
  readonly transfers: Allocation;
  /** Red lines that would strike it off if they held. */
  readonly doubtful: readonly string[];
}

/**
 * What an option brings each party under every plan that can be carried out. It needs those who must consent, those who give
 * the money, and those who pay for what is built in their country.
 *
 * @param option - id of the option
 * @param model - of the do-minimum
 * @param economy - values by option
 * @param finance - plans by option
 * @param own - what the option brings each party, as {@link gainsOf} finds it
 * @throws RangeError where parties claim more than there is
 * @example
 * ```ts
 * dealsOf('new-line', model, economy, finance).map(({ plan, gains }) => gains);
 * ```
 */
export function dealsOf(
  option: string,
  model: Model,
  economy: EconomyResult,
  finance: FinanceResult,
  own: PartyGains = gainsOf(option, model, economy),
): ToldDeal[] {
  const { factors } = economy.options[option].main;
  const consent = model.consents[option]?.parties ?? partners(model.parties);
  const builders = builtIn(economy.options[option].comparison).flatMap((country) => payers(model.parties, country));
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
        gains: Object.fromEntries(
          Object.keys(model.parties).map((party) => [party, own.gains[party] + (transfers[party] ?? 0)]),
        ),
        others: own.others,
        transfers,
        needs: [...new Set([...consent, ...builders, ...givers])],
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

/** Countries in which something is built beyond the do-minimum. */
function builtIn({ effects }: EconomyResult['options'][string]['comparison']): string[] {
  const built = effects.filter(
    ({ kind, group, values }) => kind === 'capital' && isRailway(group) && values.some((value) => value < 0),
  );
  return [...new Set(built.map(({ country }) => country))];
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
