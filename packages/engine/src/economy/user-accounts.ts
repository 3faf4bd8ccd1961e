import type { Model } from '../corridor/index.ts';
import { type MarketYear, secondsPerYear } from '../demand/index.ts';
import { type Account, elsewhere } from './effect.ts';
import { integratedBenefit, ruleOfHalf } from './user-benefit.ts';

/** How the users' benefit of a market was found. */
export type BenefitMethod = 'rule of half' | 'integrated' | 'none';

/** What the users of a market gain in a year, and how that was found. */
export interface MarketBenefit {
  readonly method: BenefitMethod;
  readonly total: number;
  /** Of those who use the corridor's railways before and after. */
  readonly existing: number;
  /** Of those who would not travel or send otherwise. */
  readonly induced: number;
  /** Of those who change their way. */
  readonly diverted: number;
}

/**
 * What the users of a market gain in a year, from its logsum before and after: the area left of the demand curve. Where
 * the expected cost changes by more than a part of the mean generalised cost, or a way is new, the exponential curve
 * through both points is integrated; else the rule of half.
 *
 * @param before - the market with the do-minimum
 * @param after - with the option
 * @param largeChange - part of the mean generalised cost above which the curve is integrated
 * @returns money of account a year; `none` where the market is not there or has no cost
 *
 * @example
 * ```ts
 * marketBenefit(before, after, 1 / 3).method; // 'rule of half'
 * ```
 */
export function marketBenefit(
  before: MarketYear | undefined,
  after: MarketYear | undefined,
  largeChange: number,
): MarketBenefit {
  const nothing = { method: 'none', total: 0, existing: 0, induced: 0, diverted: 0 } as const;
  if (!before || !after || before.logsum === null || after.logsum === null) return nothing;
  const use = {
    before: { volume: before.demand * secondsPerYear, cost: before.logsum },
    after: { volume: after.demand * secondsPerYear, cost: after.logsum },
  };
  if (use.before.volume === 0 || use.after.volume === 0) return nothing;
  const ways = Object.entries(after.alternatives);
  const isNew = ways.some(([id, { flow }]) => flow > 0 && (before.alternatives[id]?.flow ?? 0) === 0);
  const mean = Object.values(before.alternatives).reduce((sum, { share, generalised }) => sum + share * generalised, 0);
  const saving = before.logsum - after.logsum;
  const large = isNew || Math.abs(saving) > largeChange * mean;
  const found = large ? integratedBenefit(use, 'exponential') : ruleOfHalf(use);
  const existing = ways.reduce((sum, [id, way]) => {
    const was = before.alternatives[id];
    if (way.journeys.length === 0 || !was) return sum;
    return sum + Math.min(was.flow, way.flow) * secondsPerYear * (was.generalised - way.generalised);
  }, 0);
  const induced = found.changed;
  return {
    method: large ? 'integrated' : 'rule of half',
    total: found.total,
    existing,
    induced,
    diverted: found.total - existing - induced,
  };
}

/**
 * The users' gains of a year as accounts: a part stays at the origin, the rest goes to the destination.
 *
 * @param model - the corridor, for where markets begin and end
 * @param markets - with the do-minimum and with the option
 * @param of - `largeChange` as {@link marketBenefit}, `originPart` 0 to 1
 * @returns accounts, and the method by market
 * @example
 * ```ts
 * const { accounts, methods } = userAccounts(model, { before, after }, { largeChange: 1 / 3, originPart: 0.5 });
 * ```
 */
export function userAccounts(
  model: Model,
  markets: {
    readonly before: Readonly<Record<string, MarketYear>>;
    readonly after: Readonly<Record<string, MarketYear>>;
  },
  of: { readonly largeChange: number; readonly originPart: number },
): { readonly accounts: readonly Account[]; readonly methods: Readonly<Record<string, BenefitMethod>> } {
  const accounts: Account[] = [];
  const methods: Record<string, BenefitMethod> = {};
  for (const [id, after] of Object.entries(markets.after)) {
    const benefit = marketBenefit(markets.before[id], after, of.largeChange);
    methods[id] = benefit.method;
    const market = model.markets[id] ?? model.travel_markets[id];
    if (benefit.total === 0 || !market) continue;
    const group = after.kind === 'freight' ? 'shippers' : 'passengers';
    const ends = [
      { place: market.origin, part: of.originPart },
      { place: market.destination, part: 1 - of.originPart },
    ];
    for (const { place, part } of ends) {
      const country = model.zones[place]?.country ?? elsewhere;
      for (const who of ['existing', 'diverted', 'induced'] as const) {
        const value = part * benefit[who];
        if (value !== 0)
          accounts.push({ effect: `users: ${who}`, kind: 'benefit', group, country, where: place, value });
      }
    }
  }
  return { accounts, methods };
}
