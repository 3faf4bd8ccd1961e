/** A point of a plane or of the earth: abscissa or longitude first. */
export type Point = readonly [x: number, y: number];

/** A rectangle: smallest and largest abscissa and ordinate. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Whether a point lies in a box or on its edge. */
export function inBox([x, y]: Point, box: Box): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/**
 * The part of a ring inside a box (Sutherland and Hodgman, Communications of the ACM 17, 1974). Where the ring leaves
 * the box several times the parts stay joined along its edge, which filling does not show.
 *
 * @param ring - closed or not
 * @param box - to clip to
 * @returns an open ring; empty when nothing is inside
 */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  const edges: ReadonlyArray<readonly [axis: 0 | 1, limit: number, keepsAbove: boolean]> = [
    [0, box.x0, true],
    [0, box.x1, false],
    [1, box.y0, true],
    [1, box.y1, false],
  ];
  return edges.reduce<readonly Point[]>((points, [axis, limit, keepsAbove]) => {
    const isInside = (point: Point) => (keepsAbove ? point[axis] >= limit : point[axis] <= limit);
    return points.flatMap((point, index) => {
      const before = points[(index + points.length - 1) % points.length]!;
      const crossing = isInside(point) === isInside(before) ? [] : [crossingOf(before, point, axis, limit)];
      return isInside(point) ? [...crossing, point] : crossing;
    });
  }, ring) as Point[];
}

function crossingOf(from: Point, to: Point, axis: 0 | 1, limit: number): Point {
  const part = (limit - from[axis]) / (to[axis] - from[axis]);
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}

/**
 * The parts of a line inside a box (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
 *
 * @param line - two points or more
 * @param box - to clip to
 */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
  const parts: Point[][] = [];
  let open: Point[] | undefined;
  for (let i = 1; i < line.length; i++) {
    const piece = clipSegment(line[i - 1]!, line[i]!, box);
    if (!piece) {
      open = undefined;
      continue;
    }
    if (open && piece.from === 0) open.push(piece.end);
    else {
      open = [piece.start, piece.end];
      parts.push(open);
    }
    if (piece.to < 1) open = undefined;
  }
  return parts;
}

function clipSegment(a: Point, b: Point, box: Box) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let from = 0;
  let to = 1;
  const limits = [
    [-dx, a[0] - box.x0],
    [dx, box.x1 - a[0]],
    [-dy, a[1] - box.y0],
    [dy, box.y1 - a[1]],
  ] as const;
  for (const [p, q] of limits) {
    if (p === 0 && q < 0) return undefined;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  if (from > to) return undefined;
  const at = (t: number): Point => [a[0] + t * dx, a[1] + t * dy];
  return { from, to, start: from === 0 ? a : at(from), end: to === 1 ? b : at(to) };
}
