import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ration } from './rationing.ts';

const evenly = Array.from({ length: 12 }, () => 1 / 12);
/** Two claimants of a binary logit with an outside way: flow = size · a w / (1 + a w). */
const logitFlows = (size: number, weight: number) => (part: number) => (size * part * weight) / (1 + part * weight);

describe('scarce room', () => {
  it('leaves everyone alone where there is enough', () => {
    const bottleneck = { claimants: [{ flow: 0, season: evenly }], capacity: 10 };
    expect(ration([bottleneck], ([part]) => [10 * part])).toEqual([1]);
  });

  it('is filled to the brim where there is not, and no more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e3, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (size, weight) => {
          const flow = logitFlows(size, weight);
          const capacity = 0.3 * flow(1);
          const [part] = ration([{ claimants: [{ flow: 0, season: evenly }], capacity }], ([a]) => [flow(a)]);
          expect(flow(part) / capacity).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('is short in the busy months only', () => {
    const season = [6, 6, ...Array.from({ length: 10 }, () => 0)].map((n) => n / 12);
    // 12 a year, all in two months: 72 a year then, of which 30 fit; that is 5 of 12 over the year.
    const [part] = ration([{ claimants: [{ flow: 0, season }], capacity: 30 }], ([a]) => [12 * a]);
    expect(12 * part).toBeCloseTo(5, 6);
  });

  it('is shared alike by all who claim it', () => {
    const claimants = [0, 1].map((flow) => ({ flow, season: evenly }));
    const [part] = ration([{ claimants, capacity: 6 }], ([a]) => [10 * a, 2 * a]);
    expect(part).toBeCloseTo(0.5, 9);
  });
});
