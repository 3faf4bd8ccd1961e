import type { DemandCurve } from './demand-curve.ts';
import { type ElementDemand, wantedAt } from './element-demand.ts';
import { metalInMagnets, oxideInMetal } from './magnet-making.ts';
import type { CournotSeller, Limit } from './market/activity-market.ts';
import { quotaCounts } from './measures.ts';
import type { MineralActivity } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';

/**
 * What bounds the market: capacities of plants, quotas on mines and on exports.
 *
 * @param minerals - the minerals of the corridor
 * @param working - ids of the plants that can work
 * @param state - the measures in force
 * @param activities - of the market
 * @returns limits in kg/s of oxide
 * @example
 * ```ts
 * limitsOf(minerals, ['works'], state, activities).map(({ id }) => id); // ['capacity of works']
 * ```
 */
export function limitsOf(
  minerals: MineralsModel,
  working: readonly string[],
  { measures }: WorldState,
  activities: readonly MineralActivity[],
): Limit[] {
  // Magnets are followed by the metal in them; capacities and quotas count the magnets.
  const perMetal = 1 / metalInMagnets(minerals);
  const capacities = working.map((plant) => ({
    id: `capacity of ${plant}`,
    most: minerals.plants[plant].capacity,
    activities: activities.flatMap((activity) =>
      (activity.kind === 'treat' || activity.kind === 'metal' || activity.kind === 'magnets') &&
      activity.plant === plant
        ? [[activity.id, activity.kind === 'magnets' ? perMetal : 1] as const]
        : [],
    ),
  }));
  const mining = Object.entries(minerals.regions).flatMap(([region, { conduct, mining_quota }]) =>
    conduct === 'quota-setting' && mining_quota !== undefined
      ? [
          {
            id: `mining quota of ${region}`,
            most: mining_quota,
            activities: activities.flatMap((activity) =>
              activity.kind === 'mine' && minerals.mines[activity.mine].region === region
                ? [[activity.id, 1] as const]
                : [],
            ),
          },
        ]
      : [],
  );
  const quotas = measures.flatMap((measure, i) =>
    measure.kind === 'export quota'
      ? [
          {
            id: `export quota ${i} of ${measure.region}`,
            most: measure.most ?? 0,
            activities: activities.flatMap((activity) =>
              (activity.kind === 'treat' || activity.kind === 'ship') && quotaCounts(measure, activity.trade)
                ? [[activity.id, activity.kind === 'ship' && activity.form === 'magnets' ? perMetal : 1] as const]
                : [],
            ),
          },
        ]
      : [],
  );
  return [...capacities, ...mining, ...quotas];
}

/**
 * Sellers with market power: a Cournot region looks at all buyers abroad as one market, element by element. Whatever the
 * form in which it sells an element, it counts by the oxide in it.
 *
 * @param minerals - the minerals of the corridor
 * @param activities - of the market
 * @param demands - what is wanted at the reference prices
 * @param curves - demand curve by the node at which something is wanted
 * @returns one seller an element that it sells abroad
 * @example
 * ```ts
 * sellersOf(minerals, activities, demands, curves).map(({ id }) => id); // ['north sells neodymium']
 * ```
 */
export function sellersOf(
  minerals: MineralsModel,
  activities: readonly MineralActivity[],
  demands: readonly ElementDemand[],
  curves: Readonly<Record<string, DemandCurve>>,
): CournotSeller[] {
  const oxideIn = (element: string, form: 'oxide' | 'metal' | 'magnets') =>
    form === 'oxide' ? 1 : oxideInMetal(minerals, element) / (form === 'magnets' ? minerals.magnet_yield : 1);
  return Object.entries(minerals.regions).flatMap(([region, { conduct }]) => {
    if (conduct !== 'Cournot') return [];
    return Object.keys(minerals.elements).flatMap((element) => {
      const exports = activities.flatMap((activity) =>
        activity.kind === 'ship' &&
        activity.element === element &&
        activity.trade.from === region &&
        activity.trade.to !== region
          ? [[activity.id, oxideIn(element, activity.form)] as const]
          : [],
      );
      const abroad = demands.filter((demand) => demand.element === element && demand.region !== region);
      // A price of what holds a kg of oxide is that of a kg of the form over the oxide in it, and so is its slope, squared.
      const flat = abroad.reduce((sum, demand) => {
        const oxide = oxideIn(element, demand.form);
        return sum + (oxide * oxide) / curves[wantedAt(demand)].slope;
      }, 0);
      return exports.length > 0 && flat > 0
        ? [{ id: `${region} sells ${element}`, slope: 1 / flat, activities: exports }]
        : [];
    });
  });
}
