/**
 * Numerics: one cited algorithm a file, each with the same bits on every machine.
 */
export { andersonWeights } from './anderson.ts';
export { canonicalJson, NotCanonicalError } from './canonical-json.ts';
export { linearComplementarity } from './complementarity.ts';
export { batchMeans, type ConfidenceInterval, confidenceInterval } from './confidence.ts';
export * from './distributions.ts';
export * from './elementary.ts';
export { enlarged } from './enlarged.ts';
export { EventQueue } from './event-queue.ts';
export { type ExponentialTerm, exponentialSumRoots } from './exponential-sum-roots.ts';
export { buildGraph, type Graph } from './graph.ts';
export { type IncreasingProblem, increasingRoot } from './increasing-root.ts';
export {
  objectiveOf,
  type Program,
  type ProgramConstraint,
  type ProgramFailure,
  type ProgramOptimum,
  type ProgramResidues,
  type ProgramVariable,
  residuesOf,
  type SolveLinearProgram,
} from './linear-program.ts';
export { solveSeparableProgram } from './separable-program.ts';
export { contentHash } from './sha256.ts';
export { pathEdges, type ShortestPaths, shortestPaths } from './shortest-path.ts';
export { minimise } from './simplex.ts';
export { type SparseFactor, sparseFactor } from './sparse-cholesky.ts';
export { erf, erfc } from './special/error-function.ts';
export { incompleteBeta } from './special/incomplete-beta.ts';
export { incompleteGamma } from './special/incomplete-gamma.ts';
export { logBeta, logGamma } from './special/log-gamma.ts';
export { mean, quantilesType7, quantileType7, standardDeviation, variance, weightedMean } from './statistics.ts';
export { type Stream, stream } from './streams.ts';
export { studentTQuantile } from './student-t.ts';
export { compensatedSum } from './summation.ts';
