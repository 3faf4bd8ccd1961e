import type { EconomyResult } from '../economy/index.ts';
import type { LocatedGain } from './party-gains.ts';

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
