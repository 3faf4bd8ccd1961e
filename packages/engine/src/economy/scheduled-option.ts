import type { Model } from '../corridor/index.ts';
import { type ApprovedSchedule, approvedSchedule } from './approvals.ts';
import type { EconomicOption } from './economic-option.ts';

/** An option that is built and opens when its approvals allow. */
export interface ScheduledOption extends EconomicOption {
  readonly schedule: ApprovedSchedule;
  /** As its file states it. */
  readonly asStated: EconomicOption;
}

/**
 * Puts the works of an option, what they disrupt and its opening off by the years that open approvals ask for. What the
 * do-minimum builds as well stays where it is.
 *
 * @param option - as its file states it
 * @param minimum - the do-minimum
 * @example
 * ```ts
 * scheduled(newLine, doMinimum).opens; // 2034, with works stated for 2026 and a loan expected in 2027
 * ```
 */
export function scheduled(option: EconomicOption, minimum: EconomicOption): ScheduledOption {
  const { capital, disruptions, approvals } = option.model;
  const own = Object.entries(capital).filter(([id]) => !Object.hasOwn(minimum.model.capital, id));
  const works = own.filter(([, { kind }]) => kind !== 'land' && kind !== 'management');
  const begins = works.length > 0 ? Math.min(...works.map(([, item]) => item.begins)) : option.opens;
  const schedule = approvedSchedule(approvals, option.id, { begins, opens: option.opens });
  const model: Model = {
    ...option.model,
    capital: putOff(capital, minimum.model.capital, schedule.delay),
    disruptions: putOff(disruptions, minimum.model.disruptions, schedule.delay),
  };
  return { ...option, model, opens: option.opens + schedule.delay, schedule, asStated: option };
}

function putOff<T extends { readonly begins: number; readonly ends: number }>(
  entries: Readonly<Record<string, T>>,
  shared: Readonly<Record<string, unknown>>,
  years: number,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => {
      const shift = Object.hasOwn(shared, id) ? 0 : years;
      return [id, { ...entry, begins: entry.begins + shift, ends: entry.ends + shift }];
    }),
  );
}
