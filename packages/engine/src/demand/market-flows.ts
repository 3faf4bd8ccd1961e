import type { Model } from '../corridor/index.ts';
import type { AlternativeFlow, MarketYear } from './demand-outcome.ts';
import { generalised } from './markets.ts';
import type { Sent } from './prepared-choice.ts';
import { availabilityOf, shareRoom } from './scarce-room.ts';
import type { Supply } from './supply.ts';
import { type Asked, askedAt, marketsIn, type YearMarkets, type YearQuestion } from './year-markets.ts';

/** What is asked of the markets at one service. */
export interface MarketQuestion extends YearQuestion {
  readonly supply: Supply;
}

/**
 * All markets of a year at a given service: each chooses among the ways offered to it, grows or shrinks with the mean
 * cost of the best, and shares the room of elements of the chain that are full.
 *
 * @param question - corridor, year, service, constants, and what others decide
 * @returns markets by id; a market that no way is left to sends nothing
 * @example
 * ```ts
 * const { fruit } = marketFlows({ model, year: 2040, supply, calibration });
 * fruit.alternatives['by-rail'].flow; // kg/s
 * ```
 */
export function marketFlows(question: MarketQuestion): Record<string, MarketYear> {
  return marketsAt(marketsIn(question), question.supply);
}

/**
 * The same for markets that are asked at many services.
 *
 * @param markets - the markets of a year, made ready by `marketsIn`
 * @param supply - what the network offers
 * @returns markets by id
 * @example
 * ```ts
 * const markets = marketsIn({ model, year: 2040, calibration });
 * marketsAt(markets, observedSupply(network)).fruit.demand; // kg/s
 * ```
 */
export function marketsAt(markets: YearMarkets, supply: Supply): Record<string, MarketYear> {
  const asked = askedAt(markets, supply);
  const { sent, availability } = shareRoom(asked, supply);
  return Object.fromEntries(asked.map((one, i) => [one.market.id, marketYear(one, sent[i], availability)]));
}

/** Travellers in a train of a journey; those of the fullest trains where links of it differ. */
export function personsPerTrain(model: Model, journey: string): number {
  const stated = Object.values(model.links).flatMap((link) =>
    link.journey === journey && link.persons_per_train !== undefined ? [link.persons_per_train] : [],
  );
  return stated.length === 0 ? Infinity : Math.max(...stated);
}

function marketYear(one: Asked, sent: Sent, availability: Float64Array): MarketYear {
  const { market, offered, reference, first } = one;
  const { demand, flows, logsum } = sent;
  const alternatives = offered.ways.map(({ id, service, cost }, k): [string, AlternativeFlow] => {
    const flow = flows[k];
    const { time, deviation, lengths, journeys } = service;
    return [
      id,
      {
        flow,
        teu: market.perContainer === undefined ? 0 : flow / market.perContainer,
        share: demand > 0 ? flow / demand : 0,
        refused: availability[first + k] === 1 ? 0 : wanted(one, k, availability) - flow,
        time,
        deviation,
        cost,
        generalised: generalised(cost),
        work: Object.fromEntries(Object.entries(lengths).map(([mode, length]) => [mode, flow * length])),
        journeys,
      },
    ];
  });
  return {
    kind: market.kind,
    commodity: market.commodity,
    demand,
    withoutInducement: reference,
    alternatives: Object.fromEntries(alternatives),
    logsum,
  };
}

/** What would take a way if it had room, all else as it is. */
function wanted(one: Asked, way: number, availability: Float64Array): number {
  const own = Float64Array.from(availabilityOf(one, availability));
  own[way] = 1;
  return one.sends(own).flows[way];
}
