import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastReaching } from './least-reaching.ts';

const bounds = { from: 0.4, to: 5, places: 7, close: 1e-4 };

describe('the least place that reaches a target', () => {
  it('is the lower of two crossings of a hill', async () => {
    // 2 is reached at 1 and left again at 2.
    const measure = async (x: number) => x * (3 - x);
    const { reached, tried } = await leastReaching({ measure, target: 2, ...bounds });
    expect(reached!.at).toBeCloseTo(1, 3);
    expect(reached!.measured).toBeGreaterThanOrEqual(2);
    expect(tried.length).toBeLessThan(25);
  });

  it('is found on a peak that lies between the first places', async () => {
    const measure = async (x: number) => 1 / (1 + 400 * (x - 1.23) * (x - 1.23));
    const { reached } = await leastReaching({ measure, target: 0.9, ...bounds, places: 12 });
    expect(reached!.at).toBeCloseTo(1.23 - Math.sqrt((1 / 0.9 - 1) / 400), 3);
  });

  it('is none where the peak stays below, and the peak is told', async () => {
    const { reached, peak } = await leastReaching({ measure: async (x) => x * (3 - x), target: 2.5, ...bounds });
    expect(reached).toBeNull();
    expect(peak.at).toBeCloseTo(1.5, 2);
    expect(peak.measured).toBeCloseTo(2.25, 6);
  });

  it('is the lower bound where that reaches it, and none where nothing is measured', async () => {
    expect((await leastReaching({ measure: async () => 1, target: 0, ...bounds })).reached!.at).toBe(0.4);
    const nothing = await leastReaching({ measure: async () => null, target: 0, ...bounds });
    expect(nothing.reached).toBeNull();
    expect(nothing.peak.measured).toBeNull();
  });

  it('reaches the target, and a little less does not, on any hill', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 0.9, noNaN: true }),
        async (top, part) => {
          const measure = async (x: number) => x * (2 * top - x);
          const target = part * top * top;
          const { reached } = await leastReaching({ measure, target, from: 0.05, to: 6, places: 8, close: 1e-4 });
          const exact = top - Math.sqrt(top * top - target);
          const first = Math.max(0.05, exact);
          expect(reached!.at / first).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(reached!.at / first).toBeLessThan(1 + 2e-4);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has bounds above 0 and in order', async () => {
    await expect(leastReaching({ measure: async () => 0, target: 0, ...bounds, from: 0 })).rejects.toThrow(RangeError);
  });
});
