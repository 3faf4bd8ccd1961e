import type { Model } from '../corridor/index.ts';
import type { Calibration } from './calibration.ts';
import { type OfferedWays, offeredWays } from './choose-way.ts';
import type { AlternativeFlow, MarketYear } from './demand-outcome.ts';
import { growthFactor } from './growth.ts';
import { generalised, type Market, marketsOf } from './markets.ts';
import { prepareChoice, type Sent } from './prepared-choice.ts';
import { type Bottleneck, ration } from './rationing.ts';
import type { Supply } from './supply.ts';

/** What is asked of the markets. */
export interface MarketQuestion {
  readonly model: Model;
  readonly year: number;
  readonly supply: Supply;
  readonly calibration: Calibration;
  /** Demand of markets that others decide, such as mines; kg/s by market, in place of the grown demand. */
  readonly offers?: Readonly<Record<string, number>>;
}

/** A market in the year looked at, with the ways it can take. */
interface Asked {
  readonly market: Market;
  /** Demand at the generalised cost of the base year, kg/s or person/s. */
  readonly reference: number;
  readonly offered: OfferedWays;
  readonly sends: (availability: ArrayLike<number>) => Sent;
  /** Place of its first way among those of all markets. */
  readonly first: number;
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
  let ways = 0;
  const asked = marketsOf(question.model).map((market) => {
    const one = ask(market, question, ways);
    ways += one.offered.ways.length;
    return one;
  });
  const bottlenecks = bottlenecksOf(question, asked);
  const availability = new Float64Array(ways).fill(1);
  const sent = asked.map((one) => one.sends(availabilityOf(one, availability)));
  if (bottlenecks.length > 0) shareRoom(asked, bottlenecks, availability, sent);
  return Object.fromEntries(asked.map((one, i) => [one.market.id, marketYear(one, sent[i], availability)]));
}

/** Finds the part of each way that finds room, and what is sent with it; markets that nothing is in the way of stay as they are. */
function shareRoom(
  asked: readonly Asked[],
  bottlenecks: readonly Bottleneck[],
  availability: Float64Array,
  sent: Sent[],
) {
  const flows = new Float64Array(availability.length);
  for (const [i, { first }] of asked.entries()) flows.set(sent[i].flows, first);
  const claiming = new Set(bottlenecks.flatMap(({ claimants }) => claimants.map(({ flow }) => flow)));
  const concerned = asked.flatMap((one, i) =>
    one.offered.ways.some((_, k) => claiming.has(one.first + k)) ? [i] : [],
  );
  const flowsAt = (parts: readonly number[]) => {
    availability.fill(1);
    for (const [b, { claimants }] of bottlenecks.entries())
      for (const { flow } of claimants) availability[flow] *= parts[b];
    for (const i of concerned) {
      sent[i] = asked[i].sends(availabilityOf(asked[i], availability));
      flows.set(sent[i].flows, asked[i].first);
    }
    return flows;
  };
  flowsAt(ration(bottlenecks, flowsAt));
}

function availabilityOf({ first, offered }: Asked, availability: Float64Array): Float64Array {
  return availability.subarray(first, first + offered.ways.length);
}

function ask(market: Market, { model, year, supply, calibration, offers }: MarketQuestion, first: number): Asked {
  const calibrated = withAlike(market, calibration[market.id]);
  const { ways, nests } = offeredWays(model, market, supply);
  const known = ways.filter(({ id }) => Object.hasOwn(calibrated.constants, id));
  const grown = market.base * growthFactor(Object.values(market.growth), model.corridor.base_year, year);
  const reference = offers?.[market.id] ?? grown;
  const offered = { ways: known, nests };
  return { market, reference, offered, sends: prepareChoice(market, offered, calibrated, reference), first };
}

/** Constants with those of ways that are not there in the base year and take that of the one they are `like`. */
function withAlike({ ways }: Market, calibrated: Calibration[string]): Calibration[string] {
  const { constants } = calibrated;
  const alike = Object.entries(ways).flatMap(([id, { like }]) =>
    like !== undefined && Object.hasOwn(constants, like) ? [[id, constants[like]] as const] : [],
  );
  return { ...calibrated, constants: { ...Object.fromEntries(alike), ...constants } };
}

/** Elements of the chain that may be full, with all who want to pass them. */
function bottlenecksOf({ supply }: MarketQuestion, asked: readonly Asked[]): Bottleneck[] {
  return Object.values(supply.shared).map(({ room, takes }) => ({
    capacity: room,
    claimants: asked.flatMap(({ market, offered, first }) =>
      offered.ways.flatMap(({ service }, k) => {
        const part = service.journeys.reduce((sum, journey) => sum + (takes[journey] ?? 0), 0);
        return part > 0 ? [{ flow: first + k, season: market.season, part }] : [];
      }),
    ),
  }));
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
