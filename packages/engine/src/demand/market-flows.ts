import type { Model } from '../corridor/index.ts';
import { exp } from '../numerics/elementary.ts';
import type { Calibration } from './calibration.ts';
import { choose, type OfferedWays, offeredWays } from './choose-way.ts';
import type { AlternativeFlow, MarketYear } from './demand-outcome.ts';
import { growthFactor } from './growth.ts';
import { generalised, type Market, marketsOf } from './markets.ts';
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
  readonly calibrated: Calibration[string];
}

/** Flow of every way by `market/way`, and the demand of every market. */
interface Flows {
  readonly ways: Readonly<Record<string, number>>;
  readonly demand: Readonly<Record<string, number>>;
  readonly logsums: Readonly<Record<string, number | null>>;
}

/**
 * All markets of a year at a given service: each chooses among the ways offered to it, grows or shrinks with the mean
 * cost of the best, and shares the room of journeys that are full.
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
  const asked = marketsOf(question.model).map((market) => ask(market, question));
  const { journeys, bottlenecks } = bottlenecksOf(question, asked);
  const availabilityOf = (parts: readonly number[]) => availabilities(asked, journeys, parts);
  const parts = ration(bottlenecks, (tried) => flowsAt(asked, availabilityOf(tried)).ways);
  const availability = availabilityOf(parts);
  const flows = flowsAt(asked, availability);
  return Object.fromEntries(asked.map((one) => [one.market.id, marketYear(one, flows, availability)]));
}

function ask(market: Market, { model, year, supply, calibration, offers }: MarketQuestion): Asked {
  const calibrated = withAlike(market, calibration[market.id]);
  const { ways, nests } = offeredWays(model, market, supply);
  const known = ways.filter(({ id }) => Object.hasOwn(calibrated.constants, id));
  const grown = market.base * growthFactor(Object.values(market.growth), model.corridor.base_year, year);
  return { market, reference: offers?.[market.id] ?? grown, offered: { ways: known, nests }, calibrated };
}

/** Constants with those of ways that are not there in the base year and take that of the one they are `like`. */
function withAlike({ ways }: Market, calibrated: Calibration[string]): Calibration[string] {
  const { constants } = calibrated;
  const alike = Object.entries(ways).flatMap(([id, { like }]) =>
    like !== undefined && Object.hasOwn(constants, like) ? [[id, constants[like]] as const] : [],
  );
  return { ...calibrated, constants: { ...Object.fromEntries(alike), ...constants } };
}

/** The journeys that goods or travellers of a market use, with all who want to use them. */
function bottlenecksOf({ model, supply }: MarketQuestion, asked: readonly Asked[]) {
  const claimants = new Map<string, Bottleneck['claimants'][number][]>();
  for (const { market, offered } of asked)
    for (const { id, service } of offered.ways)
      for (const journey of service.journeys) {
        const list = claimants.get(journey) ?? [];
        list.push({ key: `${market.id}/${id}`, season: market.season });
        claimants.set(journey, list);
      }
  const journeys = [...claimants.keys()];
  const bottlenecks = journeys.map((journey): Bottleneck => {
    const { trains, mass } = supply.journeys[journey].capacity;
    const capacity = model.journeys[journey].kind === 'freight' ? mass : trains * personsPerTrain(model, journey);
    return { claimants: claimants.get(journey) ?? [], capacity };
  });
  return { journeys, bottlenecks };
}

/** Travellers in a train of a journey; those of the fullest trains where links of it differ. */
export function personsPerTrain(model: Model, journey: string): number {
  const stated = Object.values(model.links).flatMap((link) =>
    link.journey === journey && link.persons_per_train !== undefined ? [link.persons_per_train] : [],
  );
  return stated.length === 0 ? Infinity : Math.max(...stated);
}

/** Part of what wants a way that finds room, by `market/way`: the product over the journeys it uses. */
function availabilities(asked: readonly Asked[], journeys: readonly string[], parts: readonly number[]) {
  const part = new Map(journeys.map((journey, i) => [journey, parts[i]]));
  return Object.fromEntries(
    asked.flatMap(({ market, offered }) =>
      offered.ways.map(({ id, service }) => [
        `${market.id}/${id}`,
        service.journeys.reduce((product, journey) => product * (part.get(journey) ?? 1), 1),
      ]),
    ),
  );
}

function flowsAt(asked: readonly Asked[], availability: Readonly<Record<string, number>>): Flows {
  const ways: Record<string, number> = {};
  const demand: Record<string, number> = {};
  const logsums: Record<string, number | null> = {};
  for (const one of asked) {
    const { id } = one.market;
    const own = Object.fromEntries(one.offered.ways.map((way) => [way.id, availability[`${id}/${way.id}`]]));
    const chosen = chosenBy(one, own);
    demand[id] = chosen.demand;
    logsums[id] = chosen.logsum;
    for (const [way, share] of Object.entries(chosen.shares)) ways[`${id}/${way}`] = chosen.demand * share;
  }
  return { ways, demand, logsums };
}

/** What a market sends, and how it shares it out. */
interface Sent {
  readonly demand: number;
  readonly shares: Readonly<Record<string, number>>;
  readonly logsum: number | null;
}

/**
 * What a market sends: D = D₀ exp(ε (C − C₀) / G₀), a demand curve whose elasticity to the generalised cost is ε at the
 * mean cost G₀ of the base year, with the logsum C as the cost.
 */
function chosenBy(
  { market, reference, offered, calibrated }: Asked,
  availability: Readonly<Record<string, number>>,
): Sent {
  if (offered.ways.length === 0) return { demand: 0, shares: {}, logsum: null };
  const { shares, logsum } = choose(market, offered, calibrated.constants, availability);
  const { logsum: before, meanCost } = calibrated;
  const change = before === null || meanCost === null ? 0 : (logsum - before) / meanCost;
  return { demand: reference * exp(market.elasticity * change), shares, logsum };
}

function marketYear(one: Asked, flows: Flows, availability: Readonly<Record<string, number>>): MarketYear {
  const { market, offered, reference } = one;
  const demand = flows.demand[market.id];
  const alternatives = offered.ways.map(({ id, service, cost }): [string, AlternativeFlow] => {
    const flow = flows.ways[`${market.id}/${id}`];
    const { time, deviation, lengths, journeys } = service;
    return [
      id,
      {
        flow,
        teu: market.perContainer === undefined ? 0 : flow / market.perContainer,
        share: demand > 0 ? flow / demand : 0,
        refused: refused(one, id, flow, availability),
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
    logsum: flows.logsums[market.id],
  };
}

/** What more would take a way if it had room, all else as it is. */
function refused(one: Asked, way: string, flow: number, availability: Readonly<Record<string, number>>): number {
  const key = `${one.market.id}/${way}`;
  if (availability[key] === 1) return 0;
  const own = Object.fromEntries(
    one.offered.ways.map(({ id }) => [id, id === way ? 1 : availability[`${one.market.id}/${id}`]]),
  );
  const { demand, shares } = chosenBy(one, own);
  return demand * shares[way] - flow;
}
