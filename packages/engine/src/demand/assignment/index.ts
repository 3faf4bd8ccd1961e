/** Assignment: which routes the flows take when links cost the more the more they carry. */
export type {
  Assignment,
  AssignmentLimits,
  AssignmentOutcome,
  AssignmentSearch,
  DemandWithoutRoute,
} from './assignment.ts';
export type { AssignedRoute } from './bush-routes.ts';
export { type CostCurve, costCurve } from './cost-curve.ts';
export { systemOptimum, userEquilibrium } from './equilibrium.ts';
export { EquilibriumSearch } from './equilibrium-search.ts';
export { FrankWolfeSearch } from './frank-wolfe.ts';
export type { Principle } from './link-costs.ts';
export { type LogitEquilibrium, type LogitPair, logitEquilibrium } from './logit-equilibrium.ts';
export { pathSizeLogit, pathSizes, type SizedRoute } from './path-size.ts';
export { faultOfPerformance, type LinkPerformance } from './performance.ts';
export {
  type AssignmentProblem,
  assignmentFaults,
  type DemandClass,
  type OriginDemand,
  type UnreachedPair,
} from './problem.ts';
