import { nowhere, throughGate } from './gates.ts';
import type { RouteFinder } from './hauls.ts';
import { mayTrade, taxRate } from './measures.ts';
import type { MineralActivity } from './mineral-activity.ts';
import { type MineralsModel, referencePrices, type WorldState } from './minerals-model.ts';

/**
 * Where oxides can go: from each place that makes them to every region that wants them and that it may sell to, or on a
 * heap.
 *
 * @param minerals - the minerals of the corridor
 * @param working - ids of the plants that can work
 * @param state - the measures in force
 * @param routes - finds routes between sites
 * @param wanted - nodes at which somebody takes an oxide
 * @returns activities in kg/s of oxide
 * @example
 * ```ts
 * shipping(minerals, ['works'], state, routes, new Set(['neodymium in east']));
 * ```
 */
export function shipping(
  minerals: MineralsModel,
  working: readonly string[],
  state: WorldState,
  routes: RouteFinder,
  wanted: ReadonlySet<string>,
): MineralActivity[] {
  const places = new Map(
    working.map((id) => {
      const { site, region } = minerals.plants[id];
      return [site ?? region, { site, region }] as const;
    }),
  );
  const prices = referencePrices(minerals);
  return [...places].flatMap(([place, { site, region: from }]) =>
    Object.keys(minerals.elements).flatMap((element): MineralActivity[] => [
      {
        id: `heap ${element} at ${place}`,
        kind: 'heap',
        place,
        element,
        tax: 0,
        cost: 0,
        flows: [[`${element} at ${place}`, -1]],
      },
      ...Object.keys(minerals.regions).flatMap((to): MineralActivity[] => {
        const trade = { product: element, from, to };
        if (!wanted.has(`${element} in ${to}`) || !mayTrade(state, trade)) return [];
        const freight = (region: string) => minerals.regions[region].freight;
        const route =
          from === to
            ? nowhere
            : site === undefined
              ? { ...nowhere, cost: freight(from) + freight(to) }
              : throughGate(minerals, site, to, freight(to), prices[element], routes);
        if (!route) return [];
        const tax = taxRate(state, trade) * prices[element];
        return [
          {
            id: `ship ${element} from ${place} to ${to}`,
            kind: 'ship',
            form: 'oxide',
            place,
            element,
            trade,
            route,
            cost: route.cost + tax,
            tax,
            flows: [
              [`${element} at ${place}`, -1],
              [`${element} in ${to}`, 1],
            ],
          },
        ];
      }),
    ]),
  );
}
