import type { Model } from '../corridor/index.ts';
import type { EconomyResult } from '../economy/index.ts';
import { type LocatedGain, type PartyGains, partyGains } from './party-gains.ts';

/**
 * Gains of an option by group, country and place, as present values.
 *
 * @param option - id of the option
 * @param economy - values by option
 * @example
 * ```ts
 * locatedGains(option, economy).filter(({ group }) => group === 'railways');
 * ```
 */
export function locatedGains(option: string, economy: EconomyResult): LocatedGain[] {
  const { effects, factors } = economy.options[option].main;
  return effects.map(({ group, country, where, values }) => ({
    group,
    country,
    where,
    value: values.reduce((sum, value, year) => sum + value * factors[year], 0),
  }));
}

/**
 * What an option brings each party, whoever pays for it.
 *
 * @param option - id of the option
 * @param model - of the do-minimum
 * @param economy - values by option
 * @throws RangeError where parties claim more than there is
 * @example
 * ```ts
 * gainsOf('new-line', model, economy).gains.east;
 * ```
 */
export function gainsOf(option: string, model: Model, economy: EconomyResult): PartyGains {
  return partyGains(model.parties, locatedGains(option, economy));
}
