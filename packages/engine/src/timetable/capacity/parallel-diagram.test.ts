import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionCapacity, pairCapacity } from './parallel-diagram.ts';

describe('the capacity of a parallel diagram', () => {
  it('is 39.7 pairs for a period of 34 min and 90 min of maintenance', () => {
    const capacity = pairCapacity({ cycleTime: 2040, fixedTime: 5400 });
    expect(capacity.pairsPerDay).toBeCloseTo(1350 / 34, 12);
    expect(capacity.reportedPairsPerDay).toBe(39.7);
    expect(capacity.trainsPerDay).toBeCloseTo(2700 / 34, 12);
  });

  it('counts several pairs of a cycle, and one direction of double track in trains', () => {
    expect(pairCapacity({ cycleTime: 3600, fixedTime: 0, pairsPerCycle: 2 }).pairsPerDay).toBe(48);
    expect(directionCapacity({ headway: 480, fixedTime: 7200 })).toEqual({
      trainsPerDay: 165,
      reportedTrainsPerDay: 165,
    });
  });

  it('never grows with the period or the maintenance window', () => {
    const time = fc.integer({ min: 60, max: 20_000 });
    fc.assert(
      fc.property(time, time, time, (cycleTime, fixedTime, more) => {
        const base = pairCapacity({ cycleTime, fixedTime }).pairsPerDay;
        expect(pairCapacity({ cycleTime: cycleTime + more, fixedTime }).pairsPerDay).toBeLessThan(base);
        expect(pairCapacity({ cycleTime, fixedTime: fixedTime + more }).pairsPerDay).toBeLessThan(base);
      }),
    );
  });

  it('is none when maintenance takes the day, and an error when it takes more', () => {
    expect(pairCapacity({ cycleTime: 60, fixedTime: 86_400 }).pairsPerDay).toBe(0);
    expect(() => pairCapacity({ cycleTime: 60, fixedTime: 86_401 })).toThrow('day less the fixed time is -1');
    expect(() => pairCapacity({ cycleTime: 0, fixedTime: 0 })).toThrow('cycle time is 0');
    expect(() => pairCapacity({ cycleTime: 60, fixedTime: 0, pairsPerCycle: 0 })).toThrow('whole number from 1');
    expect(() => directionCapacity({ headway: -5, fixedTime: 0 })).toThrow('headway is -5');
  });
});
