import inPolygon from 'point-in-polygon-hao';
import { orient2d } from 'robust-predicates';
import { flatAround, lateralCourses, type Point, type Position } from './lateral-courses.ts';

/** Whether an alignment that is known to a corridor of some width crosses something. */
export type CrossingFinding = 'certain' | 'possible' | 'none';

/** Something on the ground: an area with its outline, or a river with its course. */
export interface GroundFeature {
  readonly kind: 'area' | 'line';
  readonly outline: readonly Position[];
  /** How far the true outline may lie from the one drawn, m. */
  readonly accuracy: number;
}

/** What was found of one feature. */
export interface Crossing {
  readonly finding: CrossingFinding;
  /** Distance between the middle course and the feature as drawn, m; 0 where it crosses. */
  readonly distance: number;
  /** Length of the middle course inside an area, m; 0 of a line. */
  readonly inside: number;
}

/**
 * Whether an alignment crosses a feature: certain when every course across the width of its corridor does, whatever the
 * feature's own accuracy; possible when one of them, or the feature moved by its accuracy, does; none otherwise.
 *
 * @param course - middle course, at least two positions
 * @param halfWidth - of the corridor in which the alignment is known to lie, m
 * @param feature - what it may cross
 *
 * @example
 * ```ts
 * const park = { kind: 'area', outline: [[20.9, 105], [21.1, 105], [21.1, 105.2], [20.9, 105.2]], accuracy: 0 } as const;
 * crossingOf([[21, 104.9], [21, 105.3]], 500, park).finding; // 'certain'
 * ```
 */
export function crossingOf(course: readonly Position[], halfWidth: number, feature: GroundFeature): Crossing {
  const flat = flatAround(course[Math.floor(course.length / 2)]!);
  const middle = course.map(flat);
  const outline = closed(feature.outline.map(flat), feature.kind);
  const crosses = (candidate: readonly Point[]) => distanceBetween(candidate, outline, feature.kind) === 0;
  const width = halfWidth + feature.accuracy;
  const distance = distanceBetween(middle, outline, feature.kind);
  const all = lateralCourses(middle, width).every(crosses);
  const finding = all ? 'certain' : distance <= width ? 'possible' : 'none';
  return { finding, distance, inside: feature.kind === 'area' ? lengthInside(middle, outline) : 0 };
}

/**
 * Distance between a place and a feature as drawn.
 *
 * @param place - latitude and longitude, degrees
 * @param feature - an area or a line
 * @returns m; 0 inside an area
 * @example
 * ```ts
 * featureDistance([21, 104.9], park); // 10_400
 * ```
 */
export function featureDistance(place: Position, { kind, outline }: GroundFeature): number {
  const flat = flatAround(place);
  const here = flat(place);
  return distanceBetween([here, here], closed(outline.map(flat), kind), kind);
}

/** Points of an outline or a river, as the libraries take them; an area ends where it began. */
type Ring = [x: number, y: number][];

function closed(outline: readonly Point[], kind: GroundFeature['kind']): Ring {
  const points = outline.map(([x, y]): [number, number] => [x, y]);
  return kind === 'area' && points.length > 0 ? [...points, points[0]!] : points;
}

function distanceBetween(course: readonly Point[], outline: Ring, kind: GroundFeature['kind']): number {
  if (kind === 'area' && course.some((point) => isInside(point, outline))) return 0;
  let least = Infinity;
  for (let i = 1; i < course.length; i++)
    for (let j = 1; j < outline.length; j++)
      least = Math.min(least, segmentDistance(course[i - 1]!, course[i]!, outline[j - 1]!, outline[j]!));
  return least;
}

function segmentDistance(a: Point, b: Point, c: Point, d: Point): number {
  if (meet(a, b, c, d)) return 0;
  return Math.min(pointDistance(a, c, d), pointDistance(b, c, d), pointDistance(c, a, b), pointDistance(d, a, b));
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const left = (p: Point, q: Point, r: Point) => orient2d(p[0], p[1], q[0], q[1], r[0], r[1]) > 0;
  return left(a, b, c) !== left(a, b, d) && left(c, d, a) !== left(c, d, b);
}

function pointDistance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
  const [x, y] = [px - ax - t * dx, py - ay - t * dy];
  return Math.sqrt(x * x + y * y);
}

/** Inside an outline whose last point is its first, or on it. */
function isInside(point: Point, outline: Ring): boolean {
  return inPolygon([...point], [outline]) !== false;
}

/** Pieces into which a segment is cut to measure how much of it lies inside. */
const pieces = 256;

function lengthInside(course: readonly Point[], outline: Ring): number {
  let length = 0;
  for (let i = 1; i < course.length; i++) {
    const [[ax, ay], [bx, by]] = [course[i - 1]!, course[i]!];
    const piece = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay)) / pieces;
    for (let k = 0; k < pieces; k++) {
      const t = (k + 0.5) / pieces;
      if (isInside([ax + t * (bx - ax), ay + t * (by - ay)], outline)) length += piece;
    }
  }
  return length;
}
