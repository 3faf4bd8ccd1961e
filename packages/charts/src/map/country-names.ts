import { textWidth } from '../text/width.ts';
import type { Land } from './base-layer.ts';
import type { Box, Point } from './clip.ts';
import type { Projection } from './projection.ts';

/** A name and where its middle goes, pixels. */
export interface PlacedName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const step = 14;

/**
 * Places the name of each country in its largest free part: inside its land, far from frontiers and from what else is
 * drawn. A country too small in the picture stays without.
 *
 * @param lands - countries in the picture, degrees
 * @param projection - of the picture
 * @param occupied - pixels of tracks and stations
 * @param taken - boxes no name may touch, pixels
 */
export function placeCountryNames(
  lands: readonly Land[],
  projection: Projection,
  occupied: readonly Point[],
  taken: readonly Box[],
): PlacedName[] {
  return lands.flatMap(({ name, rings }) => {
    const shapes = rings.map((ring) => ring.map((point) => projection.toPixels(point)));
    const half = textWidth(name.toUpperCase(), 12) * 0.62;
    let best: { x: number; y: number; room: number } | undefined;
    for (let y = 2 * step; y < projection.height - step; y += step) {
      for (let x = half + 6; x < projection.width - half - 6; x += step) {
        const isInside = [x - half, x, x + half].every((at) => contains(shapes, [at, y]));
        if (!isInside || taken.some((box) => overlaps(box, x, y, half))) continue;
        const room = Math.min(
          90,
          y,
          projection.height - y,
          ...shapes.map((shape) => nearest(shape, [x, y], half)),
          nearest(occupied, [x, y], half),
        );
        if (room > (best?.room ?? 12)) best = { x, y, room };
      }
    }
    return best ? [{ name, x: best.x, y: best.y }] : [];
  });
}

function overlaps(box: Box, x: number, y: number, half: number): boolean {
  return x + half > box.x0 - 4 && x - half < box.x1 + 4 && y + 8 > box.y0 && y - 14 < box.y1;
}

function nearest(points: readonly Point[], [x, y]: Point, half: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [px, py] of points) {
    const d = Math.hypot(Math.max(0, Math.abs(px - x) - half), py - y);
    if (d < least) least = d;
  }
  return least;
}

function contains(shapes: ReadonlyArray<readonly Point[]>, [x, y]: Point): boolean {
  let isInside = false;
  for (const shape of shapes) {
    for (let i = 0, j = shape.length - 1; i < shape.length; j = i++) {
      const [a, b] = [shape[i]!, shape[j]!];
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside;
    }
  }
  return isInside;
}
