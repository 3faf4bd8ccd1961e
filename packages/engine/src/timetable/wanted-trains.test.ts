import { describe, expect, test } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { wantedTrains } from './wanted-trains.ts';

const hour = 3600;
const departures = (change: string, trains?: Record<string, number>) =>
  wantedTrains(modelOfTiny(`services: { north: { kind: scheduled, departure: '06:00', ${change} } }`), 'north', {
    trains,
  }).map(({ departure }) => departure.from);

describe('the trains of a scheduled service', () => {
  const first = departures('daily: 1')[0]!;

  test('leave once a day when nothing else is said', () => {
    expect(departures('daily: 1')).toHaveLength(1);
  });

  test('leave as often and as far apart as their timetable says', () => {
    expect(departures('daily: 4, interval: 3.5 h')).toEqual([0, 3.5, 7, 10.5].map((after) => first + after * hour));
  });

  test('are spread over the same part of the day when travellers need more of them', () => {
    expect(departures('daily: 2, interval: 6 h', { north: 4 })).toEqual(
      [0, 3, 6, 9].map((after) => first + after * hour),
    );
  });

  test('stay within the day', () => {
    for (const at of departures('daily: 12')) expect(at).toBeLessThan(24 * hour);
  });
});
