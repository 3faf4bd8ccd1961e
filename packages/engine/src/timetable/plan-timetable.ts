import type { Model } from '../corridor/index.ts';
import { planDay } from './plan-day.ts';
import type { TimetableOptions } from './plan-options.ts';
import type { Timetable } from './timetable.ts';

/**
 * Makes a conflict-free daily timetable of all services of a corridor.
 *
 * Scheduled trains leave at their time ± tolerance, demand-driven ones spread over the day; the weighted sum of journey
 * times and departure shifts is made small. Every wait names what is waited for; trains that do not fit are named with
 * the section that refuses them, services that cannot run at all with the reason.
 *
 * @param model - the corridor as drawn
 * @param options - work limit, seed, pins, numbers of trains
 * @returns the timetable; pure and deterministic for the same input, seed and limit
 * @example
 * ```ts
 * const { trains, refused } = planTimetable(model, { workLimit: 1e6 });
 * ```
 */
export function planTimetable(model: Model, options: TimetableOptions = {}): Timetable {
  return planDay(model, options).timetable;
}
