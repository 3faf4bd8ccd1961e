import { trackBodyOf } from '../demand/index.ts';
import type { EconomicOption } from './economic-option.ts';
import type { Effect } from './effect.ts';
import { inAccount, type MoneyOfAccount } from './money-of-account.ts';

/**
 * What fibre along the line brings from the opening on: rent to those whose the track is in the countries in which it lies, paid by
 * those who carry data there; and what it carries that else would not be carried, at its worth in the year of opening,
 * though traffic grows.
 *
 * @param option - with what its fibre brings
 * @param money - currencies
 * @param years - looked at
 * @returns effects; none where nothing is laid
 * @example
 * ```ts
 * fibreEffects(option, money, 37).find(({ kind }) => kind === 'revenue')?.values;
 * ```
 */
export function fibreEffects(
  { model, telecom, stated, opens }: EconomicOption,
  money: MoneyOfAccount,
  years: number,
): Effect[] {
  const { fibre, worth } = stated.telecom ?? {};
  if (!telecom?.fibre || !fibre) return [];
  const fromOpening = (value: number) =>
    Array.from({ length: years }, (_, year) => (money.base + year >= opens ? value : 0));
  const rents = Object.entries(telecom.fibre.countries).flatMap(([country, { rent }]): Effect[] => {
    const value = inAccount(rent, fibre.lease, money, stated);
    const of = { effect: 'rent of fibre', country, where: null };
    return [
      { ...of, kind: 'revenue', group: trackBodyOf(model, { country }), values: fromOpening(value) },
      { ...of, kind: 'benefit', group: 'carriers of data', values: fromOpening(-value) },
    ];
  });
  const carried = worth === undefined ? 0 : inAccount(telecom.carriedMore.worth, worth, money, stated);
  if (carried === 0) return rents;
  const gained: Effect = {
    effect: 'data that is carried',
    kind: 'benefit',
    group: 'carriers of data',
    country: telecom.home,
    where: null,
    values: fromOpening(carried),
  };
  return [...rents, gained];
}
