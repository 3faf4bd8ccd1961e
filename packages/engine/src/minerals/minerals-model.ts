import type { Drawn, mineralsTable } from '../corridor/index.ts';

/** The minerals of a corridor in one draw: plain numbers in SI units, masses a second, money a kg. */
export type MineralsModel = Drawn<typeof mineralsTable>;

/** One measure of a policy or a disruption. */
export type Measure = MineralsModel['policies'][string]['measures'][string];

/** A mine, a plant, a region of the market. */
export type Mine = MineralsModel['mines'][string];
export type Plant = MineralsModel['plants'][string];
export type Region = MineralsModel['regions'][string];

/** Seconds of a year, as units of the corridor's files count it. */
export const year = 31_557_600;

/** How the world stands in one evaluation of the market. */
export interface WorldState {
  /** Whether goods may use the railway. */
  readonly railway: boolean;
  /** Whether plants whose technology is withheld can be built: always, never, or as the measures say. */
  readonly technology: 'given' | 'withheld' | 'as the measures say';
  readonly measures: readonly Measure[];
  /** Borders that nothing crosses by land. */
  readonly closed: readonly string[];
}

/**
 * Shares of all elements in the oxide of a mine; what the mine does not state is the rest.
 *
 * @param minerals - the minerals of the corridor
 * @param mine - id of the mine
 * @returns the shares by element, adding up to 1
 * @example
 * ```ts
 * sharesOf(minerals, 'quarry').rest; // 0.02
 * ```
 */
export function sharesOf(minerals: MineralsModel, mine: string): Record<string, number> {
  const stated = Object.entries(minerals.mines[mine].shares).map(([id, { share }]) => [id, share] as const);
  const named = stated.filter(([id]) => id !== minerals.rest);
  const total = named.reduce((sum, [, share]) => sum + share, 0);
  return { ...Object.fromEntries(named), [minerals.rest]: Math.max(0, 1 - total) };
}

/**
 * Price of the oxides in a unit of mixed oxide of a mine.
 *
 * @param minerals - the minerals of the corridor
 * @param mine - id of the mine
 * @param prices - price by element, money/kg; the reference prices when left out
 * @returns money/kg
 * @example
 * ```ts
 * basketOf(minerals, 'quarry'); // 9.4
 * ```
 */
export function basketOf(
  minerals: MineralsModel,
  mine: string,
  prices: Readonly<Record<string, number>> = referencePrices(minerals),
): number {
  return Object.entries(sharesOf(minerals, mine)).reduce((sum, [id, share]) => sum + share * (prices[id] ?? 0), 0);
}

/**
 * The prices at which demand is as stated.
 *
 * @param minerals - the minerals of the corridor
 * @returns money/kg by element
 * @example
 * ```ts
 * referencePrices(minerals).neodymium; // 60
 * ```
 */
export function referencePrices(minerals: MineralsModel): Record<string, number> {
  return Object.fromEntries(Object.entries(minerals.elements).map(([id, { price }]) => [id, price]));
}
