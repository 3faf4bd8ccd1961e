import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptPoints } from './thin.ts';

describe('thinning a line', () => {
  it('keeps the corner of a triangle and drops what lies on its sides', () => {
    expect(keptPoints([0, 1, 2, 3, 4], [0, 1, 2, 1, 0], 0.01)).toEqual([0, 2, 4]);
  });

  it('leaves every dropped point within the tolerance of the line drawn', () => {
    const heights = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.double({ min: 0.1, max: 20, noNaN: true }), (y, tolerance) => {
        const x = y.map((_, index) => index * 3);
        const kept = keptPoints(x, y, tolerance);
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(y.length - 1);
        for (let i = 1; i < kept.length; i++) {
          const [a, b] = [kept[i - 1]!, kept[i]!];
          for (let k = a + 1; k < b; k++) {
            const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
            const off = Math.abs((x[k]! - x[a]!) * dy - (y[k]! - y[a]!) * dx) / Math.sqrt(dx * dx + dy * dy);
            expect(off).toBeLessThanOrEqual(tolerance + 1e-9);
          }
        }
      }),
    );
  });
});
