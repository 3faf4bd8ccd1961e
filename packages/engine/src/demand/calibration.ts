import type { Model } from '../corridor/index.ts';
import { constantsFromShares } from './choice/nested-logit.ts';
import { choose, type OfferedWays, offeredWays } from './choose-way.ts';
import type { CalibratedMarket } from './demand-outcome.ts';
import { costOf, generalised, type Market, marketsOf } from './markets.ts';
import type { Supply } from './supply.ts';
import { wayService } from './ways.ts';

/** Constants of each market, and the mean cost that its elasticity refers to. */
export type Calibration = Readonly<Record<string, CalibratedMarket & { readonly meanCost: number | null }>>;

/**
 * Solves the constants of every market, so that at the service under which its shares were observed it chooses exactly
 * those shares.
 *
 * @param model - the corridor of the base year, as drawn
 * @param supply - what its network offers at the base-year flows
 * @returns the constants by market, its logsum and mean generalised cost at the service of the base year (null where no way is left)
 * @example
 * ```ts
 * const calibration = calibrate(present, supply);
 * calibration.fruit.constants['by-rail']; // −1.3
 * ```
 */
export function calibrate(model: Model, supply: Supply): Calibration {
  return Object.fromEntries(marketsOf(model).map((market) => [market.id, calibrateMarket(model, market, supply)]));
}

function calibrateMarket(model: Model, market: Market, supply: Supply) {
  const offered = offeredWays(model, market, supply);
  const seen = offered.ways.filter(({ id }) => market.ways[id].share > 0);
  const total = seen.reduce((sum, { id }) => sum + market.ways[id].share, 0);
  const solved = constantsFromShares(
    seen.map(({ id, nest, cost }) => ({
      share: market.ways[id].share / total,
      rest: -market.sensitivity * (generalised(cost) + dearerThen(model, market, id, supply)),
      nest,
    })),
    offered.nests,
  );
  const constants: Record<string, number> = Object.fromEntries(seen.map(({ id }, i) => [id, solved[i]]));
  return { constants, ...atService(market, offered, constants) };
}

/** How much more a way cost than in the base year when its share was observed. */
function dearerThen(model: Model, market: Market, id: string, supply: Supply): number {
  const { rates, kind, ways } = market;
  const { time = 0, deviation = 0, charge = 0, departures } = ways[id].when_observed ?? {};
  const passage = supply.passages[`${market.id}/${id}`];
  const then = wayService(model, id, kind, supply, { passage, departures });
  const now = wayService(model, id, kind, supply, { passage });
  const rarer = then && now ? generalised(costOf(market, then)) - generalised(costOf(market, now)) : 0;
  return rarer + charge + (rates.time + rates.inventory + rates.spoilage) * time + rates.reliability * deviation;
}

function atService(market: Market, offered: OfferedWays, constants: Readonly<Record<string, number>>) {
  const known = { ...offered, ways: offered.ways.filter(({ id }) => Object.hasOwn(constants, id)) };
  if (known.ways.length === 0) return { logsum: null, meanCost: null };
  const { shares, logsum } = choose(market, known, constants);
  const meanCost = known.ways.reduce((sum, { id, cost }) => sum + shares[id] * generalised(cost), 0);
  return { logsum, meanCost };
}
