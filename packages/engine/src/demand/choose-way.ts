import type { Model } from '../corridor/index.ts';
import { chooseNested } from './choice/nested-logit.ts';
import type { CalibratedMarket, CostParts } from './demand-outcome.ts';
import { costOf, generalised, type Market } from './markets.ts';
import type { Supply } from './supply.ts';
import { type WayService, wayService } from './ways.ts';

/** A way that a market can take. */
export interface OfferedWay {
  readonly id: string;
  /** Index of its nest. */
  readonly nest: number;
  readonly service: WayService;
  readonly cost: CostParts;
}

/** The ways a market can take, and the dissimilarity parameters of their nests. */
export interface OfferedWays {
  readonly ways: readonly OfferedWay[];
  readonly nests: readonly number[];
}

/**
 * The ways that a market can take: those whose links and journeys all exist and arrive.
 *
 * @param model - the corridor as drawn
 * @param market - the market
 * @param supply - what the network offers
 * @returns the ways with service, cost and nest; a way without a nest is one of its own
 * @example
 * ```ts
 * offeredWays(model, market, supply).ways.map(({ id }) => id);
 * ```
 */
export function offeredWays(model: Model, market: Market, supply: Supply): OfferedWays {
  const nests: number[] = [];
  const index = new Map<string, number>();
  const nestOf = (name: string | undefined) => {
    const known = name === undefined ? undefined : index.get(name);
    if (known !== undefined) return known;
    if (name !== undefined) index.set(name, nests.length);
    nests.push(name === undefined ? 1 : model.nests[name].dissimilarity);
    return nests.length - 1;
  };
  const ways = Object.entries(market.ways).flatMap(([id, { nest }]): OfferedWay[] => {
    const passage = supply.passages[`${market.id}/${id}`];
    const service = wayService(model, id, market.kind, supply, { passage });
    return service ? [{ id, nest: nestOf(nest), service, cost: costOf(market, service) }] : [];
  });
  return { ways, nests };
}

/** What a market chooses. */
export interface Choice {
  /** Share by way id. */
  readonly shares: Readonly<Record<string, number>>;
  /** Expected generalised cost of the best way, money per kg or per person. */
  readonly logsum: number;
}

/**
 * The choice of a market among the ways offered: a nested logit with utility V = c − λ G, and the appeal an option adds.
 *
 * @param market - the market
 * @param offered - ways it can take, at least one
 * @param constants - its constants by way id
 * @param availability - part of what wants a way that finds room, by way id; 1 where left out
 * @returns shares and logsum
 * @example
 * ```ts
 * choose(market, offeredWays(model, market, supply), calibration.fruit.constants).shares['by-rail'];
 * ```
 */
export function choose(
  market: Market,
  { ways, nests }: OfferedWays,
  constants: CalibratedMarket['constants'],
  availability: Readonly<Record<string, number>> = {},
): Choice {
  const alternatives = ways.map(({ id, nest, cost }) => ({
    utility: (constants[id] ?? 0) + (market.ways[id].appeal ?? 0) - market.sensitivity * generalised(cost),
    nest,
    availability: availability[id] ?? 1,
  }));
  const { probabilities, logsum } = chooseNested({ alternatives, nests });
  return {
    shares: Object.fromEntries(ways.map(({ id }, i) => [id, probabilities[i]])),
    logsum: -logsum / market.sensitivity,
  };
}
