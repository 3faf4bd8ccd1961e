import { exp, normalQuantile } from '../numerics/index.ts';
import { basketOf, type MineralsModel, sharesOf } from './minerals-model.ts';

/** How far the price of a basket of oxides moves in a year. */
export interface BasketRisk {
  /** Price of the oxides in a kg of mixed oxide, money/kg. */
  readonly price: number;
  /** Standard deviation of the yearly change of its logarithm. */
  readonly volatility: number;
  /** Price that one year in ten falls below, and one in ten exceeds, seen from a year before. */
  readonly low: number;
  readonly high: number;
  /** Part of the price that each element makes. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * Carries the volatility of element prices into the price of a mine's basket: logarithms of prices move jointly with one
 * correlation, and the basket's share-weighted volatility follows to first order.
 *
 * Source: delta method; J. C. Hull, Options, Futures, and Other Derivatives, chapter on value at risk.
 *
 * @param minerals - the minerals of the corridor
 * @param mine - id of the mine
 * @param prices - price by element, money/kg
 * @returns price, volatility and the range of one year
 * @example
 * ```ts
 * const { low, high } = basketRisk(minerals, 'quarry', prices); // low < price < high
 * ```
 */
export function basketRisk(
  minerals: MineralsModel,
  mine: string,
  prices: Readonly<Record<string, number>>,
): BasketRisk {
  const price = basketOf(minerals, mine, prices);
  const parts = Object.fromEntries(
    Object.entries(sharesOf(minerals, mine)).map(
      ([id, share]) => [id, price > 0 ? (share * (prices[id] ?? 0)) / price : 0] as const,
    ),
  );
  let variance = 0;
  for (const [a, partA] of Object.entries(parts)) {
    for (const [b, partB] of Object.entries(parts)) {
      const together = a === b ? 1 : minerals.price_correlation;
      variance += partA * partB * minerals.elements[a].volatility * minerals.elements[b].volatility * together;
    }
  }
  const volatility = Math.sqrt(Math.max(0, variance));
  const move = normalQuantile(0.9) * volatility;
  return { price, volatility, low: price * exp(-move), high: price * exp(move), parts };
}
