import type { PlannedPath, PlanTrain } from '../../timetable/index.ts';

/**
 * How long a unit takes from place to place without a train to work: the shortest planned way of any train of its fleet
 * between both, in either direction, or of several after each other (R. Floyd, Algorithm 97: Shortest path, Communications
 * of the ACM 5, 1962).
 *
 * @param places - stations
 * @param trains - trains of the fleet with their planned paths
 * @returns times (s) row by row; `Infinity` where no train leads
 * @example
 * ```ts
 * lightTimes(['north-yard', 'south-yard'], trains)[1]; // s from the one to the other
 * ```
 */
export function lightTimes(
  places: readonly string[],
  trains: ReadonlyArray<{ readonly graph: PlanTrain['graph']; readonly path: PlannedPath }>,
): Float64Array {
  const count = places.length;
  const times = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let place = 0; place < count; place++) times[place * count + place] = 0;
  for (const { graph, path } of trains) {
    const passed = graph.points.flatMap(({ station }, point) => {
      const place = places.indexOf(station);
      return place < 0 ? [] : [{ place, ...path.stays[point]! }];
    });
    for (const [i, { place, departure }] of passed.entries())
      for (const { place: other, arrival } of passed.slice(i + 1)) {
        const [there, back] = [place * count + other, other * count + place];
        const time = Math.min(times[there]!, arrival - departure);
        times[there] = time;
        times[back] = Math.min(times[back]!, time);
      }
  }
  for (let by = 0; by < count; by++)
    for (let from = 0; from < count; from++)
      for (let to = 0; to < count; to++) {
        const time = times[from * count + by]! + times[by * count + to]!;
        if (time < times[from * count + to]!) times[from * count + to] = time;
      }
  return times;
}
