/** Yields of each stage, each between 0 and 1. */
export interface ChainYields {
  /** Oxide in the ore. */
  readonly grade: number;
  /** Oxide in the concentrate. */
  readonly concentrateGrade: number;
  /** Part of the oxide of the ore that reaches the concentrate. */
  readonly beneficiation: number;
  /** Part of the oxide of the concentrate that is dissolved. */
  readonly leaching: number;
  /** Part of what is dissolved that is sold as separated oxide. */
  readonly separation: number;
  /** Part of the metal in oxide that is won. */
  readonly metal: number;
  /** Part of the alloy that ends in magnets. */
  readonly magnet: number;
  /** Rare-earth metal in the alloy of the magnets. */
  readonly metalInMagnet: number;
}

/** The elements of an ore. */
export interface OreElement {
  /** Share of the oxide, 0 to 1. */
  readonly share: number;
  /** Metal in a unit of its oxide; undefined for a group that is not made into metal. */
  readonly metalInOxide?: number;
  /** Whether its metal goes into magnets. */
  readonly magnetic: boolean;
}

/** Mass at each stage, in the unit of the ore. */
export interface ChainMasses {
  readonly ore: number;
  /** Oxide in the ore. */
  readonly contained: number;
  readonly concentrate: number;
  readonly concentrateOxide: number;
  readonly tailings: number;
  readonly leached: number;
  /** Separated oxides by element. */
  readonly oxides: Readonly<Record<string, number>>;
  readonly oxide: number;
  /** Oxide that is lost in tailings, leaching and separation. */
  readonly lost: number;
  /** Metal of the magnetic elements. */
  readonly metal: number;
  readonly magnets: number;
}

/**
 * Follows ore through the chain: how heavy it is at each stage. The mass that moves collapses on the way, so where
 * processing stands decides what a railway carries.
 *
 * @param ore - mass of ore, in any unit
 * @param yields - grades and recoveries
 * @param elements - what the oxide consists of, shares adding up to 1
 * @returns masses by stage, in the unit of the ore
 * @example
 * ```ts
 * const chain = processingChain(
 *   500_000,
 *   { grade: 0.05, concentrateGrade: 0.4, beneficiation: 0.7, leaching: 0.92, separation: 0.95, metal: 0.98, magnet: 0.75, metalInMagnet: 0.3 },
 *   { Nd: { share: 0.14, metalInOxide: 0.8574, magnetic: true }, rest: { share: 0.86, magnetic: false } },
 * );
 * chain.concentrate; // 43_750
 * Math.round(chain.oxide); // 15_295
 * ```
 */
export function processingChain(
  ore: number,
  yields: ChainYields,
  elements: Readonly<Record<string, OreElement>>,
): ChainMasses {
  const contained = ore * yields.grade;
  const concentrateOxide = contained * yields.beneficiation;
  const concentrate = yields.concentrateGrade > 0 ? concentrateOxide / yields.concentrateGrade : 0;
  const leached = concentrateOxide * yields.leaching;
  const oxide = leached * yields.separation;
  const oxides = Object.entries(elements).map(([id, { share }]) => [id, oxide * share] as const);
  const metal = oxides.reduce((sum, [id, mass]) => {
    const { magnetic, metalInOxide = 0 } = elements[id];
    return magnetic ? sum + mass * metalInOxide * yields.metal : sum;
  }, 0);
  return {
    ore,
    contained,
    concentrate,
    concentrateOxide,
    tailings: ore - concentrate,
    leached,
    oxides: Object.fromEntries(oxides),
    oxide,
    lost: contained - oxide,
    metal,
    magnets: yields.metalInMagnet > 0 ? (metal / yields.metalInMagnet) * yields.magnet : 0,
  };
}

/**
 * Price of the basket of oxides that one unit of mixed oxide holds.
 *
 * @param shares - share of each element, 0 to 1
 * @param prices - price of each oxide; an element without one counts as worth nothing
 * @returns price of the basket, and the part of it that each element makes
 * @example
 * ```ts
 * basketPrice({ Nd: 0.14, Ce: 0.86 }, { Nd: 60, Ce: 1 }).price.toFixed(2); // '9.26'
 * ```
 */
export function basketPrice(
  shares: Readonly<Record<string, number>>,
  prices: Readonly<Record<string, number>>,
): { price: number; parts: Readonly<Record<string, number>> } {
  const values = Object.entries(shares).map(([id, share]) => [id, share * (prices[id] ?? 0)] as const);
  const price = values.reduce((sum, [, value]) => sum + value, 0);
  return { price, parts: Object.fromEntries(values.map(([id, value]) => [id, price === 0 ? 0 : value / price])) };
}
