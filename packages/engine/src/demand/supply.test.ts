import { describe, expect, it } from 'vitest';
import type { ServiceLevel } from '../operations/index.ts';
import { combined, difference, type Supply } from './supply.ts';

const level = (time: number) => ({ time, deviation: time / 10 }) as ServiceLevel;
const supply = (time: number, room: number, road: number, gate: number): Supply => ({
  journeys: { box: level(time) },
  lengths: { box: 100_000 },
  passedOn: {},
  links: { gate },
  passages: {
    'fruit/by-road': [
      ['road', road],
      ['gate', 1 - road],
    ],
  },
  shared: { yard: { room, takes: [['box', 0.1]] } },
});
const one = supply(1000, 0.5, 1, 400);
const other = supply(2000, 0.7, 0.5, 100);

describe('supplies', () => {
  it('are added up with their weights', () => {
    const between = combined([one, other], [0.25, 0.75]);
    expect(between.journeys.box.time).toBe(1750);
    expect(between.journeys.box.deviation).toBe(175);
    expect(between.shared.yard.room).toBeCloseTo(0.65, 12);
    expect(between.links.gate).toBe(175);
    expect(Object.fromEntries(between.passages['fruit/by-road'])).toEqual({ road: 0.625, gate: 0.375 });
  });

  it('never get a time, a room or a part of a way below what can be', () => {
    const beyond = combined([one, other], [3, -2]);
    expect(beyond.journeys.box.time).toBe(600);
    expect(beyond.shared.yard.room).toBeCloseTo(0.1, 12);
    expect(combined([one, other], [6, -5]).shared.yard.room).toBe(0);
    expect(Object.fromEntries(beyond.passages['fruit/by-road'])).toEqual({ road: 2 });
  });

  it('differ by parts of times and by rooms, and agree only with themselves', () => {
    expect(difference(one, one).most).toBe(0);
    const { most, parts } = difference(one, other);
    expect(most).toBe(0.75);
    expect(parts).toEqual([0.5, -0.75, expect.closeTo(0.2, 12)]);
  });
});
