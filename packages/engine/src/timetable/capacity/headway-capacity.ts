import { needAboveZero, needZeroOrMore } from '../../numerics/ranges.ts';
import { HOUR } from './day.ts';

/**
 * Trains an hour in one direction at given headways: the trains of one cycle over the time it takes.
 *
 * Source: identity; see J. Pachl, Railway Operation and Control, minimum line headway.
 *
 * @param headways - s from each train of a repeating cycle to the next; one number for trains all alike
 * @param margin - s added to every headway, 0 or more
 * @throws RangeError of no headways, of headways not above 0, and of a negative margin
 *
 * @example
 * ```ts
 * trainsPerHour([120, 180]); // 24
 * ```
 */
export function trainsPerHour(headways: readonly number[], margin = 0): number {
  if (headways.length === 0) throw new RangeError('no headways, expected at least one');
  needZeroOrMore(margin, 'margin');
  let cycle = 0;
  for (const headway of headways) {
    needAboveZero(headway, 'headway');
    cycle += headway + margin;
  }
  return (HOUR * headways.length) / cycle;
}

/**
 * The mean minimum headway of trains of several kinds in random order, `Σ p_i p_j h_ij`.
 *
 * Source: UIC Code 405 (1996), average minimum headway; W. Schwanhäußer, Die Bemessung der Pufferzeiten im
 * Fahrplangefüge der Eisenbahn (1974).
 *
 * @param headways - s; row: kind of the train ahead, column: kind of the train behind
 * @param counts - trains of each kind, not all 0
 * @throws RangeError when the table is not square, when numbers are negative, and when there are no trains
 *
 * @example
 * ```ts
 * meanHeadway([[180, 600], [120, 180]], [1, 1]); // 270
 * ```
 */
export function meanHeadway(headways: readonly (readonly number[])[], counts: readonly number[]): number {
  if (headways.length !== counts.length || headways.some((row) => row.length !== counts.length)) {
    throw new RangeError(`table of headways is not ${counts.length} × ${counts.length}, as there are kinds of train`);
  }
  let trains = 0;
  let sum = 0;
  counts.forEach((ahead, i) => {
    needZeroOrMore(ahead, 'trains of a kind');
    trains += ahead;
    counts.forEach((behind, j) => {
      needZeroOrMore(headways[i]![j]!, 'headway');
      sum += ahead * behind * headways[i]![j]!;
    });
  });
  needAboveZero(trains, 'trains of all kinds');
  return sum / (trains * trains);
}
