/** The dispatcher: which train goes first, where, and when. */
export type {
  DelayComponent,
  DispatchEvent,
  DispatchProblem,
  DispatchSolution,
  Operation,
  ResourceUse,
} from './problem.ts';
export { DispatchSearch, type DispatchStatus } from './search.ts';
export { type DispatchOptions, type DispatchResult, solveDispatch } from './solve.ts';
export { type Verdict, verifySolution } from './verify.ts';
