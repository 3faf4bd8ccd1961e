import type { EconomicOption, EconomicSetting } from './economic-option.ts';
import { type Account, gathered } from './effect.ts';
import { trafficAccounts } from './traffic-accounts.ts';
import { trafficPrices } from './traffic-prices.ts';
import { trafficOf } from './traffic-year.ts';
import { type BenefitMethod, userAccounts } from './user-accounts.ts';

/** What the traffic of an option brings against the do-minimum, in the years in which demand was worked out. */
export interface TrafficComparison {
  readonly nodes: readonly { readonly year: number; readonly accounts: readonly Account[] }[];
  /** How the users' benefit of each market was found, in the first year of operation. */
  readonly methods: Readonly<Record<string, BenefitMethod>>;
}

/** The traffic of an option in a year with its accounts. */
interface TrafficAccounts {
  readonly markets: ReturnType<ReturnType<typeof trafficOf>>['markets'];
  readonly accounts: readonly Account[];
}

/**
 * Makes the comparison of traffic ready for many options against one do-minimum, whose accounts are made once a year.
 *
 * @param setting - currencies and harm; prices are those of the do-minimum for all
 * @param minimum - the do-minimum
 * @returns what the traffic of an option brings, from its opening on
 * @example
 * ```ts
 * const compare = trafficComparer(setting, minimum);
 * compare(option).nodes.map(({ year }) => year); // [2032, 2042, 2062]
 * ```
 */
export function trafficComparer(
  setting: EconomicSetting,
  minimum: EconomicOption,
): (option: EconomicOption) => TrafficComparison {
  const accountsOf = (option: EconomicOption) => {
    const traffic = trafficOf(option, setting.intensities);
    const known = new Map<number, TrafficAccounts>();
    return (year: number): TrafficAccounts => {
      const before = known.get(year);
      if (before) return before;
      const of = traffic(year);
      const accounts = trafficAccounts(of, trafficPrices(option.model, year, setting));
      const found = { markets: of.markets, accounts };
      known.set(year, found);
      return found;
    };
  };
  const without = accountsOf(minimum);
  return (option) => {
    const { economy } = option.model;
    if (!economy) throw new RangeError('the corridor has no economy');
    const with_ = accountsOf(option);
    const methods: Record<string, BenefitMethod> = {};
    const nodes = yearsOf(option, minimum).map((year) => {
      const [after, before] = [with_(year), without(year)];
      const users = userAccounts(
        option.model,
        { before: before.markets, after: after.markets },
        { largeChange: economy.large_change, originPart: economy.origin_part },
      );
      if (year === option.opens) Object.assign(methods, users.methods);
      const less = before.accounts.map((account) => ({ ...account, value: -account.value }));
      return { year, accounts: gathered([...users.accounts, ...after.accounts, ...less]) };
    });
    return { nodes, methods };
  };
}

/** The opening, and every later year in which demand was worked out under either. */
function yearsOf({ opens, demand }: EconomicOption, minimum: EconomicOption): number[] {
  const known = [...demand.years, ...minimum.demand.years].map(({ year }) => year);
  return [...new Set([opens, ...known])].filter((year) => year >= opens).sort((a, b) => a - b);
}
