import { type DemandCurve, demandCurve } from './demand-curve.ts';
import type { RouteFinder } from './hauls.ts';
import { limitsOf, sellersOf } from './market-limits.ts';
import { canWork } from './measures.ts';
import type { CurveOf, MineralActivity, MineralMarket } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';
import { mining } from './mining.ts';
import type { OxideDemand } from './oxide-demand.ts';
import { shipping } from './shipping.ts';
import { treating } from './treating.ts';
import { using } from './using.ts';

/**
 * The market of a state of the world: what can be mined, treated, carried and used, at which cost, within which limits.
 * Masses in kg/s of oxide, money a kg.
 *
 * @param minerals - the minerals of the corridor
 * @param demands - what is wanted at the reference prices
 * @param state - railway, technology, measures, closed borders
 * @param routes - finds routes over the hauls that are open
 * @param curveOf - the demand curves; through reference price and quantity when left out
 * @returns the market
 * @example
 * ```ts
 * const market = marketOf(minerals, oxideDemand(minerals).oxides, state, routeFinder(minerals, conditions));
 * const found = equilibriumOf(market);
 * ```
 */
export function marketOf(
  minerals: MineralsModel,
  demands: readonly OxideDemand[],
  state: WorldState,
  routes: RouteFinder,
  curveOf: CurveOf = (demand) => referenceCurve(minerals, demand),
): MineralMarket {
  const working = Object.keys(minerals.plants).filter(
    (id) => minerals.plants[id].stage === 'separation' && canWork(minerals, id, state),
  );
  const curves = Object.fromEntries(
    demands.map((demand) => [`${demand.element} in ${demand.region}`, curveOf(demand)]),
  );
  const activities: MineralActivity[] = [
    ...mining(minerals),
    ...treating(minerals, working, state, routes),
    ...shipping(minerals, working, state, routes),
    ...using(minerals, demands, state, curves),
  ];
  return {
    activities,
    curves,
    limits: limitsOf(minerals, working, state, activities),
    sellers: sellersOf(minerals, activities, demands, curves),
  };
}

function referenceCurve(minerals: MineralsModel, { element, magnets, others }: OxideDemand): DemandCurve {
  const { price, elasticity } = minerals.elements[element];
  return demandCurve(price, magnets + others, elasticity);
}
