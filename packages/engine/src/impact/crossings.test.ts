import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossingOf, type GroundFeature } from './crossings.ts';
import { flatAround, lateralCourses } from './lateral-courses.ts';

/** A square park of 0.2° around 21° north, 105.1° east: 22 km by 21 km. */
const park: GroundFeature = {
  kind: 'area',
  outline: [
    [20.9, 105],
    [21.1, 105],
    [21.1, 105.2],
    [20.9, 105.2],
  ], // prettier-ignore
  accuracy: 0,
};
const river: GroundFeature = {
  kind: 'line',
  outline: [
    [20, 105.1],
    [22, 105.1],
  ],
  accuracy: 500,
}; // prettier-ignore

describe('crossings', () => {
  test('through the middle of a park are certain, with the length inside', () => {
    const found = crossingOf(
      [
        [21, 104.9],
        [21, 105.3],
      ],
      500,
      park,
    ); // prettier-ignore
    expect(found.finding).toBe('certain');
    expect(found.inside).toBeCloseTo(0.2 * 111_195 * Math.cos((21 * Math.PI) / 180), -3);
  });

  test('near its edge are possible, in it or beside it', () => {
    const inside = crossingOf(
      [
        [21.097, 104.9],
        [21.097, 105.3],
      ],
      1000,
      park,
    ); // prettier-ignore
    const beside = crossingOf(
      [
        [21.105, 104.9],
        [21.105, 105.3],
      ],
      1000,
      park,
    ); // prettier-ignore
    expect([inside.finding, beside.finding]).toEqual(['possible', 'possible']);
    expect(beside.distance).toBeCloseTo(0.005 * 111_195, -1);
    expect(beside.inside).toBe(0);
  });

  test('far away are none', () => {
    expect(
      crossingOf(
        [
          [21.3, 104.9],
          [21.3, 105.3],
        ],
        1000,
        park,
      ).finding,
    ).toBe('none'); // prettier-ignore
  });

  test('of a river from bank to bank are certain, beside it only when the corridor reaches it', () => {
    expect(
      crossingOf(
        [
          [21, 105],
          [21, 105.2],
        ],
        2000,
        river,
      ).finding,
    ).toBe('certain'); // prettier-ignore
    expect(
      crossingOf(
        [
          [21, 105],
          [21, 105.09],
        ],
        800,
        river,
      ).finding,
    ).toBe('possible'); // prettier-ignore
    expect(
      crossingOf(
        [
          [21, 105],
          [21, 105.05],
        ],
        800,
        river,
      ).finding,
    ).toBe('none'); // prettier-ignore
  });

  test('only become less certain when the alignment is known less well', () => {
    const rank = { certain: 2, possible: 1, none: 0 };
    const position = fc.tuple(
      fc.double({ min: 20.7, max: 21.3, noNaN: true }),
      fc.double({ min: 104.8, max: 105.4, noNaN: true }),
    ); // prettier-ignore
    fc.assert(
      fc.property(position, position, fc.integer({ min: 0, max: 3000 }), (a, b, width) => {
        fc.pre(Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) > 0.01);
        const narrow = crossingOf([a, b], width, park).finding;
        const wide = crossingOf([a, b], width * 4 + 100, park).finding;
        if (narrow === 'possible') expect(rank[wide]).toBeLessThanOrEqual(rank.possible);
        if (narrow !== 'none') expect(wide).not.toBe('none');
      }),
    );
  });
});

describe('the flat map', () => {
  test('keeps a degree of the meridian and shrinks one of the parallel', () => {
    const flat = flatAround([60, 10]);
    expect(flat([61, 10])[1]).toBeCloseTo(111_195, 0);
    expect(flat([60, 11])[0]).toBeCloseTo(111_195 / 2, 0);
  });

  test('lays courses side by side, the middle one on the course itself', () => {
    const courses = lateralCourses(
      [
        [0, 0],
        [1000, 0],
      ],
      100,
      3,
    ); // prettier-ignore
    expect(courses).toEqual([
      [
        [0, 100],
        [1000, 100],
      ],
      [
        [0, 0],
        [1000, 0],
      ],
      [
        [0, -100],
        [1000, -100],
      ],
    ]); // prettier-ignore
  });
});
