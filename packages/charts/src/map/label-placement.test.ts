import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Wanted } from './label-placement.ts';

const frame = { x0: 0, y0: 0, x1: 760, y1: 500 };
const named = (id: string, x: number, y: number, rank: number): Wanted => ({
  id,
  at: [x, y],
  lines: ['Yên Viên', '安员'],
  rank,
  size: 12,
});

describe('names on the map', () => {
  it('give way to more important ones', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => named(`s${i}`, 300 + i, 250, i === 17 ? 0 : 4));
    const placed = placeLabels(crowd, [], frame);
    expect(placed[0]?.id).toBe('s17');
    expect(placed.length).toBeLessThan(30);
  });

  it('keep off the tracks where they can', () => {
    const tracks = Array.from({ length: 60 }, (_, i) => [300 + 2 * i, 250] as const);
    const [label] = placeLabels([named('a', 300, 250, 4)], tracks, frame);
    expect(
      label && tracks.filter(([x]) => x > label.box.x0 && x < label.box.x1 && label.box.y0 < 250 && label.box.y1 > 250),
    ).toEqual([]);
  });

  it('never touch each other nor leave the picture', () => {
    const station = fc.record({
      x: fc.integer({ min: 0, max: 760 }),
      y: fc.integer({ min: 0, max: 500 }),
      rank: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(station, { maxLength: 40 }), (stations) => {
        const placed = placeLabels(
          stations.map(({ x, y, rank }, i) => named(`s${i}`, x, y, rank)),
          [],
          frame,
        );
        for (const [i, { box }] of placed.entries()) {
          expect(box.x0 >= 0 && box.x1 <= 760 && box.y0 >= 0 && box.y1 <= 500).toBe(true);
          for (const { box: other } of placed.slice(i + 1)) {
            expect(box.x1 < other.x0 || other.x1 < box.x0 || box.y1 < other.y0 || other.y1 < box.y0).toBe(true);
          }
        }
      }),
    );
  });
});
