import type { DemandCurve } from './demand-curve.ts';
import type { CournotSeller, Limit } from './market/activity-market.ts';
import { quotaCounts } from './measures.ts';
import type { MineralActivity } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';
import type { OxideDemand } from './oxide-demand.ts';

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
  const capacities = working.map((plant) => ({
    id: `capacity of ${plant}`,
    most: minerals.plants[plant].capacity,
    activities: activities.flatMap((activity) =>
      activity.kind === 'treat' && activity.plant === plant ? [[activity.id, 1] as const] : [],
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
                ? [[activity.id, 1] as const]
                : [],
            ),
          },
        ]
      : [],
  );
  return [...capacities, ...mining, ...quotas];
}

/**
 * Sellers with market power: a Cournot region looks at all buyers abroad as one market, element by element.
 *
 * @param minerals - the minerals of the corridor
 * @param activities - of the market
 * @param demands - what is wanted at the reference prices
 * @param curves - demand curve by `element in region`
 * @returns one seller an element that it sells abroad
 * @example
 * ```ts
 * sellersOf(minerals, activities, demands, curves).map(({ id }) => id); // ['north sells neodymium']
 * ```
 */
export function sellersOf(
  minerals: MineralsModel,
  activities: readonly MineralActivity[],
  demands: readonly OxideDemand[],
  curves: Readonly<Record<string, DemandCurve>>,
): CournotSeller[] {
  return Object.entries(minerals.regions).flatMap(([region, { conduct }]) => {
    if (conduct !== 'Cournot') return [];
    return Object.keys(minerals.elements).flatMap((element) => {
      const exports = activities.flatMap((activity) =>
        activity.kind === 'ship' &&
        activity.element === element &&
        activity.trade.from === region &&
        activity.trade.to !== region
          ? [activity.id]
          : [],
      );
      const abroad = demands.filter((demand) => demand.element === element && demand.region !== region);
      const flat = abroad.reduce((sum, demand) => sum + 1 / curves[`${element} in ${demand.region}`].slope, 0);
      return exports.length > 0 && flat > 0
        ? [{ id: `${region} sells ${element}`, slope: 1 / flat, activities: exports }]
        : [];
    });
  });
}
