import { cos } from '../numerics/index.ts';

/** A place on the ground, `[latitude, longitude]` in degrees. */
export type Position = readonly [latitude: number, longitude: number];

/** A place on a flat map, m east and m north of its origin. */
export type Point = readonly [x: number, y: number];

const EARTH_RADIUS = 6_371_008.8;
const DEGREE = Math.PI / 180;

/**
 * Flattens positions around an origin: equal distances along the meridian and along the parallel of the origin, right
 * to a few parts in a thousand over the length of a province.
 *
 * @param origin - centre of the map
 * @returns m east and m north of the origin
 *
 * @example
 * ```ts
 * flatAround([21, 105])([22, 105]); // [0, 111195]
 * ```
 */
export function flatAround(origin: Position): (place: Position) => Point {
  const east = EARTH_RADIUS * DEGREE * cos(origin[0] * DEGREE);
  return ([latitude, longitude]) => [(longitude - origin[1]) * east, (latitude - origin[0]) * EARTH_RADIUS * DEGREE];
}

/**
 * Courses that run beside a course: what an alignment known to a corridor of some width may turn out to be.
 *
 * @param course - points along it, at least two
 * @param halfWidth - of the corridor, m, at least 0
 * @param count - how many courses, odd so that the middle is one of them
 * @returns courses from the left edge to the right
 *
 * @example
 * ```ts
 * lateralCourses([[0, 0], [1000, 0]], 100, 3)[0]; // [[0, 100], [1000, 100]]
 * ```
 */
export function lateralCourses(course: readonly Point[], halfWidth: number, count = 9): Point[][] {
  const normals = course.map((_, i) => normalAt(course, i));
  return Array.from({ length: count }, (_, k) => {
    const offset = count === 1 ? 0 : halfWidth * (1 - (2 * k) / (count - 1));
    return course.map(([x, y], i) => [x + normals[i]![0] * offset, y + normals[i]![1] * offset] as const);
  });
}

/** Unit vector to the left of the direction at a point. */
function normalAt(course: readonly Point[], i: number): Point {
  const [before, after] = [course[Math.max(0, i - 1)]!, course[Math.min(course.length - 1, i + 1)]!];
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? [0, 0] : [-dy / length, dx / length];
}
