import type { ElementDemand } from './element-demand.ts';
import type { RouteFinder } from './hauls.ts';
import { equilibriumOf, type NoEquilibrium } from './market/activity-market.ts';
import { marketOf } from './market-of.ts';
import { type MarketResult, marketResult } from './market-result.ts';
import type { CurveOf, MineralMarket } from './mineral-activity.ts';
import { type MineralTonnes, mineralTonnes } from './mineral-tonnes.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';

/** The market of one state of the world, solved. */
export interface EvaluatedState {
  readonly outcome: 'equilibrium';
  readonly state: WorldState;
  readonly market: MarketResult;
  readonly tonnes: readonly MineralTonnes[];
}

/**
 * Solves the market of a state of the world.
 *
 * @param minerals - the minerals of the corridor
 * @param demands - what is wanted at the reference prices
 * @param state - the state
 * @param routesOf - finds routes over the hauls that a state leaves open
 * @param curveOf - the demand curves; through reference price and quantity when left out
 * @returns the equilibrium, or why there is none
 * @example
 * ```ts
 * const solved = evaluateState(minerals, elementDemand(minerals).wanted, state, routesOf);
 * ```
 */
export function evaluateState(
  minerals: MineralsModel,
  demands: readonly ElementDemand[],
  state: WorldState,
  routesOf: (state: WorldState) => RouteFinder,
  curveOf?: CurveOf,
): EvaluatedState | NoEquilibrium {
  const market: MineralMarket = marketOf(minerals, demands, state, routesOf(state), curveOf);
  const found = equilibriumOf(market);
  if (found.outcome === 'no equilibrium') return found;
  return {
    outcome: 'equilibrium',
    state,
    market: marketResult(minerals, market, found),
    tonnes: mineralTonnes(minerals, market, found),
  };
}
