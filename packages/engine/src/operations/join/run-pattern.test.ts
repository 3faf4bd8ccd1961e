import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPattern } from './run-pattern.ts';

const day = 86_400;
const count = (uses: readonly string[], use: string) => uses.filter((one) => one === use).length;

describe('paths of a service', () => {
  it('are all used by loaded trains where nobody says how many run', () => {
    expect(runPattern(undefined, 'north', 3, day)(7)).toBe('loaded');
  });

  it('are used as evenly as whole numbers allow, by as many trains as run and as many loaded ones', () => {
    const rate = fc.double({ min: 0, max: 6, noNaN: true });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 6 }), (one, other, paths) => {
        const [all, loaded] = [Math.max(one, other), Math.min(one, other)];
        const trains = { all: { north: all / day }, loaded: { north: loaded / day } };
        const use = runPattern(trains, 'north', paths, day);
        const uses = Array.from({ length: 200 * paths }, (_, place) => use(place));
        const run = Math.min(all, paths);
        expect(Math.abs(uses.length - count(uses, 'unused') - 200 * run)).toBeLessThanOrEqual(1);
        expect(Math.abs(count(uses, 'loaded') - 200 * Math.min(loaded, run))).toBeLessThanOrEqual(2);
      }),
    );
  });
});
