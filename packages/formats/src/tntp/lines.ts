import type { TntpFaults } from './fault.ts';

/** What stands before `<END OF METADATA>`: values by upper-case name, with their lines. */
export interface TntpMetadata {
  readonly values: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
  /** Line of `<END OF METADATA>`, and the place in the text where the next line begins. */
  readonly endLine: number;
  readonly end: number;
}

/**
 * Calls back for every line from a place on, without comments (`~ …`), and not for empty ones.
 *
 * @param text - of the file
 * @param from - where a line begins
 * @param line - its number
 * @param each - gets the trimmed line and its number; returns whether to stop
 */
export function eachLine(
  text: string,
  from: number,
  line: number,
  each: (content: string, line: number, next: number) => boolean | undefined,
): void {
  let number = line;
  for (let at = from; at < text.length; number++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const whole = text.slice(at, end);
    const comment = whole.indexOf('~');
    const content = (comment < 0 ? whole : whole.slice(0, comment)).trim();
    at = end + 1;
    if (content !== '' && each(content, number, at)) return;
  }
}

/** Reads the metadata; a fault when it does not end. */
export function readMetadata(text: string, faults: TntpFaults): TntpMetadata {
  const values = new Map<string, { text: string; line: number }>();
  let ended: { endLine: number; end: number } | undefined;
  let last = 1;
  eachLine(text, 0, 1, (content, line, next) => {
    last = line;
    const [, name, value] = /^<\s*([^>]*?)\s*>\s*(.*)$/.exec(content) ?? [];
    if (name === undefined) return true;
    const key = name.toUpperCase().replace(/\s+/g, ' ');
    if (key === 'END OF METADATA') {
      ended = { endLine: line, end: next };
      return true;
    }
    values.set(key, { text: value!, line });
    return false;
  });
  if (ended === undefined) faults.add(last, 'expected <END OF METADATA> before the data');
  return { values, ...(ended ?? { endLine: last, end: text.length }) };
}

/** A count that the metadata states, from 1; a fault when it is missing, no whole number or too large to believe. */
export function countIn({ values, endLine }: TntpMetadata, name: string, most: number, faults: TntpFaults): number {
  const stated = values.get(name);
  if (stated === undefined) {
    faults.add(endLine, `the metadata lacks <${name}>`);
    return Number.NaN;
  }
  return faults.id(stated.text, stated.line, `<${name}>`, most);
}

/** A number that the metadata may state. */
export function numberIn({ values }: TntpMetadata, name: string, faults: TntpFaults): number | undefined {
  const stated = values.get(name);
  return stated && faults.number(stated.text, stated.line, `<${name}>`, -Infinity);
}
