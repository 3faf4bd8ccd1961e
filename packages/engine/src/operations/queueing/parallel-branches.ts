import { needAboveZero } from './ranges.ts';

/**
 * Mean time until papers and physical work are both done, when they are exponential and go on at the same time:
 * `a + b − 1 / (1/a + 1/b)`. One after the other they take `a + b`.
 *
 * @param first - mean time of the one
 * @param second - mean time of the other
 * @throws RangeError of times that are not positive
 * @example
 * ```ts
 * meanOfBoth(5, 8); // 9.923076923076923
 * ```
 */
export function meanOfBoth(first: number, second: number): number {
  needAboveZero(first, 'first time');
  needAboveZero(second, 'second time');
  return first + second - 1 / (1 / first + 1 / second);
}
