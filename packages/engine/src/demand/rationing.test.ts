import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ration } from './rationing.ts';

const evenly = Array.from({ length: 12 }, () => 1 / 12);
/** Monthly rates of flows, each with its season. */
const monthly = (flows: readonly number[], seasons: ReadonlyArray<readonly number[]>) =>
  flows.flatMap((flow, i) => seasons[i].map((part) => 12 * part * flow));
/** Two claimants of a binary logit with an outside way: flow = size · a w / (1 + a w). */
const logitFlows = (size: number, weight: number) => (part: number) => (size * part * weight) / (1 + part * weight);

describe('scarce room', () => {
  it('leaves everyone alone where there is enough', () => {
    const bottleneck = { claimants: [{ flow: 0 }], capacity: 10 };
    expect(ration([bottleneck], ([part]) => monthly([10 * part], [evenly]))).toEqual([1]);
  });

  it('is filled to the brim where there is not, and no more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e3, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (size, weight) => {
          const flow = logitFlows(size, weight);
          const capacity = 0.3 * flow(1);
          const [part] = ration([{ claimants: [{ flow: 0 }], capacity }], ([a]) => monthly([flow(a)], [evenly]));
          expect(flow(part) / capacity).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('is short in the busy months only', () => {
    const season = [6, 6, ...Array.from({ length: 10 }, () => 0)].map((n) => n / 12);
    // 12 a year, all in two months: 72 a year then, of which 30 fit; that is 5 of 12 over the year.
    const [part] = ration([{ claimants: [{ flow: 0 }], capacity: 30 }], ([a]) => monthly([12 * a], [season]));
    expect(12 * part).toBeCloseTo(5, 6);
  });

  it('is shared alike by all who claim it', () => {
    const claimants = [0, 1].map((flow) => ({ flow }));
    const [part] = ration([{ claimants, capacity: 6 }], ([a]) => monthly([10 * a, 2 * a], [evenly, evenly]));
    expect(part).toBeCloseTo(0.5, 9);
  });

  it('holds for all that stand behind one another at once, and the widest of them refuses nobody', () => {
    const season = [2, 2, 1.5, ...Array.from({ length: 9 }, () => 6.5 / 9)].map((part) => part / 12);
    const behind = (capacity: number) => ({ claimants: [{ flow: 0 }], capacity });
    const parts = ration([behind(7), behind(6.9), behind(30)], (all) =>
      monthly([10 * all[0] * all[1] * all[2]], [season]),
    );
    const [one, other, wide] = parts;
    expect(wide).toBe(1);
    // What wants to pass each is what the other leaves, month by month.
    const passes = (wanted: number, capacity: number) =>
      season.reduce((sum, part) => sum + Math.min(capacity, 12 * part * wanted), 0) / 12 / wanted;
    expect(one).toBeCloseTo(passes(10 * other, 7), 7);
    expect(other).toBeCloseTo(passes(10 * one, 6.9), 7);
  });

  it('is found where every claimant has somewhere else to go, for any sizes', () => {
    const size = fc.double({ min: 0.5, max: 20, noNaN: true });
    const capacity = fc.double({ min: 1, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(size, size, size), fc.tuple(capacity, capacity), (sizes, capacities) => {
        const busy = [3, 3, ...Array.from({ length: 10 }, () => 0.6)].map((part) => part / 12);
        const seasons = [busy, evenly, busy];
        const claimed = [
          [0, 1],
          [1, 2],
        ];
        const bottlenecks = claimed.map((flows, b) => ({
          claimants: flows.map((flow) => ({ flow })),
          capacity: capacities[b],
        }));
        const flowsAt = ([first, second]: readonly number[]) =>
          [first, first * second, second].map((part, i) => logitFlows(sizes[i], 2)(part));
        const parts = ration(bottlenecks, (all) => monthly(flowsAt(all), seasons));
        const flows = flowsAt(parts);
        for (const [b, part] of parts.entries()) {
          const months = busy.map((_, month) =>
            claimed[b].reduce((sum, flow) => sum + (12 * flows[flow] * seasons[flow][month]) / part, 0),
          );
          const wanted = months.reduce((sum, rate) => sum + rate, 0);
          const passed = months.reduce((sum, rate) => sum + Math.min(capacities[b], rate), 0);
          expect(part).toBeCloseTo(passed / wanted, 6);
        }
      }),
    );
  });
});
