/**
 * Room 5, demand: who sends what by which way, at that service?
 * Takes the markets and ways of the corridor and the service levels of its journeys; returns flows by market, way and
 * year, generalised costs by part, logsums, and the trains that follow.
 */

export * from './assignment/index.ts';
export type {
  AlternativeFlow,
  CalibratedMarket,
  Convergence,
  CostParts,
  DemandOutcome,
  DemandYear,
  HeldBack,
  MarketYear,
  SectionFlow,
  TransportMode,
} from './demand-outcome.ts';
export * from './distribution/index.ts';
