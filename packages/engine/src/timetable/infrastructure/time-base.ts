import type { Model } from '../../corridor/index.ts';

/** Seconds by which the clock of a country is ahead of the time base, UTC: `UTC+7` → 25,200. */
export function clockOffset(model: Model, country: string): number {
  const match = /^UTC([+-])(\d{1,2})(?::(\d{2}))?$/.exec(model.countries[country]?.clock ?? '');
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/** Seconds by which the clock of a station is ahead of the time base. */
export function stationClock(model: Model, station: string): number {
  return clockOffset(model, model.stations[station]!.country);
}

/** Seconds since midnight of a time of day such as `22:00`. */
export function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(':');
  return Number(hours) * 3600 + Number(minutes) * 60;
}
