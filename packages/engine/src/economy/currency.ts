import { needAboveZero } from '../numerics/ranges.ts';

/** How prices of a currency move: the change into each year, the last one going on. */
export interface PricePath {
  /** Year in which the index is 1. */
  readonly base: number;
  /** Change a year, from the year after the base on; above −1. */
  readonly inflation: readonly number[];
  /** Change a year up to the base; the first of `inflation` when left out. */
  readonly before?: number;
}

/**
 * Price index of a year, 1 in the base year. Before it prices are taken back at the change up to the base.
 *
 * @param path - base year and changes
 * @param year - whole, before or after the base year
 * @throws RangeError of no change, and of one of −100 % or less
 *
 * @example
 * ```ts
 * priceIndex({ base: 2025, inflation: [0.04, 0.03] }, 2028); // 1.103336
 * ```
 */
export function priceIndex({ base, inflation, before = inflation[0] }: PricePath, year: number): number {
  if (inflation.length === 0) throw new RangeError('the price path holds no change');
  for (const change of inflation) {
    if (!(change > -1 && change < Infinity))
      throw new RangeError(`change of prices is ${change}, expected more than −1`);
  }
  let index = 1;
  for (let at = base + 1; at <= year; at++) index *= 1 + inflation[Math.min(at - base, inflation.length) - 1];
  for (let at = base; at > year; at--) index /= 1 + before;
  return index;
}

/** The money of a country: its prices, and what it costs in the currency of account. */
export interface CurrencyPath {
  readonly code: string;
  readonly prices: PricePath;
  /** Units of it for one unit of the currency of account, in the base year. */
  readonly rate: number;
  /** Change a year of its real exchange rate: above 0 it loses worth beyond the difference of prices. */
  readonly realDepreciation: number;
}

/**
 * Exchange rate of a year: relative purchasing-power parity with a real drift,
 * `e_t = e_0 · (P_t / P*_t) · (1 + d)^(t − base)`.
 *
 * Source: textbook; relative purchasing-power parity.
 *
 * @param currency - whose units are counted
 * @param account - price path of the currency of account, of the same base year
 * @param year - from the base year on
 * @returns units of the currency for one of account
 * @throws RangeError of different base years
 *
 * @example
 * ```ts
 * const prices = { base: 2025, inflation: [0.04] };
 * const vnd = { code: 'VND', prices, rate: 26_000, realDepreciation: 0 };
 * exchangeRate(vnd, { base: 2025, inflation: [0.02] }, 2026); // 26509.804
 * ```
 */
export function exchangeRate(currency: CurrencyPath, account: PricePath, year: number): number {
  needAboveZero(currency.rate, `exchange rate of ${currency.code}`);
  if (currency.prices.base !== account.base) {
    throw new RangeError(`prices of ${currency.code} have the base ${currency.prices.base}, expected ${account.base}`);
  }
  let drift = 1;
  for (let at = account.base; at < year; at++) drift *= 1 + currency.realDepreciation;
  return currency.rate * (priceIndex(currency.prices, year) / priceIndex(account, year)) * drift;
}

/**
 * What a loan in foreign money costs a year in one's own when that loses worth evenly: `(1 + i)(1 + e) − 1`, whatever the
 * profile of repayment.
 *
 * Source: covered in any textbook of international finance.
 *
 * @param rate - interest of the loan a year
 * @param depreciation - rise a year of the price of the foreign currency
 *
 * @example
 * ```ts
 * localCost(0.02, 0.03); // 0.0506
 * ```
 */
export function localCost(rate: number, depreciation: number): number {
  return (1 + rate) * (1 + depreciation) - 1;
}
