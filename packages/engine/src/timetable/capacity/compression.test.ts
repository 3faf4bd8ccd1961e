import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockedPath, BlockingTime } from './blocking.ts';
import { type Compression, compressSequence, compressTimetable } from './compression.ts';

const block = (section: string, start: number, end: number): BlockingTime => ({ section, start, end });

/** Whether no section is held twice, but for rounding. */
function isFree(paths: readonly BlockedPath[]): boolean {
  const uses = paths.flatMap(({ blocks }, path) => blocks.map((held) => ({ ...held, path })));
  return uses.every((a) =>
    uses.every(
      (b) =>
        a === b || a.section !== b.section || a.end <= b.start + 1e-6 || b.end <= a.start + 1e-6 || a.path === b.path,
    ),
  );
}

/** Trains both ways over single track with loops between the sections, each put into the first gaps it finds. */
const timetables = fc
  .array(
    fc.record({
      up: fc.boolean(),
      ready: fc.integer({ min: 0, max: 5000 }),
      holds: fc.array(fc.integer({ min: 60, max: 900 }), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((trains) => {
    const held = new Map<string, BlockingTime[]>();
    return trains.map(({ up, ready, holds }, index): BlockedPath => {
      const way = ['a', 'b', 'c', 'd'];
      if (up) way.reverse();
      let now = ready;
      const blocks = way.map((section, place) => {
        const taken = (held.get(section) ?? []).sort((one, other) => one.start - other.start);
        let start = now;
        for (const other of taken) if (other.start < start + holds[place]! && other.end > start) start = other.end;
        const own = block(section, start, start + holds[place]!);
        held.set(section, [...taken, own]);
        now = own.end - 30;
        return own;
      });
      return { train: `${up ? 'up' : 'down'} ${index}`, blocks };
    });
  });

function spanOf(paths: readonly BlockedPath[]): number {
  const times = paths.flatMap(({ blocks }) => blocks);
  return Math.max(...times.map(({ end }) => end)) - Math.min(...times.map(({ start }) => start));
}

function ordersOf(paths: readonly BlockedPath[]): string[] {
  const uses = paths.flatMap(({ train, blocks }) => blocks.map((held) => ({ ...held, train })));
  uses.sort((a, b) => a.start - b.start);
  return ['a', 'b', 'c', 'd'].map((section) =>
    uses.flatMap((use) => (use.section === section ? [use.train] : [])).join(' '),
  );
}

/** Every train either begins with the window or touches the train ahead. */
function touches(given: readonly BlockedPath[], { paths, concatenations }: Compression): boolean {
  const origin = Math.min(...given.flatMap(({ blocks }) => blocks.map(({ start }) => start)));
  return paths.every((path, index) => {
    const held = concatenations[index] ?? null;
    if (held === null) return Math.abs(Math.min(...path.blocks.map(({ start }) => start)) - origin) < 1e-6;
    return path.blocks.some(
      ({ section, start }) =>
        section === held.section &&
        paths[held.behind]!.blocks.some((ahead) => ahead.section === section && Math.abs(ahead.end - start) < 1e-6),
    );
  });
}

describe('compressing a timetable', () => {
  it('closes the gap between a fast train and a slow one where they touch', () => {
    const slow = { train: 'slow', blocks: [block('1', 0, 300), block('2', 250, 700)] };
    const fast = { train: 'fast', blocks: [block('1', 5000, 5150), block('2', 5100, 5300)] };
    const both = compressTimetable([slow, fast]);
    expect(both.shifts).toEqual([0, -4400]);
    expect(both.concatenations).toEqual([null, { behind: 0, section: '2' }]);
    expect(both.occupancyTime).toBe(750);
    expect(both.closingSection).toBe('1');
    expect(both.span).toBe(900);
  });

  it('lets the order of trains differ between the sections of a single track', () => {
    const down = { train: 'down', blocks: [block('west', 0, 600), block('east', 700, 1300)] };
    const up = { train: 'up', blocks: [block('east', 0, 500), block('west', 650, 1200)] };
    const { shifts, occupancyTime } = compressTimetable([down, up]);
    expect(shifts).toEqual([0, 0]);
    expect(occupancyTime).toBe(1200);
    const apart = compressTimetable([{ ...down, blocks: [block('west', 0, 500), block('east', 700, 1300)] }, up]);
    expect(apart.shifts).toEqual([0, 0]);
  });

  it('keeps orders and running times, never conflicts, never takes longer, and leaves no gap', () => {
    fc.assert(
      fc.property(timetables, (given) => {
        const result = compressTimetable(given);
        expect(isFree(result.paths)).toBe(true);
        expect(ordersOf(result.paths)).toEqual(ordersOf(given));
        expect(Math.max(...result.shifts)).toBeLessThanOrEqual(1e-9);
        expect(result.span).toBeLessThanOrEqual(spanOf(given) + 1e-9);
        expect(touches(given, result)).toBe(true);
        expect(Math.max(...compressTimetable(result.paths).shifts.map(Math.abs))).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('does not mind when the day begins, nor how the trains are listed', () => {
    fc.assert(
      fc.property(timetables, fc.integer({ min: -9000, max: 9000 }), (given, later) => {
        const { span, shifts } = compressTimetable(given);
        const moved = given.map(({ train, blocks }) => ({
          train,
          blocks: blocks.map(({ section, start, end }) => block(section, start + later, end + later)),
        }));
        expect(compressTimetable(moved).span).toBeCloseTo(span, 6);
        const reversed = compressTimetable([...given].reverse());
        expect(reversed.span).toBeCloseTo(span, 6);
        expect(reversed.shifts).toEqual([...shifts].reverse());
      }),
    );
  });

  it('refuses a timetable with a conflict, and names it', () => {
    const train = (name: string, start: number) => ({ train: name, blocks: [block('s', start, start + 100)] });
    expect(() => compressTimetable([train('a', 0), train('b', 99)])).toThrow(
      new RangeError('a and b both hold s from 99 s, expected a timetable without conflicts'),
    );
  });
});

const sequences = fc.array(
  fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 900 })),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  { minLength: 1, maxLength: 8 },
);
const sequenceOf = (trains: readonly (readonly [string, number, number])[][], longer = 0): BlockedPath[] =>
  trains.map((blocks, index) => ({
    train: String(index),
    blocks: blocks.map(([section, start, length]) => block(section, start, start + length + longer)),
  }));

describe('compressing a sequence', () => {
  it('adds up trains that are all alike', () => {
    const train = (name: string) => ({ train: name, blocks: [block('1', 0, 200), block('2', 120, 330)] });
    const { occupancyTime, shifts, closingSection } = compressSequence([train('a'), train('b'), train('c')]);
    expect(shifts).toEqual([0, 210, 420]);
    expect(occupancyTime).toBe(630);
    expect(closingSection).toBe('2');
  });

  it('agrees with the timetable it compresses to', () => {
    fc.assert(
      fc.property(sequences, (trains) => {
        const result = compressSequence(sequenceOf(trains));
        expect(isFree(result.paths)).toBe(true);
        for (const path of result.paths) {
          expect(Math.min(...path.blocks.map(({ start }) => start))).toBeGreaterThanOrEqual(
            Math.min(...result.paths[0]!.blocks.map(({ start }) => start)),
          );
        }
      }),
    );
  });

  it('never gets shorter when every section is held longer', () => {
    fc.assert(
      fc.property(sequences, fc.integer({ min: 0, max: 300 }), (trains, longer) => {
        const before = compressSequence(sequenceOf(trains));
        const after = compressSequence(sequenceOf(trains, longer));
        expect(after.occupancyTime).toBeGreaterThanOrEqual(before.occupancyTime);
        expect(after.span).toBeGreaterThanOrEqual(before.span);
      }),
    );
  });

  it('refuses no trains, trains without sections and times that run backwards', () => {
    expect(() => compressSequence([])).toThrow('no train to compress');
    expect(() => compressSequence([{ train: 'x', blocks: [] }])).toThrow('train x takes no section');
    expect(() => compressSequence([{ train: 'x', blocks: [block('s', 5, 5)] }])).toThrow(
      'train x holds s from 5 to 5 s, expected an end after the start',
    );
    expect(() => compressTimetable([{ train: 'x', blocks: [block('s', 0, Number.NaN)] }])).toThrow(RangeError);
  });
});
