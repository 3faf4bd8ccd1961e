import { accessCharges, type Effect } from '../economy/index.ts';
import type { Series } from './figure.ts';
import { series } from './figures.ts';

/** Upkeep that access charges are compared with. */
const upkeep = new Set(['upkeep of lines', 'maintenance']);

/**
 * What bodies that keep the track up get in access charges more than with the do-minimum, beside what keeping it up costs
 * them more: present values by country.
 *
 * @param effects - of an option, in the prices of its convention
 * @param factors - discount factor of each year
 * @param of - name of a country, unit of money and what it is of one, key of the trace
 * @returns country, access charges, upkeep, the part of it that charges recover; no rows where railways own their track
 * @example
 * ```ts
 * accessSeries(main.effects, main.factors, { named, unit: 'MUSD', per: 1e6, rests }).columns[1].values; // [11.3]
 * ```
 */
export function accessSeries(
  effects: readonly Effect[],
  factors: readonly number[],
  of: {
    readonly named: (country: string) => string;
    readonly unit: string;
    readonly per: number;
    readonly rests: string;
  },
): Series {
  const own = effects.filter(({ group }) => group === 'infrastructure managers');
  const countries = [...new Set(own.map(({ country }) => country))];
  const worth = (country: string, chosen: (effect: string) => boolean) =>
    own
      .filter((effect) => effect.country === country && chosen(effect.effect))
      .reduce((sum, { values }) => sum + values.reduce((all, value, year) => all + value * factors[year], 0), 0) /
    of.per;
  const charges = countries.map((country) => worth(country, (effect) => effect === accessCharges));
  const costs = countries.map((country) => -worth(country, (effect) => upkeep.has(effect)));
  return series(
    [
      ['country', null, countries.map(of.named)],
      ['access charges', of.unit, charges],
      ['upkeep', of.unit, costs],
      ['recovered', '1', charges.map((charge, i) => (costs[i] > 0 ? charge / costs[i] : null))],
    ],
    of.rests,
  );
}
