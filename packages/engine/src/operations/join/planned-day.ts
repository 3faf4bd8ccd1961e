import type { LineSection, PlannedPath, PlanProblem } from '../../timetable/index.ts';
import type { DispatchRule } from '../line/rule-dispatch.ts';
import type { TrainsRun } from '../trains-run.ts';

/** What is simulated. */
export interface PlannedDay {
  readonly problem: PlanProblem;
  readonly paths: ReadonlyArray<PlannedPath | undefined>;
  readonly sections: readonly LineSection[];
}

/** How days are simulated. */
export interface DaysOptions {
  readonly days: number;
  /** Days before statistics begin. */
  readonly warmUp: number;
  readonly seed: number;
  readonly draw: number;
  readonly dispatch: DispatchRule | 'planned order';
  /** False: nothing happens but what is planned. */
  readonly disturbed: boolean;
  /** Trains that run and carry something, real-valued, where fewer do than have a path; every path is used when left out. */
  readonly trains?: TrainsRun;
  /** A train whose way is recorded: its id in the plan, and the day on which it runs. */
  readonly trace?: { readonly train: string; readonly day: number };
}
