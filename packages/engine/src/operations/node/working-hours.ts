import type { WorkingHours } from './network.ts';

const DAY = 86_400;
const YEAR_DAYS = 365;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Seconds of the year that calendars repeat after: 365 days. */
export const CALENDAR_YEAR = YEAR_DAYS * DAY;

/** Days of a week on which a shift is worked. */
export const shiftDays = ['every day', 'Monday to Friday', 'Monday to Saturday', 'Saturday', 'Sunday'] as const;

/** Hours that are worked on some days of the week; times of day in s, an end at or before the begin is the next day's. */
export interface Shift {
  readonly begin: number;
  readonly end: number;
  readonly days: (typeof shiftDays)[number];
  /** How many work. */
  readonly count: number;
}

/** A span of days, as `month-day`, both included. */
export interface Holiday {
  readonly from: string;
  readonly to: string;
  readonly effect: 'closed' | 'reduced' | 'peak';
}

/** What the hours of a resource follow from. */
export interface HoursInput {
  readonly shifts: readonly Shift[];
  readonly count: number;
  /** Seconds by which its clock is ahead of UTC. */
  readonly clock: number;
  /** Holidays that it keeps. */
  readonly holidays: readonly Holiday[];
  /** Year whose weekdays are taken; every year is like it. */
  readonly year: number;
}

/**
 * The hours of a resource over a year: shifts on its own clock, none on closed holidays and half of them (one at least)
 * on reduced ones. A shift belongs to the day on which it begins.
 *
 * @param input - shifts, clock, holidays
 * @returns the moments at which the number at work changes; null when all always work
 * @example
 * ```ts
 * const day = { begin: 28_800, end: 61_200, days: 'every day', count: 3 } as const;
 * workingHours({ shifts: [day], count: 3, clock: 0, holidays: [], year: 2025 })?.open[0]; // 0
 * ```
 */
export function workingHours({ shifts, count, clock, holidays, year }: HoursInput): WorkingHours | null {
  if (shifts.length === 0 && holidays.every(({ effect }) => effect === 'peak')) return null;
  const worked = shifts.length > 0 ? shifts : [{ begin: 0, end: DAY, days: 'every day' as const, count }];
  const changes = new Map<number, number>();
  const change = (time: number, by: number) => {
    const at = (((time - clock) % CALENDAR_YEAR) + CALENDAR_YEAR) % CALENDAR_YEAR;
    changes.set(at, (changes.get(at) ?? 0) + by);
  };
  let atStart = 0;
  const first = weekdayOfNewYear(year);
  const spans = holidays.map(({ from, to, effect }) => ({ from: dayOfYear(from), to: dayOfYear(to), effect }));
  for (let day = 0; day < YEAR_DAYS; day++) {
    const effect = effectOn(day, spans);
    if (effect === 'closed') continue;
    for (const shift of worked) {
      if (!isWorked(shift.days, (first + day) % 7)) continue;
      const number = effect === 'reduced' ? Math.max(1, Math.floor(shift.count / 2)) : shift.count;
      const begin = day * DAY + shift.begin;
      const end = day * DAY + (shift.end > shift.begin ? shift.end : shift.end + DAY);
      change(begin, number);
      change(end, -number);
      if (wraps(begin - clock, end - clock)) atStart += number;
    }
  }
  const times = [...changes.keys()].sort((a, b) => a - b);
  const open: number[] = [];
  let level = atStart;
  for (const time of times) {
    level += changes.get(time)!;
    open.push(Math.min(count, level));
  }
  return merged(times, open, Math.min(count, atStart));
}

/** Whether a span is under way just before a year begins. */
function wraps(begin: number, end: number): boolean {
  return Math.floor(begin / CALENDAR_YEAR) !== Math.floor(end / CALENDAR_YEAR);
}

/** Leaves out the moments at which nothing changes; the first is the start of the year. */
function merged(times: readonly number[], open: readonly number[], atStart: number): WorkingHours {
  const kept = { times: [0], open: [atStart] };
  for (const [index, time] of times.entries()) {
    if (time === 0) kept.open[0] = open[index]!;
    else if (open[index] !== kept.open.at(-1)) {
      kept.times.push(time);
      kept.open.push(open[index]!);
    }
  }
  return kept;
}

/** A holiday by its first and last day of the year; over new year when the last comes first. */
interface HolidaySpan {
  readonly from: number;
  readonly to: number;
  readonly effect: Holiday['effect'];
}

function effectOn(day: number, holidays: readonly HolidaySpan[]): Holiday['effect'] | undefined {
  const found = holidays.filter(({ from, to }) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
  return found.find(({ effect }) => effect === 'closed')?.effect ?? found.find(({ effect }) => effect)?.effect;
}

/** Day of the year from 0, of `month-day` or a full date; 29 February counts as 1 March. */
function dayOfYear(date: string): number {
  const [month, day] = date.slice(-5).split('-').map(Number) as [number, number];
  return monthDays.slice(0, month - 1).reduce((sum, days) => sum + days, 0) + day - 1;
}

/** Weekday of 1 January, 0 for Monday: Gauss's rule for the Gregorian calendar. */
function weekdayOfNewYear(year: number): number {
  const before = year - 1;
  return (5 * (before % 4) + 4 * (before % 100) + 6 * (before % 400)) % 7;
}

function isWorked(days: Shift['days'], weekday: number): boolean {
  switch (days) {
    case 'every day':
      return true;
    case 'Monday to Friday':
      return weekday < 5;
    case 'Monday to Saturday':
      return weekday < 6;
    case 'Saturday':
      return weekday === 5;
    case 'Sunday':
      return weekday === 6;
  }
}

/**
 * Part of the year in which at least one is at work.
 *
 * @param hours - its hours; null where all always work
 * @example
 * ```ts
 * openShare({ times: [0, 15_768_000], open: [0, 2] }); // 0.5
 * ```
 */
export function openShare(hours: WorkingHours | null): number {
  if (hours === null) return 1;
  const ends = [...hours.times.slice(1), CALENDAR_YEAR];
  const worked = hours.times.reduce((sum, time, i) => sum + (hours.open[i]! > 0 ? ends[i]! - time : 0), 0);
  return worked / CALENDAR_YEAR;
}
