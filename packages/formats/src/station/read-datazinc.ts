/** A value of a MiniZinc data file: a number, truth value, text or name, a list, or a set of whole numbers. */
export type DataZincValue = number | boolean | string | readonly DataZincValue[] | ReadonlySet<number>;

/** One assignment of the file and the line on which its name stands. */
export interface DataZincEntry {
  readonly value: DataZincValue;
  readonly line: number;
}

/** A fault in the text of a MiniZinc data file. */
export class DataZincError extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.name = 'DataZincError';
    this.line = line;
  }
}

const token = /\s+|%[^\n]*|\.\.|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+(?:[eE][+-]?\d+)?)?|[A-Za-z_]\w*|[[\]{},;=]/y;
/** A range `a..b` may name so many numbers. */
const longestRange = 100_000;

interface Token {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads the assignments of a MiniZinc data file (DataZinc): numbers, truth values, strings, names of an enumeration
 * (read as text), one-dimensional arrays, and sets of whole numbers, listed or as a range.
 *
 * @param text - the text of the file
 * @returns the assignments by name
 * @throws DataZincError with the line and the reason
 * @see https://docs.minizinc.dev (data files)
 * @example
 * readDataZinc('n = 2; runs = [1, 3]; sets = [{1}, 2..4];').get('n') // { value: 2, line: 1 }
 */
export function readDataZinc(text: string): Map<string, DataZincEntry> {
  const entries = new Map<string, DataZincEntry>();
  const reader = new Reader(tokens(text));
  while (!reader.done) {
    const { text: name, line } = reader.take();
    if (!/^[A-Za-z_]/.test(name)) throw new DataZincError(line, `expected a name, found \`${name}\``);
    reader.expect('=');
    if (entries.has(name)) throw new DataZincError(line, `\`${name}\` is assigned twice`);
    entries.set(name, { value: reader.value(), line });
    if (!reader.done) reader.expect(';');
  }
  return entries;
}

function tokens(text: string): Token[] {
  const list: Token[] = [];
  let line = 1;
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const at = token.lastIndex;
    const found = token.exec(text)?.[0];
    if (found === undefined) throw new DataZincError(line, `unexpected character \`${text[at]}\``);
    if (!/^[\s%]/.test(found)) list.push({ text: found, line });
    line += found.split('\n').length - 1;
  }
  return list;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  take(): Token {
    const next = this.#tokens[this.#at++];
    if (!next) throw new DataZincError(this.#tokens.at(-1)?.line ?? 1, 'the file ends too early');
    return next;
  }

  expect(text: string): void {
    const next = this.take();
    if (next.text !== text) throw new DataZincError(next.line, `expected \`${text}\`, found \`${next.text}\``);
  }

  value(): DataZincValue {
    const { text, line } = this.take();
    if (text === '[') return this.#list(']');
    if (text === '{') return new Set(this.#list('}').map((item) => whole(item, line)));
    if (text === 'true' || text === 'false') return text === 'true';
    if (text.startsWith('"')) return text.slice(1, -1);
    if (/^[A-Za-z_]/.test(text)) return text;
    if (!/^-?\d/.test(text)) throw new DataZincError(line, `expected a value, found \`${text}\``);
    if (this.#tokens[this.#at]?.text !== '..') return Number(text);
    this.#at++;
    return range(whole(Number(text), line), whole(Number(this.take().text), line), line);
  }

  #list(end: string): DataZincValue[] {
    const items: DataZincValue[] = [];
    while (this.#tokens[this.#at]?.text !== end) {
      items.push(this.value());
      if (this.#tokens[this.#at]?.text !== end) this.expect(',');
    }
    this.#at++;
    return items;
  }
}

function whole(value: DataZincValue, line: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new DataZincError(line, `expected a whole number, found \`${String(value)}\``);
}

function range(first: number, last: number, line: number): ReadonlySet<number> {
  if (last - first >= longestRange) throw new DataZincError(line, `the range ${first}..${last} is too long`);
  return new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i));
}
