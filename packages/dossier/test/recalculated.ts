import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import FormulaParser from 'fast-formula-parser';

type Value = number | string | boolean | null;

/** What a spreadsheet program would show: formulas are worked out by a parser that knows nothing of Throughline. */
export class Recalculated {
  readonly #sheets: ReadonlyMap<string, Worksheet>;
  readonly #known = new Map<string, Value>();
  /** A parser is busy while it asks for a cell, so that each level of cells behind cells has its own. */
  readonly #parsers: FormulaParser[] = [];
  #depth = 0;

  constructor(book: Workbook) {
    this.#sheets = new Map(book.worksheets.map((sheet) => [sheet.name, sheet]));
  }

  /** The value of a cell; rows and columns count from 1. */
  at(name: string, row: number, column: number): Value {
    const key = `${name}!${row}:${column}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const cell = this.#sheets.get(name)?.getCell(row, column);
    const value = cell?.formula ? this.#parse(cell.formula, name, row, column) : ((cell?.value ?? null) as Value);
    this.#known.set(key, value);
    return value;
  }

  #parse(formula: string, sheet: string, row: number, col: number): Value {
    this.#parsers[this.#depth] ??= this.#made();
    const parser = this.#parsers[this.#depth] as FormulaParser;
    this.#depth++;
    try {
      return parser.parse(formula, { sheet, row, col }) as Value;
    } finally {
      this.#depth--;
    }
  }

  #made(): FormulaParser {
    return new FormulaParser({
      functions: { IRR: (flows: { value: Value[][] }) => rate(flows.value.flat().map(Number)) },
      onCell: ({ sheet, row, col }) => this.at(sheet, row, col),
      onRange: ({ sheet, from, to }) =>
        Array.from({ length: to.row - from.row + 1 }, (_, row) =>
          Array.from({ length: to.col - from.col + 1 }, (__, col) => this.at(sheet, from.row + row, from.col + col)),
        ),
    });
  }

  number(name: string, row: number, column: number): number {
    const value = this.at(name, row, column);
    if (typeof value !== 'number') throw new Error(`${name} ${row}:${column} is ${String(value)}`);
    return value;
  }
}

/** The rate at which yearly flows are worth nothing, by halving; the parser has no IRR of its own. */
function rate(flows: readonly number[]): number {
  const worth = (at: number) => flows.reduce((sum, flow, year) => sum + flow / (1 + at) ** year, 0);
  let [low, high] = [-0.9, 10];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0 === worth(low) > 0) low = middle;
    else high = middle;
  }
  return low;
}
