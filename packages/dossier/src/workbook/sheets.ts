import type { Worksheet } from '@cj-tech-master/excelts';

/** Writes a row of texts and numbers. */
export function writeRow(
  sheet: Worksheet,
  row: number,
  values: ReadonlyArray<string | number | null | undefined>,
): void {
  for (const [index, value] of values.entries())
    if (value !== null && value !== undefined) sheet.getCell(row, index + 1).value = value;
}

/** Writes a formula, without a value: whoever opens the book computes it. */
export function writeFormula(sheet: Worksheet, row: number, column: number, formula: string): void {
  sheet.getCell(row, column).value = { formula };
}

/** The letters of a column: 1 is A. */
export function letters(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + rest);
}

/** A name that a sheet can have: 31 characters, none of them a bracket or a slash, and used once. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[[\]*?:/\\]/g, ' ')
    .slice(0, 28)
    .trim();
  let name = plain;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain} ${count}`;
  taken.add(name.toLowerCase());
  return name;
}
