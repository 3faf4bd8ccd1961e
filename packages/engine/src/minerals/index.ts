/**
 * Room 6, minerals: where is ore mined, refined, sold, under which policy?
 * Takes the deposits, mines, plants, hauls and policies of the corridor and the times of its journeys; returns who
 * produces, refines and buys how much at what price, what travels on the railway, and what disruptions cost.
 */
export * from './balance.ts';
export * from './concentration.ts';
export type { DisruptionLoss, DisruptionLosses } from './disruption-loss.ts';
export type { DemandForElements, ElementDemand } from './element-demand.ts';
export type { MineIncomeRisk, RiskyIncome } from './income-risk.ts';
export type { Incomes } from './incomes.ts';
export * from './market/activity-market.ts';
export * from './market/asymmetric-equilibrium.ts';
export type { FeedFlow, MarketResult, MineResult, PlantResult, RegionResult, TradeFlow } from './market-result.ts';
export * from './min-cost-flow.ts';
export { type KnownStates, mineralMarket } from './mineral-market.ts';
export type { MineralTonnes } from './mineral-tonnes.ts';
export {
  type DrawnState,
  type LossSums,
  lossSums,
  type MineralsDetail,
  type MineralsDraw,
  mineralsDraw,
} from './minerals-draw.ts';
export * from './minerals-outcome.ts';
export { type OreChain, stageMasses } from './ore-chains.ts';
export type { BasketRisk } from './price-risk.ts';
export * from './processing-chain.ts';
export * from './stoichiometry.ts';
export { tonnesOffered } from './tonnes-offered.ts';
export * from './two-causes.ts';
