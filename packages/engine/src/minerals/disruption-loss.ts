import { demandCurve } from './demand-curve.ts';
import { type ElementDemand, wantedAt } from './element-demand.ts';
import { type EvaluatedState, evaluateState } from './evaluate-state.ts';
import type { RouteFinder } from './hauls.ts';
import { referenceInMagnets } from './magnet-making.ts';
import type { NoEquilibrium } from './market/activity-market.ts';
import type { MarketResult } from './market-result.ts';
import type { CurveOf } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';

/** What a disruption costs. */
export interface DisruptionLoss {
  /** Fall of the net social payoff of the world while it lasts, stocks apart; money. */
  readonly world: number;
  /** What buyers of each region lose once their stocks are used up; money. */
  readonly buyers: Readonly<Record<string, number>>;
  /** Oxide, and metal in magnets, that buyers of each region go without after that, kg. */
  readonly unserved: Readonly<Record<string, number>>;
  /** Highest price of the oxide of each element anywhere meanwhile, money/kg. */
  readonly peak: Readonly<Record<string, number>>;
}

/** Losses by disruption, or why one could not be computed. */
export type DisruptionLosses = Readonly<Record<string, DisruptionLoss | NoEquilibrium>>;

/**
 * What each disruption of the corridor costs from an equilibrium on. While it lasts no plant is built, and demand moves
 * along curves through the equilibrium with the elasticity of a year, not of years.
 *
 * @param minerals - the minerals of the corridor
 * @param demands - what is wanted at the reference prices
 * @param before - the equilibrium that is disrupted
 * @param routesOf - finds routes over the hauls that a state leaves open
 * @returns losses by disruption
 * @example
 * ```ts
 * const { 'border-closed': loss } = disruptionLosses(minerals, demands, before, routesOf);
 * ```
 */
export function disruptionLosses(
  minerals: MineralsModel,
  demands: readonly ElementDemand[],
  before: EvaluatedState,
  routesOf: (state: WorldState) => RouteFinder,
): DisruptionLosses {
  const curveOf = shortRun(minerals, before.market);
  const calm = evaluateState(minerals, demands, before.state, routesOf, curveOf);
  return Object.fromEntries(
    Object.entries(minerals.disruptions).map(([id, { measures, closes, duration }]) => {
      if (calm.outcome === 'no equilibrium') return [id, calm];
      const state: WorldState = {
        ...before.state,
        measures: [...before.state.measures, ...Object.values(measures)],
        closed: closes === undefined ? before.state.closed : [...before.state.closed, closes],
      };
      const disrupted = evaluateState(minerals, demands, state, routesOf, curveOf);
      if (disrupted.outcome === 'no equilibrium') return [id, disrupted];
      return [id, lossOf(minerals, calm.market, disrupted.market, duration)];
    }),
  );
}

/** Curves through what is bought now, steeper than over years. */
function shortRun(minerals: MineralsModel, { uses }: MarketResult): CurveOf {
  return (wanted) => {
    const { element, form, amount } = wanted;
    const { price, elasticity } = form === 'oxide' ? minerals.elements[element] : referenceInMagnets(minerals, element);
    const within = elasticity * minerals.short_run;
    const { price: paid, mass } = uses[wantedAt(wanted)];
    // Where next to nothing is paid or bought, the curve of the reference price has to serve.
    if (paid < 0.01 * price || mass <= 0) return demandCurve(price, amount, within);
    return demandCurve(paid, mass, within);
  };
}

function lossOf(
  minerals: MineralsModel,
  calm: MarketResult,
  disrupted: MarketResult,
  duration: number,
): DisruptionLoss {
  const buyers: Record<string, number> = {};
  const unserved: Record<string, number> = {};
  const peak: Record<string, number> = {};
  for (const [region, { stock }] of Object.entries(minerals.regions)) {
    const exposed = Math.max(0, duration - stock);
    const was = calm.regions[region];
    const is = disrupted.regions[region];
    buyers[region] = (was.buyersSurplus - is.buyersSurplus) * exposed;
    unserved[region] = Object.entries(calm.uses).reduce(
      (sum, [node, use]) =>
        use.region === region ? sum + Math.max(0, use.mass - disrupted.uses[node].mass) * exposed : sum,
      0,
    );
    for (const [element, price] of Object.entries(is.prices)) peak[element] = Math.max(peak[element] ?? 0, price);
  }
  return { world: (calm.payoff - disrupted.payoff) * duration, buyers, unserved, peak };
}
