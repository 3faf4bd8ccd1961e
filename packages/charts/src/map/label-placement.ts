import { textWidth } from '../text/width.ts';
import { type Box, inBox, type Point } from './clip.ts';

/** A point to be named. */
export interface Wanted {
  readonly id: string;
  readonly at: Point;
  /** One text a line. */
  readonly lines: readonly string[];
  /** 0 is placed first, and always. */
  readonly rank: number;
  readonly size: number;
}

/** A name in its place: baseline of the first line, pixels. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  readonly size: number;
  readonly box: Box;
}

/** How much of a track a name may cover, in sampled points, by rank. */
const tolerated = [Number.POSITIVE_INFINITY, 5, 3, 2, 1];

/**
 * Places names beside their points so that no two touch: the most important first, each where it covers least of the
 * tracks; what finds no room stays unnamed.
 *
 * @param wanted - points to be named
 * @param tracks - points along what is drawn, pixels
 * @param frame - nothing may leave it, pixels
 */
export function placeLabels(wanted: readonly Wanted[], tracks: readonly Point[], frame: Box): Placed[] {
  const placed: Placed[] = [];
  const order = [...wanted].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  for (const label of order) {
    const dots = wanted.filter((other) => other.id !== label.id && other.rank <= label.rank);
    const best = candidates(label)
      .filter(({ box }) => box.x0 >= frame.x0 && box.x1 <= frame.x1 && box.y0 >= frame.y0 && box.y1 <= frame.y1)
      .filter(({ box }) => placed.every((other) => apart(box, other.box)))
      .map((candidate, order) => ({
        candidate,
        covered:
          tracks.filter((point) => inBox(point, candidate.box)).length +
          4 * dots.filter((dot) => inBox(dot.at, candidate.box)).length +
          order * 0.1,
      }))
      .sort((a, b) => a.covered - b.covered)[0];
    if (best && best.covered <= (tolerated[label.rank] ?? 0.9)) placed.push(best.candidate);
  }
  return placed;
}

function candidates({ id, at: [x, y], lines, size }: Wanted): Placed[] {
  const width = Math.max(...lines.map((line) => textWidth(line, size)));
  const leading = size * 1.25;
  const height = lines.length * leading;
  const place = (anchor: Placed['anchor'], left: number, top: number): Placed => ({
    id,
    anchor,
    lines,
    size,
    x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2,
    y: top + size,
    box: { x0: left, x1: left + width, y0: top, y1: top + height },
  });
  const gap = 7;
  const middle = y - height / 2;
  return [
    place('start', x + gap, middle),
    place('end', x - gap - width, middle),
    place('start', x + gap - 2, y - height - 2),
    place('start', x + gap - 2, y + 3),
    place('end', x - gap + 2 - width, y - height - 2),
    place('end', x - gap + 2 - width, y + 3),
    place('middle', x - width / 2, y - height - gap + 1),
    place('middle', x - width / 2, y + gap - 1),
    place('start', x + 22, middle - 14),
    place('start', x + 22, middle + 14),
    place('end', x - 22 - width, middle - 14),
    place('end', x - 22 - width, middle + 14),
  ];
}

function apart(a: Box, b: Box): boolean {
  return a.x1 + 3 < b.x0 || b.x1 + 3 < a.x0 || a.y1 < b.y0 || b.y1 < a.y0;
}
