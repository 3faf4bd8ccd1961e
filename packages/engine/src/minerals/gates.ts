import type { HaulRoute, RouteFinder } from './hauls.ts';
import type { MineralsModel } from './minerals-model.ts';

/** The way of what need not be carried. */
export const nowhere: HaulRoute = { cost: 0, time: 0, legs: [] };

/**
 * The way from a site over the cheapest gate of a region, and on.
 *
 * @param minerals - the minerals of the corridor
 * @param site - id of the site
 * @param region - id of the region
 * @param freight - from the gate on, money/kg
 * @param value - of the goods, money/kg
 * @param routes - finds routes between sites
 * @returns the route with all costs, or undefined where no gate can be reached
 * @example
 * ```ts
 * throughGate(minerals, 'quarry', 'east', 0.1, 60, routes)?.cost;
 * ```
 */
export function throughGate(
  minerals: MineralsModel,
  site: string,
  region: string,
  freight: number,
  value: number,
  routes: RouteFinder,
): HaulRoute | undefined {
  let best: HaulRoute | undefined;
  for (const gate of minerals.regions[region].gates ?? []) {
    const route = routes(site, gate, value);
    if (route && !(best && best.cost <= route.cost)) best = route;
  }
  return best && { ...best, cost: best.cost + freight };
}
