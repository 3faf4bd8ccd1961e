import type { Model } from '../corridor/index.ts';
import { lineCapacity, type SectionCapacity } from './line-capacity.ts';
import { mainJourneyServices } from './main-journey-services.ts';
import { type DayPlan, planDay } from './plan-day.ts';
import type { TimetableOptions } from './plan-options.ts';
import { type PublishedComparison, publishedComparisons } from './published-capacity.ts';
import { type Saturation, saturatePlan } from './saturation.ts';
import type { Timetable } from './timetable.ts';

/** The timetable of an option, and how full it leaves the lines. */
export interface PlannedLine {
  readonly plan: Timetable;
  readonly sections: readonly SectionCapacity[];
  /** Published capacities of parts of lines beside the computed ones. */
  readonly published: readonly PublishedComparison[];
  /** How many more trains of the main journey's services fit; one entry a leg of it. */
  readonly saturations: ReadonlyArray<Saturation & { readonly services: readonly string[] }>;
}

/**
 * Plans a corridor's lines: its timetable, the capacity of its sections, and the room for more trains of the main
 * journey.
 *
 * @param model - the corridor as drawn
 * @param options - as for `planTimetable`
 * @returns timetable, capacities, published capacities beside them, and the room for more trains
 * @example
 * ```ts
 * const { plan, saturations } = planLine(model);
 * ```
 */
export function planLine(model: Model, options: TimetableOptions = {}): PlannedLine {
  return capacityLeft(model, planDay(model, options), options);
}

/**
 * How full a planned day leaves a corridor's lines.
 *
 * @param model - the corridor as drawn
 * @param day - the day, planned with the same options
 * @param options - as for `planTimetable`
 * @returns timetable, capacities, published capacities beside them, and the room for more trains
 * @example
 * ```ts
 * const { saturations } = capacityLeft(model, planDay(model));
 * ```
 */
export function capacityLeft(
  model: Model,
  { timetable: plan, stated, plan: found }: DayPlan,
  options: TimetableOptions = {},
): PlannedLine {
  const sections = lineCapacity(model, plan);
  const saturations = mainJourneyServices(model).map((services) => ({
    services,
    ...saturatePlan(stated, found, { ...options, services }).found,
  }));
  return { plan, sections, published: publishedComparisons(model, plan, sections), saturations };
}
