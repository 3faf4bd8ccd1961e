import { digitsFor, unitText } from '@throughline/charts';
import type { Series } from '@throughline/engine';
import { type Content, html, type Markup } from './html.ts';
import { rangeText } from './series-table.ts';
import { table } from './table.ts';

type Column = Series['columns'][number];

/** Columns up to which a table becomes cards on a narrow screen; more scroll. */
const mostOfCards = 9;

/**
 * A series as a table: units stand in its head, parts of 1 as per cent. A column that comes with its `low` and `high` is told
 * with the range in brackets.
 *
 * @param series - columns of equal length; the first heads the rows
 * @param caption - what it shows
 */
export function appraisalTable({ columns }: Series, caption: string): Markup {
  const rows = columns[0]?.values.length ?? 0;
  if (rows === 0) return html`<p class="note">${caption}: nothing.</p>`;
  const named = new Map(columns.map((column) => [column.name, column]));
  const told = columns.filter(({ name }) => !/ (low|high)$/.test(name) || !named.has(name.replace(/ (low|high)$/, '')));
  const heads = told.map(({ name, unit, values }) => ({
    head:
      unit && unit !== 'year' ? html`${name} <span class="unit">${unit === '1' ? '%' : unitText(unit)}</span>` : name,
    isNumber: values.some((value) => typeof value === 'number'),
  }));
  const cells = Array.from({ length: rows }, (_, row): Content[] =>
    told.map((column) => cell(column, row, named.get(`${column.name} low`), named.get(`${column.name} high`))),
  );
  return table(heads, cells, { caption, stacks: told.length <= mostOfCards && rows <= 30 });
}

function cell({ values, unit }: Column, row: number, low: Column | undefined, high: Column | undefined): string {
  const value = values[row] ?? null;
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (unit === 'year') return String(value);
  const scaled = (end: number | string | null | undefined) =>
    typeof end === 'number' ? (unit === '1' ? 100 * end : end) : undefined;
  const shown = scaled(value) as number;
  const digits = Math.min(unit === '1' ? 1 : 2, digitsFor(shown));
  return rangeText(shown, scaled(low?.values[row]), scaled(high?.values[row]), digits);
}
