import type { Figure, Series } from '@throughline/engine';
import { table } from '../terminal/table.ts';

/** A series as a table in the terminal; parts of 1 as per cent. */
export function seriesLines({ columns }: Series, indent = 0): string[] {
  const rows = (columns[0]?.values ?? []).map((_, row) =>
    columns.map(({ unit, values }) => cellOf(values[row] ?? null, unit)),
  );
  if (rows.length === 0) return [];
  const heads = columns.map(({ name, unit, values }) => ({
    title: unit && unit !== 'year' ? `${name} [${unit === '1' ? '%' : unit}]` : name,
    align: values.some((value) => typeof value === 'number') ? ('right' as const) : ('left' as const),
  }));
  return table(heads, rows, indent);
}

function cellOf(value: number | string | null, unit: string | null): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  return unit === 'year' ? String(value) : (unit === '1' ? 100 * value : value).toFixed(1);
}

/** A figure with its unit: `−5091.2 MUSD`, `14.7 %`, `2032`. */
export function figureText(figure: Figure | null): string {
  if (figure === null) return '–';
  const { value, unit } = figure;
  if (unit === 'year') return String(value);
  if (unit === '1') return `${(100 * value).toFixed(1)} %`;
  return `${value.toFixed(unit === '' ? 2 : 1)}${unit === '' ? '' : ` ${unit}`}`;
}
