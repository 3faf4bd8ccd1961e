import type { Model } from '../corridor/index.ts';
import { type AssignmentProblem, type DemandClass, userEquilibrium } from './assignment/index.ts';
import type { RoadYear } from './demand-outcome.ts';
import { type Market, marketsOf } from './markets.ts';
import {
  type Passage,
  type RoadNetwork,
  type RoadStretch,
  roadNetwork,
  roadPerformance,
  roadStretches,
} from './road-network.ts';

/** Roads and gates in equilibrium, and the routes that lead to it. */
export interface RoadEquilibrium extends RoadYear {
  /** Links taken by `market/way`, for ways of goods that trucks drive a part of. */
  readonly passages: Readonly<Record<string, Passage>>;
}

/** Relative gap asked for, and the iterations after which the gap reached is told as it is. */
const gapWanted = 1e-8;
const mostIterations = 300;
/** What a way without flow is asked with, as a part of its market, so that its best route is known. */
const trace = 1e-9;
const leastFlow = 1e-12;
/** Value of time below which only money counts, money per kg and s. */
const leastValue = 1e-14;

/** Goods of one market on one stretch of one of its ways. */
interface Driven {
  readonly key: string;
  readonly market: Market;
  readonly way: string;
  readonly stretch: RoadStretch;
}

/** Roads and gates of a corridor in one year, made ready for any flows. */
export interface YearRoads {
  readonly model: Model;
  readonly network: RoadNetwork;
  readonly driven: readonly Driven[];
  /** All but how much is sent. */
  readonly problem: Omit<AssignmentProblem, 'classes'>;
  readonly extraCosts: ReadonlyArray<readonly number[]>;
}

/**
 * The roads and gates of a year.
 *
 * @param model - the corridor as drawn
 * @param year - the year, for the capacities of roads and gates
 * @returns the roads, ready for any flows
 * @example
 * ```ts
 * const roads = roadsIn(model, 2040);
 * ```
 */
export function roadsIn(model: Model, year: number): YearRoads {
  const network = roadNetwork(model);
  const links = network.links.map((id) => model.links[id]);
  const nodeOf = (zone: string) => network.nodes.get(zone) ?? -1;
  const driven = marketsOf(model).flatMap((market) => drivenBy(model, market));
  return {
    model,
    network,
    driven,
    problem: {
      nodeCount: network.nodes.size,
      firstThroughNode: network.firstThroughNode,
      from: links.map(({ origin }) => nodeOf(origin)),
      to: links.map(({ destination }) => nodeOf(destination)),
      performance: links.map((link) => roadPerformance(link, year - model.corridor.base_year)),
    },
    extraCosts: driven.map(({ market }) => extraCost(links, market)),
  };
}

/**
 * The user equilibrium of trucks on roads and through gates: a way of goods says from where to where they drive, the roads
 * follow. Each market weighs mean time against price by its own value of time, interest and spoilage included; all share the
 * delays. Reliability, which does not add up over links, has no part in it.
 *
 * @param roads - roads and gates of the year
 * @param flows - goods of each way by `market/way`, kg/s; 0 where left out
 * @returns flows and times of roads and gates, the links that each way takes, and the gap that was reached
 * @example
 * ```ts
 * roadEquilibrium(roadsIn(model, 2040), { 'fruit/by-road': 30 }).links.gate.time; // 39_600
 * ```
 */
export function roadEquilibrium(roads: YearRoads, flows: Readonly<Record<string, number>>): RoadEquilibrium {
  const { model, network, driven, problem } = roads;
  const sent = driven.map(({ key, market }) => Math.max(flows[key] ?? 0, trace * market.base, leastFlow));
  const classes = driven.map((of, i) => classOf(network, of, sent[i], roads.extraCosts[i]));
  const outcome = userEquilibrium({ ...problem, classes }, { relativeGap: gapWanted, iterations: mostIterations });
  if (outcome.kind === 'no-route') throw new Error('a way that is listed has a route');
  const shares = outcome.classFlows.map((own, i) => [...own].map((flow) => flow / sent[i]));
  return {
    links: Object.fromEntries(
      network.links.map((id, i) => {
        const of = problem.performance[i];
        const capacity = of.kind === 'bpr' ? of.capacity : null;
        return [id, { flow: outcome.flows[i], time: outcome.costs[i], capacity }];
      }),
    ),
    passages: passagesOf(model, network, driven, shares),
    relativeGap: outcome.relativeGap,
    iterations: outcome.iterations,
  };
}

function drivenBy(model: Model, market: Market): Driven[] {
  if (market.kind !== 'freight') return [];
  return Object.keys(market.ways).flatMap((way) =>
    roadStretches(model, way).map((stretch) => ({ key: `${market.id}/${way}`, market, way, stretch })),
  );
}

/** What a market pays on each link besides time, in seconds of its own value. */
function extraCost(links: ReadonlyArray<Model['links'][string]>, { rates }: Market): number[] {
  const value = Math.max(rates.time + rates.inventory + rates.spoilage, leastValue);
  return links.map(({ tariff = 0, charge = 0, length = 0 }) => (tariff * length + charge) / value);
}

/** One class a stretch. */
function classOf(
  { nodes }: RoadNetwork,
  { key, stretch }: Driven,
  flow: number,
  extra: readonly number[],
): DemandClass {
  const origin = nodes.get(stretch.origin) ?? -1;
  const destinations = [nodes.get(stretch.destination) ?? -1];
  return { id: key, demand: [{ origin, destinations, flows: [flow] }], extraCost: extra };
}

/** The links of each way in its order, with those of the routes taken in place of its stretches. */
function passagesOf(
  model: Model,
  { links }: RoadNetwork,
  driven: readonly Driven[],
  shares: ReadonlyArray<readonly number[]>,
): Record<string, Passage> {
  const taken = driven.map((_, i) =>
    links.flatMap((id, k) => (shares[i][k] > trace ? [[id, shares[i][k]] as const] : [])),
  );
  const keys = [...new Set(driven.map(({ key }) => key))];
  return Object.fromEntries(
    keys.map((key) => {
      const own = driven.flatMap(({ key: of, way, stretch }, i) =>
        of === key ? [{ way, stretch, taken: taken[i] }] : [],
      );
      const passage = model.ways[own[0].way].links.flatMap((id, at) => {
        const within = own.find(({ stretch }) => stretch.begin <= at && at < stretch.end);
        if (within === undefined) return [[id, 1] as const];
        return at === within.stretch.begin ? within.taken : [];
      });
      return [key, passage];
    }),
  );
}
