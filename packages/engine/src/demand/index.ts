/**
 * Room 5, demand: who sends what by which way, at that service?
 * Takes the markets and ways of the corridor and the service levels of its journeys; returns flows by market, way and
 * year, generalised costs by part, logsums, and the trains that follow.
 */

export {
  type AccessCharge,
  chargeOn,
  type RunPart,
  runParts,
  type TrackBody,
  trackBodyOf,
  trainCharges,
  trainMasses,
} from './access-charges.ts';
export * from './assignment/index.ts';
export { type Calibration, calibrate } from './calibration.ts';
export * from './choice/index.ts';
export type {
  AlternativeFlow,
  CalibratedMarket,
  Convergence,
  CostParts,
  DemandOutcome,
  DemandYear,
  HeldBack,
  MarketYear,
  Needed,
  RailElasticity,
  RoadYear,
  SectionFlow,
  ServiceLoad,
  TestedClaim,
  TestedForecast,
  TestedRoom,
  TransportMode,
} from './demand-outcome.ts';
export { demandYear } from './demand-year.ts';
export * from './distribution/index.ts';
export { growthFactor, secondsPerYear } from './growth.ts';
export { demandIn, type InterpolatedYear } from './interpolation.ts';
export { type MarketQuestion, marketFlows, marketsAt } from './market-flows.ts';
export { hasMarkets, marketsOf } from './markets.ts';
export { type DemandNetwork, demandNetwork, observedSupply, observedTrains, supplyUnder } from './network.ts';
export { demandOutcome, type SettledYear } from './outcome.ts';
export { passedOn } from './passed-on.ts';
export { roadsIn, type YearRoads } from './road-equilibrium.ts';
export { combined, type Difference, difference, type Supply } from './supply.ts';
export { type DemandSums, demandSums, demandYears, type RailTotals, railTotals, totalsByYear } from './totals.ts';
export { isFreight, journeyFlows, wholeTrains } from './trains.ts';
export { marketsIn, type YearMarkets, type YearQuestion } from './year-markets.ts';
