import type { Quantity } from '../corridor/index.ts';
import { secondsPerYear, trackBodyOf } from '../demand/index.ts';
import type { CapitalItem } from './capital-effects.ts';
import type { EconomicOption } from './economic-option.ts';
import type { Effect } from './effect.ts';
import { inAccount, type MoneyOfAccount } from './money-of-account.ts';

/**
 * What an option builds and buys, in money of account.
 *
 * @param option - with its corridor as drawn and as stated
 * @param money - currencies
 * @returns items at prices of the base year, contingency included
 * @throws RangeError of a currency without a rate
 * @example
 * ```ts
 * capitalItems(option, money).map(({ cost }) => cost);
 * ```
 */
export function capitalItems({ model, stated }: EconomicOption, money: MoneyOfAccount): CapitalItem[] {
  return Object.entries(model.capital).map(([id, item]) => ({
    id,
    kind: item.kind,
    country: item.country,
    cost: inAccount(item.cost, stated.capital[id].cost as Quantity, money, stated) * (1 + (item.contingency ?? 0)),
    begins: item.begins,
    ends: item.ends,
    life: item.life ?? null,
    maintenance: item.maintenance ?? 0,
    tax: item.tax ?? 0,
    unskilled: item.unskilled ?? 0,
    traded: item.traded ?? 0,
    where: item.lines?.[0] ?? null,
    body: trackBodyOf(model, { country: item.country, line: item.lines?.[0] ?? null }),
  }));
}

/**
 * What building costs those who use the railway meanwhile.
 *
 * @param option - with its corridor as drawn and as stated
 * @param money - currencies
 * @param years - length of the appraisal from the base year on
 * @throws RangeError of a currency without a rate
 * @example
 * ```ts
 * disruptionEffects(option, money, 40).map(({ values }) => values);
 * ```
 */
export function disruptionEffects({ model, stated }: EconomicOption, money: MoneyOfAccount, years: number): Effect[] {
  return Object.entries(model.disruptions).map(([id, { country, cost, begins, ends }]) => {
    const aYear = inAccount(cost, stated.disruptions[id].cost as Quantity, money, stated) * secondsPerYear;
    const values = Array.from({ length: years }, (_, at) => {
      const year = money.base + at;
      return year >= begins && year <= ends ? -aYear : 0;
    });
    return { effect: 'disruption', kind: 'benefit', group: 'shippers', country, where: null, values };
  });
}

/**
 * Years that what was built lasts beyond a year, by its cost.
 *
 * @param items - what is built
 * @param lastYear - the year
 * @returns whole years; 0 where nothing that is renewed was built by then
 * @example
 * ```ts
 * yearsLeft([{ cost: 100, ends: 2030, life: 60 }], 2060); // 30
 * ```
 */
export function yearsLeft(items: readonly Pick<CapitalItem, 'cost' | 'ends' | 'life'>[], lastYear: number): number {
  let years = 0;
  let cost = 0;
  for (const item of items) {
    if (item.life === null || lastYear < item.ends) continue;
    years += item.cost * (item.life - ((lastYear - item.ends) % item.life));
    cost += item.cost;
  }
  return cost > 0 ? Math.round(years / cost) : 0;
}
