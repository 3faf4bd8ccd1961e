declare module 'fast-formula-parser' {
  interface Position {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
  }
  interface Range {
    readonly sheet: string;
    readonly from: { readonly row: number; readonly col: number };
    readonly to: { readonly row: number; readonly col: number };
  }
  export default class FormulaParser {
    constructor(of: {
      readonly functions: Readonly<Record<string, (...parameters: never[]) => unknown>>;
      readonly onCell: (cell: Position) => unknown;
      readonly onRange: (range: Range) => unknown;
    });
    parse(formula: string, position: Position): unknown;
  }
}
