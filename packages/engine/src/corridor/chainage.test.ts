import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { attributeAlong, attributeAt, chainageOf, type Line, stationsAlong } from './chainage.ts';

const base = modelOfTiny().lines.one;
type Stretch = Line['stretches'][string];

/** A line of 20 km with these speed limits, each `[begin, end, m/s]`, in the order of a file. */
function lineWith(limits: ReadonlyArray<readonly [number, number, number | undefined]>): Line {
  const stretches = limits.map(([begin, end, line_speed], i): [string, Stretch] => [
    `s${i}`,
    { begin: { chainage: begin }, end: { chainage: end }, ...(line_speed === undefined ? {} : { line_speed }) },
  ]);
  return { ...base, stretches: Object.fromEntries(stretches) };
}

describe('where stretches overlap', () => {
  it('the later one wins, attribute by attribute', () => {
    const line = lineWith([
      [0, 20_000, 20],
      [5000, 8000, 10],
      [7000, 9000, 15],
      [0, 20_000, undefined],
    ]);
    expect(attributeAlong(line, 'line_speed', 0, 20_000)).toEqual([
      { begin: 0, end: 5000, value: 20 },
      { begin: 5000, end: 7000, value: 10 },
      { begin: 7000, end: 9000, value: 15 },
      { begin: 9000, end: 20_000, value: 20 },
    ]);
    expect(attributeAt(line, 'line_speed', 7500)).toBe(15);
    expect(attributeAt(line, 'line_speed', 6000)).toBe(10);
    expect(attributeAt(line, 'line_speed', 12_000)).toBe(20);
  });

  it('parts on which nothing is stated are left out, and equal neighbours are one', () => {
    const line = lineWith([
      [1000, 2000, 20],
      [2000, 3000, 20],
      [5000, 6000, 20],
    ]);
    expect(attributeAlong(line, 'line_speed', 0, 20_000)).toEqual([
      { begin: 1000, end: 3000, value: 20 },
      { begin: 5000, end: 6000, value: 20 },
    ]);
    expect(attributeAt(line, 'line_speed', 4000)).toBeUndefined();
    expect(attributeAlong(line, 'line_speed', 2500, 5500)).toEqual([
      { begin: 2500, end: 3000, value: 20 },
      { begin: 5000, end: 5500, value: 20 },
    ]);
  });

  it('painting metre by metre gives the same', () => {
    const limit = fc.tuple(fc.nat(20), fc.nat(20), fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(limit, { maxLength: 8 }), fc.nat(20), fc.nat(20), (limits, a, b) => {
        const painted: Array<number | undefined> = Array.from({ length: 20 });
        for (const [begin, end, value] of limits)
          if (value !== undefined) for (let i = begin; i < end; i++) painted[i] = value;
        const pieces = attributeAlong(lineWith(limits), 'line_speed', Math.min(a, b), Math.max(a, b));
        const repainted: Array<number | undefined> = Array.from({ length: 20 });
        for (const { begin, end, value } of pieces) for (let i = begin; i < end; i++) repainted[i] = value;
        const inside = (i: number) => i >= Math.min(a, b) && i < Math.max(a, b);
        expect(repainted).toEqual(painted.map((value, i) => (inside(i) ? value : undefined)));
        for (let i = 1; i < pieces.length; i++) {
          expect(pieces[i].begin).toBeGreaterThanOrEqual(pieces[i - 1].end);
          if (pieces[i].begin === pieces[i - 1].end) expect(pieces[i].value).not.toBe(pieces[i - 1].value);
        }
      }),
    );
  });
});

describe('a station inserted at a chainage', () => {
  const change = `
stations: { x: { name: X, country: north, tracks: { t: { length: 600 m, gauges: [1435 mm] } } } }
lines: { one: { stations: { x: { at: 4 km } } } }`;
  const line = modelOfTiny(change).lines.one;

  it('stands between its neighbours', () => {
    expect(stationsAlong(line)).toEqual([
      { station: 'a', at: 0 },
      { station: 'x', at: 4000 },
      { station: 'm', at: 10_000 },
      { station: 'b', at: 20_000 },
    ]);
    expect(chainageOf(line, { station: 'x' })).toBe(4000);
    expect(chainageOf(line, { station: 'c' })).toBeUndefined();
    expect(chainageOf(line, { chainage: 123 })).toBe(123);
  });

  it('splits its section, whose attributes hold on both parts', () => {
    for (const attribute of ['line_speed', 'gauges', 'gradient', 'block', 'tracks'] as const) {
      const value = base.stretches.all[attribute];
      expect(attributeAlong(line, attribute, 0, 4000)).toEqual([{ begin: 0, end: 4000, value }]);
      expect(attributeAlong(line, attribute, 4000, 10_000)).toEqual([{ begin: 4000, end: 10_000, value }]);
    }
  });
});
