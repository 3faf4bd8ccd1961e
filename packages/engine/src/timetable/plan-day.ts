import type { Model } from '../corridor/index.ts';
import { composeTimetable } from './compose-timetable.ts';
import type { LineSection } from './infrastructure/line-sections.ts';
import { type Plan, type PlannedPath, type PlanProblem, planTrains } from './plan/index.ts';
import type { TimetableOptions } from './plan-options.ts';
import type { Timetable } from './timetable.ts';
import { type TimetableProblem, timetableProblem } from './timetable-problem.ts';

/** A daily timetable with what it was planned from, for those who run its trains or add to them. */
export interface DayPlan {
  readonly timetable: Timetable;
  readonly problem: PlanProblem;
  /** A path for each train of the problem that has one. */
  readonly paths: ReadonlyArray<PlannedPath | undefined>;
  readonly sections: readonly LineSection[];
  /** The problem as stated, and the plan as found. */
  readonly stated: TimetableProblem;
  readonly plan: Plan;
}

/**
 * Makes a daily timetable as `planTimetable` does, and keeps the problem and the paths behind it.
 *
 * @param model - the corridor as drawn
 * @param options - work limit, seed, pins, numbers of trains
 * @returns timetable, problem and paths
 * @example
 * ```ts
 * const { timetable, problem, paths } = planDay(model, { workLimit: 1e6 });
 * ```
 */
export function planDay(model: Model, options: TimetableOptions = {}): DayPlan {
  const stated = timetableProblem(model, options);
  const { workLimit, seed, shouldStop } = options;
  const plan = planTrains(stated.problem, {
    ...(workLimit === undefined ? {} : { workLimit }),
    ...(seed === undefined ? {} : { seed }),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  });
  const { infrastructure, problem } = stated;
  const { sections } = infrastructure;
  return { timetable: composeTimetable(stated, plan), problem, paths: plan.paths, sections, stated, plan };
}
