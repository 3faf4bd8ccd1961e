import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../../numerics/elementary.ts';
import { stream } from '../../numerics/streams.ts';
import { trainRateAtWait, waitingAtSection } from './unscheduled-waiting.ts';

describe('unscheduled waiting', () => {
  it('is 5 min at 8 trains an hour and 12.5 min at 10, five minutes apart', () => {
    const eight = waitingAtSection({ trainRate: 8 / 3600, headway: 300 });
    expect(eight.utilisation).toBeCloseTo(2 / 3, 12);
    expect(eight.meanWait).toBeCloseTo(300, 9);
    expect(waitingAtSection({ trainRate: 10 / 3600, headway: 300 }).meanWait).toBeCloseTo(750, 9);
  });

  it('doubles with exponential headways, and has no end when the section is full', () => {
    const of = { trainRate: 0.5, headway: 1 };
    expect(waitingAtSection({ ...of, variation: 1 }).meanWait).toBe(2 * waitingAtSection(of).meanWait);
    expect(waitingAtSection({ trainRate: 1, headway: 1 }).meanWait).toBe(Infinity);
    expect(waitingAtSection({ trainRate: 0, headway: 1 }).meanWait).toBe(0);
  });

  it('is what trains that come at random wait', () => {
    const random = stream(7, 0, 'arrivals', 'section');
    let wait = 0;
    let sum = 0;
    const trains = 200_000;
    for (let i = 0; i < trains; i++) {
      sum += wait;
      const gap = -log(1 - random.next()) / 0.7;
      wait = Math.max(0, wait + 1 - gap);
    }
    const { meanWait } = waitingAtSection({ trainRate: 0.7, headway: 1 });
    expect(Math.abs(sum / trains / meanWait - 1)).toBeLessThan(0.03);
  });

  it('grows with the headway, and its limit gives the rate back', () => {
    const positive = fc.double({ min: 0.01, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0, max: 2, noNaN: true }), (load, more, variation) => {
        const of = { trainRate: load / 100, headway: 100, variation };
        const { meanWait } = waitingAtSection(of);
        expect(waitingAtSection({ ...of, headway: 100 + more }).meanWait).toBeGreaterThan(meanWait);
        expect(trainRateAtWait({ meanWait, headway: 100, variation })).toBeCloseTo(of.trainRate, 12);
      }),
    );
  });

  it('refuses nonsense', () => {
    expect(() => waitingAtSection({ trainRate: 1, headway: 0 })).toThrow('headway is 0');
    expect(() => waitingAtSection({ trainRate: -1, headway: 1 })).toThrow('rate of trains is -1');
    expect(() => trainRateAtWait({ meanWait: -1, headway: 1 })).toThrow('mean waiting is -1');
  });
});
