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

/**
 * A column with the ends of its ranges behind it: `name`, `name low` and `name high`, the 10th and 90th percentile over
 * the draws.
 *
 * @param name - of the column
 * @param unit - its unit
 * @param values - with stated inputs, an entry a row; null where there is none
 * @param draws - of each row, its values in the draws
 * @returns three columns, or one where no row has two draws
 * @example
 * ```ts
 * rangedColumns('loss', 'MUSD', [5], [[4, 6]]).map(([name]) => name); // ['loss', 'loss low', 'loss high']
 * ```
 */
export function rangedColumns(
  name: string,
  unit: string,
  values: ReadonlyArray<number | null>,
  draws: ReadonlyArray<readonly number[]>,
): Array<readonly [name: string, unit: string, values: ReadonlyArray<number | null>]> {
  const own = [name, unit, values] as const;
  if (!draws.some((row) => row.length >= 2)) return [own];
  const end = (part: number) =>
    values.map((value, row) =>
      value === null || draws[row].length < 2 ? null : (quantilesType7(draws[row], [part])[0] as number),
    );
  return [own, [`${name} low`, unit, end(0.1)], [`${name} high`, unit, end(0.9)]];
}
