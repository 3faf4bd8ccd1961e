import { consistOf, type Model, netLoad } from '../corridor/index.ts';
import type { TrainsRun } from '../operations/index.ts';
import { type WagonPool, wagonPools, withReturns } from './circulation.ts';
import type { MarketYear } from './demand-outcome.ts';
import { personsPerTrain } from './market-flows.ts';
import { marketsOf } from './markets.ts';

/** What travels on each journey of the corridor: kg/s or person/s, by its kind. */
export type JourneyFlows = Readonly<Record<string, number>>;

/**
 * What travels on each journey of the corridor, summed over the markets that use it.
 *
 * @param model - the corridor as drawn
 * @param markets - the markets of a year
 * @returns flow by journey, kg/s for goods and person/s for passengers
 * @example
 * ```ts
 * journeyFlows(model, marketFlows(question)).container; // 18 kg/s
 * ```
 */
export function journeyFlows(model: Model, markets: Readonly<Record<string, MarketYear>>): JourneyFlows {
  const flows: Record<string, number> = {};
  for (const { alternatives } of Object.values(markets))
    for (const [way, { flow }] of Object.entries(alternatives))
      for (const link of model.ways[way].links) {
        const { journey } = model.links[link];
        if (journey !== undefined) flows[journey] = (flows[journey] ?? 0) + flow;
      }
  return flows;
}

/**
 * What travelled on each journey and by each way in the base year, as the observed shares have it.
 *
 * @param model - the corridor, as drawn
 * @returns flow by journey, kg/s for goods and person/s for passengers, and goods by `market/way`, kg/s
 * @example
 * ```ts
 * trainsFor(fleetOf(model), observedFlows(model).journeys);
 * ```
 */
export function observedFlows(model: Model): {
  readonly journeys: JourneyFlows;
  readonly ways: Readonly<Record<string, number>>;
} {
  const journeys: Record<string, number> = {};
  const goods: Record<string, number> = {};
  for (const { id, kind, base, ways } of marketsOf(model))
    for (const [way, { share }] of Object.entries(ways)) {
      if (kind === 'freight') goods[`${id}/${way}`] = base * share;
      for (const link of model.ways[way]?.links ?? []) {
        const journey = model.links[link]?.journey;
        if (journey !== undefined) journeys[journey] = (journeys[journey] ?? 0) + base * share;
      }
    }
  return { journeys, ways: goods };
}

/**
 * Goods of each way.
 *
 * @param markets - the markets of a year
 * @returns kg/s by `market/way`; travellers do not count
 * @example
 * ```ts
 * wayFlows(markets)['fruit/by-road']; // 33 kg/s
 * ```
 */
export function wayFlows(markets: Readonly<Record<string, MarketYear>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(markets).flatMap(([id, { kind, alternatives }]) =>
      kind === 'freight' ? Object.entries(alternatives).map(([way, { flow }]) => [`${id}/${way}`, flow]) : [],
    ),
  );
}

/** What the trains of a corridor carry, and how their wagons go round. */
export interface Fleet {
  readonly model: Model;
  /** Net load of a train of each service, kg. */
  readonly loads: Readonly<Record<string, number>>;
  /** Legs of each journey with what a train of them carries of it, kg or persons; those that carry nothing left out. */
  readonly units: Readonly<Record<string, ReadonlyArray<readonly [leg: string, perTrain: number]>>>;
  readonly pools: readonly WagonPool[];
}

/**
 * Looks at the trains of a corridor once.
 *
 * @param model - the corridor as drawn
 * @returns its fleet
 * @example
 * ```ts
 * fleetOf(model).loads['north-freight']; // 816_000 kg
 * ```
 */
export function fleetOf(model: Model): Fleet {
  const services = Object.entries(model.services);
  const loads = services.map(([id, { train_type }]) => [id, netLoad(consistOf(model, model.train_types[train_type]))]);
  const byService = Object.fromEntries(loads);
  const units = Object.entries(model.journeys).map(([journey, { kind, legs }]) => {
    const perTrain = (leg: string) => (kind === 'freight' ? byService[leg] : personsPerTrain(model, journey));
    return [journey, legs.map((leg) => [leg, perTrain(leg)] as const).filter(([, unit]) => unit > 0)] as const;
  });
  return { model, loads: byService, units: Object.fromEntries(units), pools: wagonPools(model) };
}

/**
 * Trains that the flows need, real-valued: flow over the load of a train on every leg of a journey; at least the least
 * of the service (those of its timetable where it is scheduled); and so many that the wagons come back.
 *
 * @param fleet - the corridor with what its trains carry and how their wagons go round
 * @param flows - what travels on each journey
 * @returns trains a second by service, for every service of the corridor: all, and those that carry something (all of
 *   those for travellers), with the flows
 * @example
 * ```ts
 * trainsFor(fleetOf(model), { container: 20 }).all['north-freight'] * 86_400; // trains a day
 * ```
 */
export function trainsFor({ model, units, pools }: Fleet, flows: JourneyFlows): TrainsRun {
  const needed: Record<string, number> = {};
  for (const [journey, flow] of Object.entries(flows))
    for (const [leg, perTrain] of units[journey]) needed[leg] = (needed[leg] ?? 0) + flow / perTrain;
  const services = Object.keys(model.services);
  const least = services.map((id) => [id, Math.max(needed[id] ?? 0, leastTrains(model, id))] as const);
  const all = withReturns(pools, Object.fromEntries(least));
  const loaded = services.map((id) => [id, isFreight(model, id) ? (needed[id] ?? 0) : all[id]] as const);
  return { all, loaded: Object.fromEntries(loaded), journeys: flows };
}

/**
 * Whether the trains of a service carry goods.
 *
 * @param model - the corridor as drawn
 * @param service - id of the service
 * @example
 * ```ts
 * isFreight(model, 'north-freight'); // true
 * ```
 */
export function isFreight(model: Model, service: string): boolean {
  return model.train_types[model.services[service].train_type].kind === 'freight';
}

function leastTrains(model: Model, service: string): number {
  const { kind, least = 0, daily = 1 } = model.services[service];
  return kind === 'scheduled' ? daily / 86_400 : least;
}

/**
 * Whole trains a day: real-valued trains rounded up, once, after the fixed point.
 *
 * @param trains - trains a second by service
 * @returns trains a day by service
 * @example
 * ```ts
 * wholeTrains({ north: 2.2 / 86_400 }); // { north: 3 }
 * ```
 */
export function wholeTrains(trains: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(trains).map(([id, rate]) => [id, Math.ceil(rate * 86_400 - 1e-6)]));
}
