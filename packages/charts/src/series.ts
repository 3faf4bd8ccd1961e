import type { Series } from '@throughline/engine';
import { inUnit } from './text/units.ts';

/**
 * Numbers of a column of a series, in the unit of the chart.
 *
 * @param series - columns of equal length
 * @param name - name of the column
 * @param unit - wanted unit; the column's own when left out
 * @returns one number or null a row; all null when there is no such column
 * @throws RangeError when the units are not of one kind
 */
export function numbers(series: Series, name: string, unit?: string): Array<number | null> {
  const column = columnOf(series, name);
  if (!column) return new Array<null>(rowsOf(series)).fill(null);
  return column.values.map((value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    return unit && column.unit ? inUnit(value, column.unit, unit) : value;
  });
}

/**
 * Words of a column of a series.
 *
 * @param series - columns of equal length
 * @param name - name of the column
 * @returns one text a row, empty where there is none
 */
export function words(series: Series, name: string): string[] {
  const column = columnOf(series, name);
  if (!column) return new Array<string>(rowsOf(series)).fill('');
  return column.values.map((value) => (value === null ? '' : String(value)));
}

/** How many rows a series has. */
export function rowsOf(series: Series): number {
  return series.columns[0]?.values.length ?? 0;
}

/**
 * The column of that name, or the first whose name begins with it.
 *
 * @param series - columns of equal length
 * @param name - name of the column
 */
export function columnOf(series: Series, name: string): Series['columns'][number] | undefined {
  return (
    series.columns.find((column) => column.name === name) ??
    series.columns.find((column) => column.name.startsWith(name))
  );
}
