import { type Corridor, currencyOf, type Model, type Quantity } from '../corridor/index.ts';
import { type CurrencyPath, type PricePath, priceIndex } from './currency.ts';

/** Turns money of any currency and date into money of account at the prices of the base year. */
export interface MoneyOfAccount {
  readonly account: string;
  readonly base: number;
  /** Paths by code, that of account among them. */
  readonly currencies: Readonly<Record<string, CurrencyPath>>;
}

/**
 * The currencies of a corridor as paths of prices and exchange rates.
 *
 * @param model - the corridor as drawn
 * @returns paths by code, or null for a corridor without an economy
 * @example
 * ```ts
 * moneyOfAccount(model)?.account; // 'USD'
 * ```
 */
export function moneyOfAccount(model: Model): MoneyOfAccount | null {
  if (!model.economy) return null;
  const base = model.corridor.base_year;
  const currencies = Object.values(model.currencies).map(({ code, rate, prices, real_depreciation }): CurrencyPath => {
    const periods = Object.values(prices);
    const rateIn = (year: number) =>
      (periods.find(({ until }) => until >= year) ?? periods[periods.length - 1])?.rate ?? 0;
    const last = Math.max(base + 1, ...periods.map(({ until }) => until)) + 1;
    const path: PricePath = {
      base,
      inflation: Array.from({ length: last - base }, (_, index) => rateIn(base + 1 + index)),
      before: rateIn(base),
    };
    return { code, prices: path, rate, realDepreciation: real_depreciation ?? 0 };
  });
  return {
    account: model.currencies[model.economy.currency].code,
    base,
    currencies: Object.fromEntries(currencies.map((currency) => [currency.code, currency])),
  };
}

/**
 * An amount in money of account at the prices of the base year: brought to the base year by the prices of its own
 * currency, then changed at the rate of the base year.
 *
 * @param value - amount as drawn, in the currency of its quantity
 * @param stated - the quantity, for its currency and the date of its prices
 * @param money - currencies
 * @param corridor - for the date of prices that state none
 * @throws RangeError of a currency without a rate
 *
 * @example
 * ```ts
 * inAccount(203_231e9, stated.capital['new-line'].cost, money, stated); // 7.7e9
 * ```
 */
export function inAccount(value: number, stated: Quantity, money: MoneyOfAccount, corridor: Corridor): number {
  const code = currencyOf(stated.dimension) ?? money.account;
  const currency = money.currencies[code];
  if (!currency) throw new RangeError(`no exchange rate is given for ${code}`);
  const year = Number((stated.prices ?? corridor.corridor.prices).slice(0, 4));
  return value / priceIndex(currency.prices, year) / currency.rate;
}
