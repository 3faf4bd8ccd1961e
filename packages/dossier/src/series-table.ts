import { decimal } from '@throughline/charts';
import type { Series } from '@throughline/engine';
import { html, type Markup } from './html.ts';
import { table } from './table.ts';

/** How a series is set as a table. */
export interface SeriesSetting {
  readonly caption: string;
  /** Headings by name of the column; a column without one keeps its name with a capital. */
  readonly heads?: Readonly<Record<string, string>>;
  /** Decimals by name of the column, 0 when left out. */
  readonly digits?: Readonly<Record<string, number>>;
}

/**
 * A series as a table: a row an entry, units in the heads; nothing where it has no rows.
 *
 * @param series - of the assessment
 * @param setting - caption, headings, decimals
 */
export function seriesTable({ columns }: Series, { caption, heads = {}, digits = {} }: SeriesSetting): Markup {
  const rows = columns[0]?.values.length ?? 0;
  if (rows === 0) return html``;
  return table(
    columns.map(({ name, unit }) => ({
      head:
        unit === null || unit === 'year'
          ? head(heads, name)
          : html`${head(heads, name)} <span class="unit">${unit}</span>`,
      isNumber: unit !== null,
    })),
    Array.from({ length: rows }, (_, row) =>
      columns.map(({ name, unit, values }) => {
        const value = values[row];
        if (typeof value !== 'number') return value === null || value === '' || value === undefined ? '–' : value;
        return unit === 'year' ? String(value) : decimal(value, digits[name] ?? 0);
      }),
    ),
    { caption, stacks: true },
  );
}

function head(heads: Readonly<Record<string, string>>, name: string): string {
  return heads[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
