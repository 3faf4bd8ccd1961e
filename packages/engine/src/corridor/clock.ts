import type { Model } from './model.ts';

/**
 * Seconds by which the clock of a country is ahead of the time base of all computation, UTC.
 *
 * @param model - the corridor as drawn
 * @param country - id of the country
 * @example
 * ```ts
 * clockOffset(model, 'vn'); // 25200 for `UTC+7`
 * ```
 */
export function clockOffset(model: Pick<Model, 'countries'>, country: string): number {
  const match = /^UTC([+-])(\d{1,2})(?::(\d{2}))?$/.exec(model.countries[country]?.clock ?? '');
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/**
 * Seconds since midnight of a time of day.
 *
 * @param text - hours and minutes, and seconds where they matter
 * @example
 * ```ts
 * timeOfDay('22:00'); // 79200
 * ```
 */
export function timeOfDay(text: string): number {
  const [hours, minutes, seconds = '0'] = text.split(':');
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
