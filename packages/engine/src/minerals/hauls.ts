import type { MineralsModel } from './minerals-model.ts';

/** One leg of a route between sites. */
export interface HaulLeg {
  readonly haul: string;
  readonly way: string;
  readonly mode: 'rail' | 'road' | 'sea';
  readonly from: string;
  readonly to: string;
}

/** The cheapest way to carry goods between two sites. */
export interface HaulRoute {
  /** Price and interest under way, money/kg. */
  readonly cost: number;
  /** s */
  readonly time: number;
  readonly legs: readonly HaulLeg[];
}

/** What decides which ways are open, and what time costs. */
export interface HaulConditions {
  readonly railway: boolean;
  readonly closed: readonly string[];
  /** Time of each journey of the corridor, s; null where it does not arrive. */
  readonly journeys: Readonly<Record<string, number | null>>;
}

interface Edge {
  readonly leg: HaulLeg;
  readonly price: number;
  readonly time: number;
}

/** Finds the cheapest route between two sites for goods of a value in money/kg; undefined where there is none. */
export type RouteFinder = (from: string, to: string, value: number) => HaulRoute | undefined;

/**
 * A finder of routes that remembers what it found.
 *
 * @param minerals - the minerals of the corridor
 * @param conditions - what is open
 * @returns the finder
 * @example
 * ```ts
 * const find = routeFinder(minerals, { railway: true, closed: [], journeys: {} });
 * find('quarry', 'port', 5)?.cost;
 * ```
 */
export function routeFinder(minerals: MineralsModel, conditions: HaulConditions): RouteFinder {
  const edges = edgesOf(minerals, conditions);
  const known = new Map<string, Record<string, HaulRoute>>();
  return (from, to, value) => {
    const key = `${value} ${from}`;
    let routes = known.get(key);
    if (!routes) {
      routes = routesFrom(edges, from, value * minerals.interest);
      known.set(key, routes);
    }
    return routes[to];
  };
}

/** The cheapest routes from a site over any chain of hauls, by site; ties keep the route found first. */
function routesFrom(edges: readonly Edge[], from: string, interest: number): Record<string, HaulRoute> {
  const best: Record<string, HaulRoute> = { [from]: { cost: 0, time: 0, legs: [] } };
  // Bellman and Ford: a handful of sites, and no leg costs less than nothing.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { price, time, leg } of edges) {
      const before = best[leg.from];
      if (!before) continue;
      const cost = before.cost + price + time * interest;
      const found = best[leg.to];
      if (found && found.cost <= cost) continue;
      best[leg.to] = { cost, time: before.time + time, legs: [...before.legs, leg] };
      changed = true;
    }
  }
  return best;
}

function edgesOf(minerals: MineralsModel, { railway, closed, journeys }: HaulConditions): Edge[] {
  const edges: Edge[] = [];
  for (const [haul, { from, to, ways }] of Object.entries(minerals.hauls)) {
    for (const [way, stated] of Object.entries(ways)) {
      const { mode, crosses, journey, part = 1 } = stated;
      if (mode === 'rail' && !railway) continue;
      if (crosses !== undefined && closed.includes(crosses)) continue;
      const under = journey === undefined ? 0 : journeys[journey];
      if (under === null || under === undefined) continue;
      const price =
        stated.length * stated.tariff + (stated.charge ?? 0) + (stated.access ?? 0) * (stated.access_tariff ?? 0);
      const time = under * part + (stated.time ?? 0);
      edges.push({ leg: { haul, way, mode, from, to }, price, time });
      edges.push({ leg: { haul, way, mode, from: to, to: from }, price, time });
    }
  }
  return edges;
}
