import type { Model } from '../corridor/index.ts';
import type { MarketYear } from './demand-outcome.ts';
import { personsPerTrain } from './market-flows.ts';
import { trainLoad } from './supply.ts';

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
 * Mass a second on each link with a capacity.
 *
 * @param model - the corridor as drawn
 * @param markets - the markets of a year
 * @returns kg/s by link; travellers do not count
 * @example
 * ```ts
 * linkFlows(model, markets).gate; // 92 kg/s
 * ```
 */
export function linkFlows(model: Model, markets: Readonly<Record<string, MarketYear>>): Record<string, number> {
  const flows: Record<string, number> = {};
  for (const { kind, alternatives } of Object.values(markets)) {
    if (kind !== 'freight') continue;
    for (const [way, { flow }] of Object.entries(alternatives))
      for (const link of model.ways[way].links) flows[link] = (flows[link] ?? 0) + flow;
  }
  return flows;
}

/**
 * Trains that the flows need, real-valued: flow over the load of a train on every leg of a journey; at least the least
 * of the service (one a day where it is scheduled); and as many one way as the other, where two services run the same
 * way in opposite directions, so that the wagons come back.
 *
 * @param model - the corridor as drawn
 * @param flows - what travels on each journey
 * @returns trains a second by service, for every service of the corridor
 * @example
 * ```ts
 * trainsFor(model, { container: 20 })['north-freight'] * 86_400; // trains a day
 * ```
 */
export function trainsFor(model: Model, flows: JourneyFlows): Record<string, number> {
  const needed: Record<string, number> = {};
  for (const [journey, flow] of Object.entries(flows)) {
    const { kind, legs } = model.journeys[journey];
    for (const leg of legs) {
      const load = kind === 'freight' ? trainLoad(model, leg) : personsPerTrain(model, journey);
      if (load > 0) needed[leg] = (needed[leg] ?? 0) + flow / load;
    }
  }
  const services = Object.keys(model.services);
  const alone = Object.fromEntries(services.map((id) => [id, Math.max(needed[id] ?? 0, leastTrains(model, id))]));
  return Object.fromEntries(
    services.map((id) => {
      const back = returnOf(model, id);
      return [id, back === undefined ? alone[id] : Math.max(alone[id], alone[back])];
    }),
  );
}

function leastTrains(model: Model, service: string): number {
  const { kind, least } = model.services[service];
  return kind === 'scheduled' ? 1 / 86_400 : (least ?? 0);
}

/** The service that runs the same way back, if there is one. */
function returnOf(model: Model, id: string): string | undefined {
  const { route, train_type, carries } = model.services[id];
  const kind = model.train_types[train_type].kind;
  const back = Object.entries(model.services).filter(
    ([other, service]) =>
      other !== id &&
      service.route[0] === route.at(-1) &&
      service.route.at(-1) === route[0] &&
      model.train_types[service.train_type].kind === kind,
  );
  const same = back.filter(([, service]) => service.train_type === train_type);
  const alike = back.filter(([, service]) => service.carries?.some((goods) => carries?.includes(goods)));
  return [same, alike, back].find((candidates) => candidates.length === 1)?.[0][0];
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
