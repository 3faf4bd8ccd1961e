import { buildingCarbon } from './building-carbon.ts';
import { capitalEffects } from './capital-effects.ts';
import { capitalItems, disruptionEffects, yearsLeft } from './capital-items.ts';
import type { TrafficComparison } from './compare-traffic.ts';
import type { EconomicComparison } from './cost-benefit.ts';
import type { EconomicOption } from './economic-option.ts';
import { type Effect, keyOf, overYears } from './effect.ts';
import { fibreEffects } from './fibre-effects.ts';
import type { MoneyOfAccount } from './money-of-account.ts';
import type { BenefitMethod } from './user-accounts.ts';

/** An option against the do-minimum. */
export interface OptionComparison extends EconomicComparison {
  /** How the users' benefit of each market was found, in the first year of operation. */
  readonly methods: Readonly<Record<string, BenefitMethod>>;
  /** Costs of which a part falls outside the years looked at. */
  readonly outside: ReturnType<typeof capitalEffects>['outside'];
}

/**
 * Compares an option with the do-minimum over the years of a horizon: what is built, what building disrupts and emits, and
 * what the traffic brings. Accounts of traffic are known for some years, and go in straight lines between them.
 *
 * @param option - the option
 * @param minimum - the do-minimum, with its own renewals and the committed rivals
 * @param of - `money` currencies, `lastYear` of the horizon, `traffic` as compared
 * @returns effects by year, ready for {@link costBenefit}
 * @throws RangeError of a currency without a rate
 * @example
 * ```ts
 * const value = costBenefit(compareOption(option, minimum, { money, lastYear: 2061, traffic }), convention).value;
 * ```
 */
export function compareOption(
  option: EconomicOption,
  minimum: EconomicOption,
  of: { readonly money: MoneyOfAccount; readonly lastYear: number; readonly traffic: TrafficComparison },
): OptionComparison {
  const { money, lastYear, traffic } = of;
  const { base } = money;
  const years = lastYear - base + 1;
  const { economy } = option.model;
  if (!economy) throw new RangeError('the corridor has no economy');
  const national = Object.fromEntries(
    Object.entries(economy.national).map(([country, { shadow_exchange, wage_factor }]) => [
      country,
      { shadowExchange: shadow_exchange, wageFactor: wage_factor },
    ]),
  );
  const [items, ofMinimum] = [capitalItems(option, money), capitalItems(minimum, money)];
  const [with_, without] = [items, ofMinimum].map((built) => capitalEffects(built, { base, years, national }));
  const nodes = traffic.nodes.map(({ year, accounts }) => ({ year: year - base, accounts }));
  const effects = merged([
    ...with_.effects,
    ...negative(without.effects),
    ...overYears(nodes, years),
    ...disruptionEffects(option, money, years),
    ...negative(disruptionEffects(minimum, money, years)),
    ...buildingCarbon(option, items, { base, years }),
    ...negative(buildingCarbon(minimum, ofMinimum, { base, years })),
    ...fibreEffects(option, money, years),
    ...negative(fibreEffects(minimum, money, years)),
  ]);
  return {
    base,
    opening: option.opens,
    effects,
    remaining: [...with_.remaining, ...without.remaining.map((left) => ({ ...left, value: -left.value }))],
    remainingYears: yearsLeft(items, lastYear),
    shadowExchange: Object.fromEntries(Object.entries(national).map(([id, prices]) => [id, prices.shadowExchange])),
    methods: traffic.methods,
    outside: with_.outside,
  };
}

function negative(effects: readonly Effect[]): Effect[] {
  return effects.map((effect) => ({ ...effect, values: effect.values.map((value) => -value) }));
}

/** Effects that agree in all but their values, as one. */
function merged(effects: readonly Effect[]): Effect[] {
  const found = new Map<string, Effect>();
  for (const effect of effects) {
    const key = keyOf(effect);
    const before = found.get(key);
    const values = before ? before.values.map((value, year) => value + (effect.values[year] ?? 0)) : effect.values;
    found.set(key, { ...effect, values });
  }
  return [...found.values()].filter(({ values }) => values.some((value) => value !== 0));
}
