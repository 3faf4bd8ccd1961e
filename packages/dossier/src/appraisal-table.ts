import { decimal, digitsFor, unitText } from '@throughline/charts';
import type { Series } from '@throughline/engine';
import { type Content, html, type Markup } from './html.ts';
import { table } from './table.ts';

/**
 * A series as a table: units stand in its head, parts of 1 as per cent.
 *
 * @param series - columns of equal length; the first heads the rows
 * @param caption - what it shows
 */
export function appraisalTable({ columns }: Series, caption: string): Markup {
  const rows = (columns[0]?.values ?? []).map((_, row): Content[] =>
    columns.map(({ unit, values }) => cell(values[row] ?? null, unit)),
  );
  if (rows.length === 0) return html`<p class="note">${caption}: nothing.</p>`;
  const heads = columns.map(({ name, unit, values }) => ({
    head:
      unit && unit !== 'year' ? html`${name} <span class="unit">${unit === '1' ? '%' : unitText(unit)}</span>` : name,
    isNumber: values.some((value) => typeof value === 'number'),
  }));
  return table(heads, rows, { caption });
}

function cell(value: number | string | null, unit: string | null): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (unit === 'year') return String(value);
  const shown = unit === '1' ? 100 * value : value;
  return decimal(shown, Math.min(unit === '1' ? 1 : 2, digitsFor(shown)));
}
