/** A way of shipping in the inventory-theoretic model. */
export interface ShippingWay {
  /** Freight rate, money a tonne. */
  readonly rate: number;
  /** Mean time under way, days. */
  readonly transitDays: number;
  /** Days between shipments. */
  readonly cycleDays: number;
}

/** What is shipped in a year, and what holding it costs. */
export interface ShippedGoods {
  /** Tonnes a year. */
  readonly annualTonnes: number;
  /** Money a tonne. */
  readonly price: number;
  /** Cost of holding stock a year, as a part of its value. */
  readonly holdingRate: number;
  /** Safety factor of the stock against running out. */
  readonly safetyFactor: number;
}

/**
 * Total logistics cost of a year: C = r D + u t D + w s D / 2 + w k √((s + t) D), with freight, goods under way, cycle
 * stock and safety stock for Poisson demand (Baumol and Vinod 1970, eq. 4). It is why dear goods prefer speed.
 *
 * @param goods - what is shipped
 * @param way - the way it is shipped
 * @returns money a year
 * @example
 * ```ts
 * const goods = { annualTonnes: 10_000, price: 1000, holdingRate: 0.18, safetyFactor: 1.6449 };
 * logisticsCost(goods, { rate: 30, transitDays: 9, cycleDays: 7 }); // 367 843 money a year
 * ```
 */
export function logisticsCost(goods: ShippedGoods, way: ShippingWay): number {
  const { annualTonnes, price, holdingRate, safetyFactor } = goods;
  const holding = holdingRate * price;
  const [transit, cycle] = [way.transitDays / 365, way.cycleDays / 365];
  const stock = transit * annualTonnes + (cycle * annualTonnes) / 2;
  return way.rate * annualTonnes + holding * (stock + safetyFactor * Math.sqrt((cycle + transit) * annualTonnes));
}
