import { type Model, timeOfDay } from '../corridor/index.ts';
import { stationClock } from './infrastructure/time-base.ts';
import type { DepartureWish } from './plan/index.ts';
import { DAY, SHIFT_WEIGHTS, type TimetableOptions } from './plan-options.ts';

/** One train that a service wants to run. */
export interface WantedTrain {
  readonly number: number;
  readonly departure: DepartureWish;
  readonly shiftWeight: number;
  /** Scheduled trains 2, the least of a demand-driven service 1, its further trains 0. */
  readonly rank: number;
}

/**
 * The trains that a service wants in a day: a scheduled one at its time with its tolerance, more of them in
 * the time that its timetable covers; demand-driven ones each in
 * an equal share of the day, or at another time when its share has no path.
 */
export function wantedTrains(model: Model, id: string, { trains }: TimetableOptions): WantedTrain[] {
  const service = model.services[id]!;
  const clock = stationClock(model, service.route[0]!);
  if (service.kind === 'scheduled') {
    const time = (timeOfDay(service.departure ?? '00:00') - clock + DAY) % DAY;
    const tolerance = Math.floor(service.departure_tolerance ?? 0);
    const { daily = 1 } = service;
    const count = trains?.[id] ?? daily;
    const span = daily * (service.interval ?? DAY / daily);
    return Array.from({ length: count }, (_, i) => {
      const at = (time + Math.floor((i * span) / count)) % DAY;
      const departure = { earliest: at - tolerance, latest: at + tolerance, from: at, to: at };
      return { number: i + 1, departure, shiftWeight: SHIFT_WEIGHTS.scheduled, rank: 2 };
    });
  }
  const least = Math.ceil((service.least ?? 0) * DAY - 1e-6);
  const count = trains?.[id] ?? Math.max(least, Math.round((service.most ?? 0) * DAY));
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * DAY) / count);
    const to = Math.max(from, Math.floor(((i + 1) * DAY) / count) - 1);
    const middle = Math.floor((from + to) / 2);
    return {
      number: i + 1,
      departure: { earliest: middle - DAY / 2, latest: middle + DAY / 2 - 1, from, to },
      shiftWeight: SHIFT_WEIGHTS['demand-driven'],
      rank: Math.floor((i * least) / count) !== Math.floor(((i + 1) * least) / count) ? 1 : 0,
    };
  });
}
