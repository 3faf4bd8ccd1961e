import { CST, Lexer } from 'yaml';

/** Where a YAML text goes beyond a bound, and which. */
export interface Excess {
  readonly offset: number;
  readonly of: 'depth' | 'values';
}

/**
 * Looks over a YAML text for too deep nesting (brackets, and indicators that open a level within one line, as `- - -`
 * does) and for too many values. A parser keeps every open level and every value, so that a text of nothing but brackets
 * would fill the memory before anything could be said of it; this pass keeps nothing.
 *
 * @param text - the text of a file
 * @param depth - levels allowed
 * @param values - keys, values, lists and maps allowed
 * @returns where the text first exceeds a bound, or undefined
 * @example
 * findExcess('a: [[1]]', 1, 10) // => { offset: 4, of: 'depth' }
 */
export function findExcess(text: string, depth: number, values: number): Excess | undefined {
  let offset = 0;
  let open = 0;
  let inLine = 0;
  let seen = 0;
  let isContent = false;
  for (const token of new Lexer().lex(text)) {
    const type: CST.TokenType | null = isContent ? 'scalar' : CST.tokenType(token);
    const isMark = !isContent && (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR);
    if (type === 'flow-seq-start' || type === 'flow-map-start') open++;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') open = Math.max(0, open - 1);
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') inLine++;
    else if (type === 'newline') inLine = 0;
    if (type !== 'space' && type !== 'newline' && type !== 'comment' && !isMark) seen++;
    if (open + inLine > depth) return { offset, of: 'depth' };
    if (seen > values) return { offset, of: 'values' };
    if (!isMark) offset += token.length;
    isContent = !isContent && token === CST.SCALAR;
  }
  return undefined;
}
