import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_YEAR, type HoursInput, openShare, workingHours } from './working-hours.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const day = { begin: 8 * HOUR, end: 17 * HOUR, days: 'every day', count: 3 } as const;
const plain: HoursInput = { shifts: [day], count: 3, clock: 0, holidays: [], year: 2025 };

/** How many are at work at a time of the year. */
function openAt(input: HoursInput, time: number): number {
  const { times, open } = workingHours(input)!;
  return open[times.findLastIndex((from) => from <= time)]!;
}

describe('the hours of a resource', () => {
  it('are those of its shifts, on its own clock', () => {
    expect([7.9, 8, 16.9, 17].map((hour) => openAt(plain, hour * HOUR))).toEqual([0, 3, 3, 0]);
    expect([0.9, 1, 9.9, 10].map((hour) => openAt({ ...plain, clock: 7 * HOUR }, hour * HOUR))).toEqual([0, 3, 3, 0]);
  });

  it('go over midnight, and over the end of the year', () => {
    const night = { ...plain, shifts: [{ ...day, begin: 20 * HOUR, end: 6 * HOUR }] };
    expect([0, 5.9, 6, 19.9, 20].map((hour) => openAt(night, hour * HOUR))).toEqual([3, 3, 0, 0, 3]);
    const whole = workingHours({ ...plain, shifts: [{ ...day, begin: 0, end: 24 * HOUR }] })!;
    expect(whole).toEqual({ times: [0], open: [3] });
  });

  it('know the days of the week: 1 January 2025 was a Wednesday', () => {
    const weekdays = { ...plain, shifts: [{ ...day, days: 'Monday to Friday' as const }] };
    expect([0, 1, 2, 3, 4, 5].map((index) => openAt(weekdays, index * DAY + 12 * HOUR))).toEqual([3, 3, 3, 0, 0, 3]);
  });

  it('rest on closed holidays and are halved on reduced ones', () => {
    const holidays = [
      { from: '01-02', to: '01-02', effect: 'closed' },
      { from: '2025-01-03', to: '2025-01-04', effect: 'reduced' },
      { from: '01-05', to: '01-05', effect: 'peak' },
    ] as const;
    expect([0, 1, 2, 3, 4].map((index) => openAt({ ...plain, holidays }, index * DAY + 12 * HOUR))).toEqual([
      3, 0, 1, 1, 3,
    ]);
  });

  it('are no calendar where all always work', () => {
    expect(workingHours({ ...plain, shifts: [] })).toBeNull();
    expect(openShare(null)).toBe(1);
  });

  it('add up to the hours of all shifts', () => {
    const shift = fc.record({ begin: fc.integer({ min: 0, max: 23 }), length: fc.integer({ min: 1, max: 23 }) });
    fc.assert(
      fc.property(shift, fc.integer({ min: -12, max: 12 }), ({ begin, length }, clock) => {
        const end = ((begin + length) % 24) * HOUR;
        const hours = workingHours({ ...plain, shifts: [{ ...day, begin: begin * HOUR, end }], clock: clock * HOUR });
        expect(openShare(hours)).toBeCloseTo(length / 24, 9);
        expect(hours!.times.every((time) => time >= 0 && time < CALENDAR_YEAR)).toBe(true);
        expect(hours!.open.every((open) => open === 0 || open === 3)).toBe(true);
      }),
    );
  });
});
