/** Characters that take two columns: Hangul, kana, Han, full-width forms and pictures (Unicode Standard Annex 11). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Characters that take none: combining marks, joiners, variation selectors. */
const zero = /\p{Mn}|\p{Me}|[\u200b-\u200f\u2060]/u;

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * Columns that a text takes in a terminal: two for East Asian wide characters, none for combining marks and colours.
 *
 * @param text - one line
 * @example
 * columnsOf('河口 Hà Khẩu') // => 12
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.replace(escapes, '')) columns += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/** A text filled up with spaces to a number of columns, on the right or, for numbers, on the left. */
export function padded(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return align === 'left' ? text + gap : gap + text;
}
