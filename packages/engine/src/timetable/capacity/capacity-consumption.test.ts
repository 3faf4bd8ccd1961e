import { describe, expect, it } from 'vitest';
import { consumptionByRate, consumptionByTimes } from './capacity-consumption.ts';
import { additionalTimeRate, occupancyLimits } from './line-kinds.ts';

describe('capacity consumption by UIC 406', () => {
  it('reproduces 75 % for 4500 s of trains and 900 s of buffers in two hours', () => {
    const { consumption, occupancyRate, spare } = consumptionByTimes({
      occupancyTime: 4500,
      bufferTimes: 600,
      crossingBuffers: 200,
      maintenance: 100,
      window: 7200,
    });
    expect(consumption).toBeCloseTo(0.75, 12);
    expect(occupancyRate).toBeCloseTo(0.625, 12);
    expect(spare).toBe(1800);
  });

  it('is full by the rate exactly when occupancy is at the limit the rate stands for', () => {
    for (const limit of [0.6, 0.7, 0.75, 0.85]) {
      const rate = additionalTimeRate(limit);
      const at = consumptionByRate({ occupancyTime: limit * 86_400, additionalTimeRate: rate, window: 86_400 });
      expect(at.consumption).toBeCloseTo(1, 12);
      expect(at.spare).toBeCloseTo(0, 6);
    }
  });

  it('has the rates that the code prints: 18, 43, 33 and 67 %', () => {
    const printed = Object.entries(occupancyLimits).map(([kind, { peakHour, day }]) => [
      kind,
      Math.round(additionalTimeRate(peakHour) * 100),
      Math.round(additionalTimeRate(day) * 100),
    ]);
    expect(printed).toEqual([
      ['suburban passenger', 18, 43],
      ['high speed', 33, 67],
      ['mixed traffic', 33, 67],
    ]);
  });

  it('goes beyond 1 instead of hiding trains that do not fit', () => {
    expect(consumptionByTimes({ occupancyTime: 4000, window: 3600 })).toMatchObject({ spare: -400 });
  });

  it('refuses nonsense and says what is expected', () => {
    expect(() => consumptionByTimes({ occupancyTime: 1, window: 0 })).toThrow(
      new RangeError('window is 0, expected a number above 0'),
    );
    expect(() => consumptionByTimes({ occupancyTime: -1, window: 1 })).toThrow('occupancy time is -1');
    expect(() => consumptionByRate({ occupancyTime: 1, additionalTimeRate: -0.1, window: 1 })).toThrow(RangeError);
    expect(() => additionalTimeRate(0)).toThrow(RangeError);
    expect(() => additionalTimeRate(75)).toThrow('limit of occupancy is 75, expected a share from 0 to 1');
  });
});
