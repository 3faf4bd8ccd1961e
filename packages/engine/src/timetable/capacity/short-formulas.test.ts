import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanHeadway, trainsPerHour } from './headway-capacity.ts';
import { scottCapacity } from './scott.ts';
import { uic405Trains } from './uic-405.ts';

describe("Scott's formula", () => {
  it('gives the two published examples', () => {
    expect(scottCapacity({ runningTime: 1200, blockWorking: 6000, efficiency: 0.75 })).toEqual({
      maximumTrainsPerDay: 12,
      practicalTrainsPerDay: 9,
    });
    const { practicalTrainsPerDay } = scottCapacity({ runningTime: 600, blockWorking: 120, efficiency: 0.9 });
    expect(practicalTrainsPerDay).toBeCloseTo(108, 12);
  });

  it('shortens the day by maintenance', () => {
    const half = scottCapacity({ runningTime: 600, blockWorking: 120, efficiency: 1, maintenance: 43_200 });
    expect(half.maximumTrainsPerDay).toBe(60);
  });

  it('refuses nonsense', () => {
    expect(() => scottCapacity({ runningTime: 0, blockWorking: 0, efficiency: 1 })).toThrow('together is 0');
    expect(() => scottCapacity({ runningTime: 60, blockWorking: -1, efficiency: 1 })).toThrow(
      'block working time is -1',
    );
    expect(() => scottCapacity({ runningTime: 60, blockWorking: 0, efficiency: 75 })).toThrow('efficiency is 75');
  });
});

describe('headways', () => {
  it('of 2 min give 30 trains an hour, with a margin of 1 min 20, of 2 and 3 min in turn 24', () => {
    expect(trainsPerHour([120])).toBe(30);
    expect(trainsPerHour([120], 60)).toBe(20);
    expect(trainsPerHour([120, 180])).toBe(24);
  });

  it('never add trains by growing, and do not mind their order', () => {
    const headways = fc.array(fc.integer({ min: 1, max: 3600 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(headways, fc.nat(600), (list, margin) => {
        expect(trainsPerHour(list, margin)).toBeLessThanOrEqual(trainsPerHour(list));
        expect(trainsPerHour([...list].reverse())).toBe(trainsPerHour(list));
        expect(trainsPerHour([...list, ...list])).toBeCloseTo(trainsPerHour(list), 9);
      }),
    );
  });

  it('of a mix weigh every pair of trains', () => {
    const table = [
      [180, 600],
      [120, 180],
    ];
    expect(meanHeadway(table, [1, 1])).toBe(270);
    expect(meanHeadway(table, [3, 0])).toBe(180);
    expect(meanHeadway(table, [2, 1])).toBeCloseTo((4 * 180 + 2 * 600 + 2 * 120 + 180) / 9, 9);
  });

  it('refuse nonsense', () => {
    expect(() => trainsPerHour([])).toThrow('no headways');
    expect(() => trainsPerHour([0])).toThrow('headway is 0');
    expect(() => trainsPerHour([60], -1)).toThrow('margin is -1');
    expect(() => meanHeadway([[1, 2]], [1])).toThrow('not 1 × 1');
    expect(() => meanHeadway([[1]], [0])).toThrow('trains of all kinds is 0');
  });
});

describe('UIC 405', () => {
  it('adds two thirds of the mean headway and a quarter of a minute a section over a day', () => {
    const day = uic405Trains({ meanHeadway: 300, sections: 4, window: 86_400, period: 'day' });
    expect(day).toBeCloseTo(1440 / (5 + 3.35 + 1), 9);
    const peak = uic405Trains({ meanHeadway: 300, sections: 0, window: 3600, period: 'peak' });
    expect(peak).toBeCloseTo(60 / (5 + 1.65), 9);
  });

  it('refuses nonsense', () => {
    expect(() => uic405Trains({ meanHeadway: 300, sections: 0, window: 0, period: 'day' })).toThrow('window is 0');
    expect(() => uic405Trains({ meanHeadway: 300, sections: 1.5, window: 1, period: 'day' })).toThrow(
      'sections is 1.5',
    );
  });
});
