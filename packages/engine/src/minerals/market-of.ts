import { type DemandCurve, demandCurve } from './demand-curve.ts';
import { type ElementDemand, wantedAt } from './element-demand.ts';
import type { RouteFinder } from './hauls.ts';
import { referenceInMagnets } from './magnet-making.ts';
import { making } from './making.ts';
import { limitsOf, sellersOf } from './market-limits.ts';
import { canWork } from './measures.ts';
import type { CurveOf, MineralActivity, MineralMarket } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';
import { mining } from './mining.ts';
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
 * const market = marketOf(minerals, elementDemand(minerals).wanted, state, routeFinder(minerals, conditions));
 * const found = equilibriumOf(market);
 * ```
 */
export function marketOf(
  minerals: MineralsModel,
  demands: readonly ElementDemand[],
  state: WorldState,
  routes: RouteFinder,
  curveOf: CurveOf = (demand) => referenceCurve(minerals, demand),
): MineralMarket {
  const working = Object.keys(minerals.plants).filter((id) => canWork(minerals, id, state));
  const separating = working.filter((id) => minerals.plants[id].stage === 'separation');
  const curves = Object.fromEntries(demands.map((demand) => [wantedAt(demand), curveOf(demand)]));
  const taking = [...making(minerals, working, state), ...using(minerals, demands, state, curves)];
  const wanted = new Set(taking.flatMap(({ flows }) => flows.flatMap(([node, mass]) => (mass < 0 ? [node] : []))));
  const activities: MineralActivity[] = [
    ...mining(minerals),
    ...treating(minerals, separating, state, routes),
    ...shipping(minerals, separating, state, routes, wanted),
    ...taking,
  ];
  return {
    activities,
    curves,
    limits: limitsOf(minerals, working, state, activities),
    sellers: sellersOf(minerals, activities, demands, curves),
  };
}

function referenceCurve(minerals: MineralsModel, { element, form, amount }: ElementDemand): DemandCurve {
  const { price, elasticity } = form === 'oxide' ? minerals.elements[element] : referenceInMagnets(minerals, element);
  return demandCurve(price, amount, elasticity);
}
