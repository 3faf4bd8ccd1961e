import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixedCapacity, neededCapacity } from './deduction.ts';
import { reportedPairs, reportedTrains, toOneDecimal } from './rounding-rules.ts';

const passenger = { kind: 'passenger', perDay: 6, coefficient: 1.1, countsAsFreight: false };
const pickUp = { kind: 'pick-up', perDay: 2, coefficient: 1.5, countsAsFreight: true };

describe('deduction coefficients', () => {
  it('leave 32.1 of 39.7 pairs beside six passenger and two pick-up pairs, reported as 32', () => {
    const mixed = mixedCapacity({ parallel: 39.7, unit: 'pairs', others: [passenger, pickUp] });
    expect(mixed.freight).toBeCloseTo(32.1, 9);
    expect(mixed.reportedFreight).toBe(32);
    expect(mixed.all).toBeCloseTo(38.1, 9);
  });

  it('round pairs to halves and trains to whole ones, both downwards', () => {
    expect([32.49, 32.5, 32.99, 33].map(reportedPairs)).toEqual([32, 32.5, 32.5, 33]);
    expect([79.3, 79.6, 80].map(reportedTrains)).toEqual([79, 79, 80]);
    expect(reportedPairs(32 - 4e-15)).toBe(32);
    expect(toOneDecimal(39.7059)).toBe(39.7);
    const half = { parallel: 40.7, others: [{ ...passenger, perDay: 1, coefficient: 1.1 }] };
    expect(mixedCapacity({ ...half, unit: 'pairs' }).reportedFreight).toBe(39.5);
    expect(mixedCapacity({ ...half, unit: 'trains' }).reportedFreight).toBe(39);
  });

  it('leave less the more is deducted, in whatever order', () => {
    const kinds = fc.record({
      kind: fc.constant('k'),
      perDay: fc.double({ min: 0, max: 10, noNaN: true }),
      coefficient: fc.double({ min: 1, max: 4, noNaN: true }),
      countsAsFreight: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 5 }), (others) => {
        const all = mixedCapacity({ parallel: 60, unit: 'pairs', others });
        const fewer = mixedCapacity({ parallel: 60, unit: 'pairs', others: others.slice(1) });
        const turned = mixedCapacity({ parallel: 60, unit: 'pairs', others: [...others].reverse() });
        expect(all.freight).toBeLessThanOrEqual(fewer.freight + 1e-9);
        expect(turned.freight).toBeCloseTo(all.freight, 9);
      }),
    );
  });

  it('say by a negative number that the others alone are too many', () => {
    const mixed = mixedCapacity({ parallel: 5, unit: 'pairs', others: [passenger] });
    expect(mixed.freight).toBeCloseTo(-1.6, 9);
    expect(mixed.reportedFreight).toBe(0);
  });

  it('are held to sense', () => {
    const with_ = (other: Partial<typeof pickUp>) => () =>
      mixedCapacity({ parallel: 40, unit: 'pairs', others: [{ ...pickUp, ...other }] });
    expect(with_({ coefficient: 0.9 })).toThrow('deduction by one pick-up train is');
    expect(with_({ perDay: -1 })).toThrow('pick-up pairs a day is -1, expected 0 or more');
    expect(() => reportedPairs(-0.5)).toThrow(RangeError);
  });

  it('need 24 pairs of capacity for 20 with a fifth in reserve', () => {
    expect(neededCapacity(20, 0.2)).toBe(24);
    expect(() => neededCapacity(20, -0.2)).toThrow('reserve is -0.2');
  });
});
