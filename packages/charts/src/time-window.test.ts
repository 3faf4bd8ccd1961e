import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, wrapped, wrappedSpans } from './time-window.ts';

const day = { from: 0, to: 86_400 };
const hour = 3600;

describe('a run in a window of the day', () => {
  it('comes in again at the left where it left at midnight', () => {
    const night = [
      { distance: 0, time: 23 * hour },
      { distance: 60_000, time: 25 * hour },
    ];
    expect(wrapped(night, day)).toEqual([
      [
        { distance: 30_000, time: 0 },
        { distance: 60_000, time: hour },
      ],
      [
        { distance: 0, time: 23 * hour },
        { distance: 30_000, time: 24 * hour },
      ],
    ]);
  });

  it('is shown once for each day that it takes', () => {
    const long = [
      { distance: 0, time: 20 * hour },
      { distance: 100, time: 50 * hour },
    ];
    expect(wrapped(long, day).map((line) => [line[0]!.time / hour, line.at(-1)!.time / hour])).toEqual([
      [0, 2],
      [0, 24],
      [20, 24],
    ]);
  });

  it('is cut to some hours, and left out when it runs at others', () => {
    const run = [
      { distance: 0, time: 5 * hour },
      { distance: 40_000, time: 9 * hour },
    ];
    expect(wrapped(run, { from: 6 * hour, to: 7 * hour })).toEqual([
      [
        { distance: 10_000, time: 6 * hour },
        { distance: 20_000, time: 7 * hour },
      ],
    ]);
    expect(wrapped(run, { from: 10 * hour, to: 12 * hour })).toEqual([]);
  });

  it('loses and gains no time in a whole day', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -9000, max: 9000 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.integer({ min: -90_000, max: 90_000 }), steps, (start, list) => {
        const points = [{ distance: 0, time: start }];
        for (const [time, distance] of list) {
          const last = points.at(-1)!;
          points.push({ time: last.time + time, distance: last.distance + distance });
        }
        const shown = wrapped(points, day);
        const length = shown.reduce((sum, line) => sum + line.at(-1)!.time - line[0]!.time, 0);
        expect(length).toBeCloseTo(points.at(-1)!.time - start, 6);
        for (const { time } of shown.flat()) expect(time >= 0 && time <= 86_400).toBe(true);
      }),
    );
  });

  it('wraps spans alike', () => {
    expect(wrappedSpans(23 * hour, 26 * hour, day)).toEqual([
      { from: 0, to: 2 * hour },
      { from: 23 * hour, to: 24 * hour },
    ]);
    expect(wrappedSpans(30 * hour, 30 * hour, day)).toEqual([{ from: 6 * hour, to: 6 * hour }]);
    expect(wrappedSpans(hour, 2 * hour, { from: 3 * hour, to: 4 * hour })).toEqual([]);
  });

  it('writes times with their day', () => {
    expect([0, 3659, 86_340, 90_000, -60].map(clockText)).toEqual([
      '00:00',
      '01:01',
      '23:59',
      '01:00 (+1 d)',
      '23:59 (−1 d)',
    ]);
  });
});
