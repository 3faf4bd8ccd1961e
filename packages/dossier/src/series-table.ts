import { decimal, unitText } from '@throughline/charts';
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
 * A series as a table: a row an entry, units in the heads; nothing where it has no rows. A column that comes with its
 * `low` and `high` is told with the range in brackets.
 *
 * @param series - of the assessment
 * @param setting - caption, headings, decimals
 */
export function seriesTable({ columns }: Series, { caption, heads = {}, digits = {} }: SeriesSetting): Markup {
  const rows = columns[0]?.values.length ?? 0;
  if (rows === 0) return html``;
  const named = new Map(columns.map((column) => [column.name, column]));
  const isEnd = ({ name }: Column) => ends.some((end) => name.endsWith(end) && named.has(name.slice(0, -end.length)));
  const told = columns.filter((column) => !isEnd(column));
  return table(
    told.map(({ name, unit }) => ({
      head:
        unit === null || unit === 'year'
          ? head(heads, name)
          : html`${head(heads, name)} <span class="unit">${unitText(unit)}</span>`,
      isNumber: unit !== null,
    })),
    Array.from({ length: rows }, (_, row) =>
      told.map(({ name, unit, values }) => {
        const value = values[row];
        if (typeof value !== 'number') return value === null || value === '' || value === undefined ? '–' : value;
        if (unit === 'year') return String(value);
        const [low, high] = ends.map((end) => named.get(`${name}${end}`)?.values[row]);
        return rangeText(value, low, high, digits[name] ?? 0);
      }),
    ),
    { caption, stacks: true },
  );
}

type Column = Series['columns'][number];

/** What the names of columns with the ends of a range end with. */
const ends = [' low', ' high'] as const;

/**
 * A number with its range in brackets, where it has one that shows.
 *
 * @param value - the value
 * @param low - its lower end
 * @param high - its upper end
 * @param digits - decimals
 */
export function rangeText(value: number, low: unknown, high: unknown, digits: number): string {
  const own = decimal(value, digits);
  if (typeof low !== 'number' || typeof high !== 'number') return own;
  const [from, to] = [decimal(low, digits), decimal(high, digits)];
  if (from === to && from === own) return own;
  // A dash beside a minus sign cannot be read.
  return low < 0 ? `${own} (${from} to ${to})` : `${own} (${from}–${to})`;
}

function head(heads: Readonly<Record<string, string>>, name: string): string {
  return heads[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
