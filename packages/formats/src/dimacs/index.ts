/** The DIMACS format of minimum-cost-flow problems. */
export { DimacsError, readMinCostFlow } from './read-min-cost-flow.ts';
