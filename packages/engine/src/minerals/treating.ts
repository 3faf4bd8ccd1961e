import { nowhere, throughGate } from './gates.ts';
import type { HaulRoute, RouteFinder } from './hauls.ts';
import { mayTrade, taxRate } from './measures.ts';
import type { MineralActivity } from './mineral-activity.ts';
import { basketOf, type MineralsModel, type Plant, sharesOf, type WorldState } from './minerals-model.ts';

/**
 * What can be treated where: each mine a plant feeds on, with the carriage of concentrate and reagents, capital and
 * taxes in its cost. What a plant does not sell apart leaves it unpaid.
 *
 * @param minerals - the minerals of the corridor
 * @param working - ids of the plants that can work
 * @param state - the measures in force
 * @param routes - finds routes between sites
 * @returns activities in kg/s of oxide fed
 * @example
 * ```ts
 * treating(minerals, ['works'], state, routes);
 * ```
 */
export function treating(
  minerals: MineralsModel,
  working: readonly string[],
  state: WorldState,
  routes: RouteFinder,
): MineralActivity[] {
  return working.flatMap((plant) => {
    const stated = minerals.plants[plant];
    const place = stated.site ?? stated.region;
    const recovery = (stated.leaching ?? 1) * (stated.separation ?? 1);
    const own = reagentRoutes(stated, routes);
    if (!own) return [];
    return (stated.feeds ?? []).flatMap((mine): MineralActivity[] => {
      const source = minerals.mines[mine];
      if (!source) return [];
      const trade = { product: 'concentrate', from: source.region, to: stated.region };
      const basket = basketOf(minerals, mine);
      const route = concentrateRoute(minerals, mine, plant, basket * source.concentrate_grade, routes);
      if (!route || !mayTrade(state, trade)) return [];
      const gained: Record<string, number> = {};
      for (const [element, share] of Object.entries(sharesOf(minerals, mine))) {
        // What a plant does not sell apart leaves it unseparated, and nobody pays for it.
        if (stated.makes?.includes(element)) gained[element] = share * recovery;
      }
      const tax = taxRate(state, trade) * basket;
      const cost =
        stated.cost + capitalCharge(minerals, stated) + route.cost / source.concentrate_grade + own.cost + tax;
      const flows = Object.entries(gained).map(([element, mass]) => [`${element} at ${place}`, mass] as const);
      const id = `treat ${mine} at ${plant}`;
      return [
        {
          id,
          kind: 'treat',
          mine,
          plant,
          trade,
          route,
          reagents: own.routes,
          cost,
          tax,
          flows: [[`concentrate of ${mine}`, -1], ...flows],
        },
      ];
    });
  });
}

/**
 * Capital of a plant that is not there yet, spread over what it can treat or make in its life.
 *
 * @param minerals - the minerals of the corridor, for the interest
 * @param plant - the plant
 * @returns money/kg; 0 of a plant that costs nothing more
 * @example
 * ```ts
 * capitalCharge(minerals, minerals.plants.works); // 1.6
 * ```
 */
export function capitalCharge({ interest }: MineralsModel, { capital_cost = 0, lifetime, capacity }: Plant): number {
  if (capital_cost === 0 || capacity === 0 || lifetime === undefined) return 0;
  // Interest is counted by the second: the annuity of a flow that never pauses.
  const spread = interest === 0 ? 1 / lifetime : interest / (1 - annuityRest(interest, lifetime));
  return (capital_cost * spread) / capacity;
}

/** (1 + i)^−n with i by the year and n in years. */
function annuityRest(interest: number, lifetime: number): number {
  const years = Math.round(lifetime / 31_557_600);
  let rest = 1;
  for (let i = 0; i < years; i++) rest /= 1 + interest * 31_557_600;
  return rest;
}

function reagentRoutes(
  { site, reagents }: Plant,
  routes: RouteFinder,
): { cost: number; routes: Record<string, HaulRoute> } | undefined {
  let cost = 0;
  const found: Record<string, HaulRoute> = {};
  for (const [reagent, { amount, from }] of Object.entries(reagents)) {
    if (from === undefined || site === undefined) continue;
    const route = routes(from, site, 0);
    if (!route) return undefined;
    found[reagent] = route;
    cost += amount * route.cost;
  }
  return { cost, routes: found };
}

/** The way of concentrate from a mine to a plant: over the sites of the corridor where one has a site, else by the world market. */
function concentrateRoute(
  minerals: MineralsModel,
  mine: string,
  plant: string,
  value: number,
  routes: RouteFinder,
): HaulRoute | undefined {
  const { site: from, region: home } = minerals.mines[mine];
  const { site: to, region: there } = minerals.plants[plant];
  if (from !== undefined && to !== undefined) return routes(from, to, value);
  const freight = (region: string) => minerals.regions[region].concentrate_freight;
  if (from !== undefined) return throughGate(minerals, from, there, freight(there), value, routes);
  if (to !== undefined) return throughGate(minerals, to, home, freight(home), value, routes);
  return home === there ? nowhere : { ...nowhere, cost: freight(home) + freight(there) };
}
