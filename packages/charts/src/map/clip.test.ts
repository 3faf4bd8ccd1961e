import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipRing, inBox, type Point } from './clip.ts';

const box = { x0: 0, y0: 0, x1: 10, y1: 5 };
const point = fc.tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: -20, max: 30 }));
const grown = { x0: -1e-9, y0: -1e-9, x1: 10 + 1e-9, y1: 5 + 1e-9 };

function area(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + x * ny - nx * y;
  }, 0);
  return Math.abs(twice) / 2;
}

describe('clipping land to the picture', () => {
  it('gives the picture itself where land covers all of it', () => {
    expect(
      area(
        clipRing(
          [
            [-5, -5],
            [50, -5],
            [50, 50],
            [-5, 50],
          ],
          box,
        ),
      ),
    ).toBe(50);
  });

  it('gives half of a square that hangs half outside, and nothing of one beyond', () => {
    expect(
      area(
        clipRing(
          [
            [8, 1],
            [12, 1],
            [12, 5],
            [8, 5],
          ],
          box,
        ),
      ),
    ).toBe(8);
    expect(
      clipRing(
        [
          [11, 1],
          [12, 1],
          [12, 5],
        ],
        box,
      ),
    ).toEqual([]);
  });

  it('leaves no point outside', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 20 }), (ring) =>
        clipRing(ring, box).every((corner) => inBox(corner, grown)),
      ),
    );
  });
});

describe('clipping a border to the picture', () => {
  it('cuts a line that leaves and comes back into two', () => {
    expect(
      clipLine(
        [
          [1, 1],
          [1, 9],
          [3, 9],
          [3, 1],
        ],
        box,
      ),
    ).toEqual([
      [
        [1, 1],
        [1, 5],
      ],
      [
        [3, 5],
        [3, 1],
      ],
    ]);
  });

  it('keeps a line inside as it is', () => {
    const line: Point[] = [
      [1, 1],
      [2, 3],
      [9, 4],
    ];
    expect(clipLine(line, box)).toEqual([line]);
  });

  it('leaves no point outside', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 20 }), (line) =>
        clipLine(line, box)
          .flat()
          .every((corner) => inBox(corner, grown)),
      ),
    );
  });
});
