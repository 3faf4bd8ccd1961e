import { columnsOf, padded } from './width.ts';

/** A column of a table in the terminal. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/**
 * A table for the terminal: titles, a rule and rows, columns aligned by what a terminal shows and two spaces apart.
 *
 * @param columns - the columns
 * @param rows - one text a column
 * @param indent - spaces before every line
 * @returns lines without a line break at the end
 */
export function table(columns: readonly Column[], rows: ReadonlyArray<readonly string[]>, indent = 0): string[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    (
      ' '.repeat(indent) + cells.map((cell, i) => padded(cell, widths[i] as number, columns[i]?.align)).join('  ')
    ).trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '─'.repeat(width))),
    ...rows.map((row) => line(columns.map((_, i) => row[i] ?? ''))),
  ];
}
