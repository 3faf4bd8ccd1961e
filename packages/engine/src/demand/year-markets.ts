import type { Model } from '../corridor/index.ts';
import type { Calibration } from './calibration.ts';
import { type OfferedWays, offeredWays } from './choose-way.ts';
import { growthFactor } from './growth.ts';
import { type Market, marketsOf } from './markets.ts';
import { prepareChoice, type Sent } from './prepared-choice.ts';
import type { Supply } from './supply.ts';

/** What is asked of the markets of a year, whatever the service. */
export interface YearQuestion {
  readonly model: Model;
  readonly year: number;
  readonly calibration: Calibration;
  /** Demand of markets that others decide, such as mines; kg/s by market, in place of the grown demand. */
  readonly offers?: Readonly<Record<string, number>>;
}

/** The markets of a year, made ready for being asked at any number of services. */
export interface YearMarkets {
  readonly model: Model;
  readonly markets: readonly YearMarket[];
}

interface YearMarket {
  readonly market: Market;
  readonly calibrated: Calibration[string];
  /** Demand at the generalised cost of the base year, kg/s or person/s. */
  readonly reference: number;
}

/** A market in the year looked at, with the ways it can take. */
export interface Asked {
  readonly market: Market;
  /** Demand at the generalised cost of the base year, kg/s or person/s. */
  readonly reference: number;
  readonly offered: OfferedWays;
  readonly sends: (availability: ArrayLike<number>) => Sent;
  /** Place of its first way among those of all markets. */
  readonly first: number;
}

/**
 * Makes the markets of a year ready: how large they are and which ways they know.
 *
 * @param question - corridor, year, constants, and what others decide
 * @returns the markets, goods first
 * @example
 * ```ts
 * const markets = marketsIn({ model, year: 2040, calibration });
 * ```
 */
export function marketsIn({ model, year, calibration, offers }: YearQuestion): YearMarkets {
  const markets = marketsOf(model).map((market): YearMarket => {
    const grown = market.base * growthFactor(Object.values(market.growth), model.corridor.base_year, year);
    return { market, calibrated: withAlike(market, calibration[market.id]), reference: offers?.[market.id] ?? grown };
  });
  return { model, markets };
}

/** Constants with those of ways that are not there in the base year and take that of the one they are `like`. */
function withAlike({ ways }: Market, calibrated: Calibration[string]): Calibration[string] {
  const { constants } = calibrated;
  const alike = Object.entries(ways).flatMap(([id, { like }]) =>
    like !== undefined && Object.hasOwn(constants, like) ? [[id, constants[like]] as const] : [],
  );
  return { ...calibrated, constants: { ...Object.fromEntries(alike), ...constants } };
}

/**
 * The markets of a year with the ways that a service offers them.
 *
 * @param markets - the markets
 * @param supply - what the network offers
 * @returns one entry a market, in their order
 * @example
 * ```ts
 * askedAt(marketsIn(question), supply)[0].sends([1, 1]).demand; // kg/s with room on both ways
 * ```
 */
export function askedAt({ model, markets }: YearMarkets, supply: Supply): Asked[] {
  let first = 0;
  return markets.map(({ market, calibrated, reference }): Asked => {
    const { ways, nests } = offeredWays(model, market, supply);
    const offered = { ways: ways.filter(({ id }) => Object.hasOwn(calibrated.constants, id)), nests };
    const sends = prepareChoice(market, offered, calibrated, reference);
    const one = { market, reference, offered, sends, first };
    first += offered.ways.length;
    return one;
  });
}
