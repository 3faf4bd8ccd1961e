/** The plan: which trains fit together on a line, every day alike. */
export { conflictsOf, type PlanConflict } from './check-plan.ts';
export type { LikeTrain } from './construct.ts';
export type { NoPath } from './path-finder.ts';
export { type Plan, type PlanTrainsOptions, planTrains } from './plan-trains.ts';
export {
  type BlockingWindow,
  type Booking,
  type Closure,
  type DepartureWish,
  type Movement,
  type Passage,
  type PathGraph,
  type PathState,
  type PlannedPath,
  type PlanProblem,
  type PlanResource,
  type PlanTrain,
  type ResourceKind,
  type Stay,
  TRACK_LEFT,
  TRACK_REACHED,
} from './problem.ts';
