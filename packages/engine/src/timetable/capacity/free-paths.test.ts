import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSequence } from './compression.ts';
import { freePaths } from './free-paths.ts';
import { occupancyByPlace } from './insertion-cost.ts';

const train = (name: string, hold: number) => ({ train: name, blocks: [{ section: 's', start: 0, end: hold }] });

const trains = fc
  .array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -300, max: 900 }), fc.integer({ min: 1, max: 900 })),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => ({
    train: 't',
    blocks: blocks.map(([section, start, length]) => ({ section, start, end: start + length })),
  }));

describe('the cost of a train at each place', () => {
  it('is what compressing the sequence with it takes', () => {
    fc.assert(
      fc.property(fc.array(trains, { minLength: 1, maxLength: 6 }), trains, (sequence, added) => {
        const compressed = Array.from({ length: sequence.length + 1 }, (_, place) => {
          return compressSequence([...sequence.slice(0, place), added, ...sequence.slice(place)]).occupancyTime;
        });
        expect(occupancyByPlace(sequence, added)).toEqual(compressed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('free paths', () => {
  it('fill the window up to 100 % with the additional time, not up to the limit again', () => {
    const found = freePaths({
      sequence: [],
      candidate: train('freight', 600),
      window: 7200,
      additionalTimeRate: 1 / 3,
    });
    expect(found.trains).toBe(9);
    expect(found.consumption?.consumption).toBeCloseTo(1, 12);
    expect(found.refusedBy).toBe('s');
  });

  it('come where they cost least', () => {
    const run = (name: string, hold: number) => ({
      train: name,
      blocks: [
        { section: '1', start: 0, end: hold },
        { section: '2', start: hold, end: 3 * hold },
      ],
    });
    const given = [run('slow', 300), run('fast', 100), run('slow too', 300)];
    const added = run('added', 280);
    const costs = [0, 1, 2, 3].map(
      (place) => compressSequence([...given.slice(0, place), added, ...given.slice(place)]).occupancyTime,
    );
    expect(new Set(costs).size).toBeGreaterThan(1);
    const found = freePaths({ sequence: given, candidate: added, window: 7200, additionalTimeRate: 0, most: 1 });
    expect(7200 - found.consumption!.spare).toBe(Math.min(...costs));
    expect(found.sequence.map(({ train }) => train).indexOf('added +1')).toBe(costs.indexOf(Math.min(...costs)));
  });

  it('are none when the given trains do not fit, and stop where asked', () => {
    const full = freePaths({
      sequence: [train('x', 4000)],
      candidate: train('y', 1),
      window: 3600,
      additionalTimeRate: 0,
    });
    expect(full).toMatchObject({ trains: 0, consumption: null, refusedBy: 's' });
    const few = freePaths({ sequence: [], candidate: train('y', 1), window: 3600, additionalTimeRate: 0, most: 3 });
    expect(few).toMatchObject({ trains: 3, refusedBy: null });
  });

  it('never get more when the train holds its section longer', () => {
    const count = (hold: number) =>
      freePaths({ sequence: [train('x', 500)], candidate: train('y', hold), window: 9000, additionalTimeRate: 0.25 })
        .trains;
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2000 }), fc.integer({ min: 0, max: 500 }), (hold, longer) => {
        expect(count(hold + longer)).toBeLessThanOrEqual(count(hold));
      }),
      { numRuns: 40 },
    );
  });
});
