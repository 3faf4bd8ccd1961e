import { describe, expect, it } from 'vitest';
import type { WorkSpread } from './network.ts';
import { squaredVariation, unitTime } from './work-time.ts';

const spreads: readonly WorkSpread[] = [
  { kind: 'fixed' },
  { kind: 'exponential' },
  { kind: 'gamma', variation: 0.6 },
  { kind: 'lognormal', variation: 0.8 },
  { kind: 'pert', least: 0.5, most: 2.5 },
  { kind: 'triangular', least: 0.4, most: 1.8 },
];

describe('times of a step', () => {
  it.each(spreads)('$kind: mean 1 and the stated variation, by the midpoints of the quantiles', (spread) => {
    const quantile = unitTime(spread);
    const count = 20_000;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i++) {
      const time = quantile((i + 0.5) / count);
      sum += time / count;
      squares += (time * time) / count;
    }
    expect(sum).toBeCloseTo(1, 3);
    // The tail beyond the last midpoint is left out: a few per cent of a heavy second moment.
    expect(Math.abs(squares - sum * sum - squaredVariation(spread))).toBeLessThan(
      0.01 + 0.03 * squaredVariation(spread),
    );
  });

  it('cannot have a mean beyond the bounds of its mode', () => {
    expect(() => unitTime({ kind: 'pert', least: 0.9, most: 4 })).toThrow(RangeError);
  });
});
