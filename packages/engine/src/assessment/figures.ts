import { quantilesType7 } from '../numerics/statistics.ts';
import type { Figure, Series } from './figure.ts';

/**
 * A number as results state it: seven significant digits, which is more than any input deserves.
 *
 * @param value - the number
 * @returns the rounded number
 * @example
 * ```ts
 * rounded(1234.56789); // 1234.568
 * ```
 */
export function rounded(value: number): number {
  return Number(value.toPrecision(7));
}

/**
 * A figure with its unit and trace, and with the 10th and 90th percentile of its draws where there are any.
 *
 * @param value - the value with stated inputs
 * @param unit - its unit
 * @param restsOn - key of its trace
 * @param draws - its values in the draws
 * @returns the figure; without `low` and `high` where there are fewer than two draws
 * @example
 * ```ts
 * figure(600, 's', 'journeys.container'); // { value: 600, unit: 's', rests_on: 'journeys.container' }
 * ```
 */
export function figure(value: number, unit: string, restsOn: string, draws: readonly number[] = []): Figure {
  const plain = { value: rounded(value), unit, rests_on: restsOn };
  if (draws.length < 2) return plain;
  const [low, high] = quantilesType7(draws, [0.1, 0.9]);
  return { ...plain, low: rounded(low), high: rounded(high) };
}

/**
 * Columns of equal length with their units; numbers are rounded to four decimals.
 *
 * @param columns - name, unit (null for words) and values of each
 * @param restsOn - key of its trace
 * @returns the series
 * @example
 * ```ts
 * series([['time', 's', [0, 1.23456]]], 'lines.main').columns[0].values; // [0, 1.2346]
 * ```
 */
export function series(
  columns: ReadonlyArray<readonly [name: string, unit: string | null, values: ReadonlyArray<number | string | null>]>,
  restsOn: string,
): Series {
  return {
    columns: columns.map(([name, unit, values]) => ({
      name,
      unit,
      values: values.map((value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)),
    })),
    rests_on: restsOn,
  };
}
