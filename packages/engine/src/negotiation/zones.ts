import type { Model } from '../corridor/index.ts';
import { type EconomyResult, isRailway, residualEffect } from '../economy/index.ts';
import { type AgreementZone, agreementZone } from './agreement-zone.ts';
import type { Allocation } from './coalitions.ts';
import { gainsOf } from './located-gains.ts';

/**
 * For every two parties that pay for building: which shares of all capital cost both would accept.
 *
 * @param option - id of the option
 * @param model - of the do-minimum
 * @param economy - values by option
 * @param own - what the option brings each party, as {@link gainsOf} finds it
 * @example
 * ```ts
 * zonesOf('new-line', model, economy).map(({ low, high }) => [low, high]);
 * ```
 */
export function zonesOf(
  id: string,
  model: Model,
  economy: EconomyResult,
  own: Allocation = gainsOf(id, model, economy).gains,
): AgreementZone[] {
  const { effects, factors } = economy.options[id].main;
  const costOf = (countries: readonly string[]) =>
    -effects
      .filter(
        ({ kind, group, effect, country }) =>
          kind === 'capital' && isRailway(group) && effect !== residualEffect && countries.includes(country),
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
