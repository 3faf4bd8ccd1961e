/** A part of a font: the characters it draws and its bytes. */
export interface FontSlice {
  /** As CSS writes it: `U+4e00-4e09,U+4e0b`. */
  readonly unicodeRange: string;
  /**
   * WOFF2, base64, that draws at least these characters.
   *
   * @param characters - of the slice, each once
   */
  data(characters: string): string;
}

type Range = readonly [first: number, last: number];

/** A slice and the characters of a text that it is to draw. */
export interface ChosenSlice {
  readonly slice: FontSlice;
  readonly characters: string;
}

/**
 * Picks the slices that draw the characters of a text, each character from the first slice that has it.
 *
 * @param slices - in order of preference
 * @param text - what will be shown
 */
export function slicesFor(slices: readonly FontSlice[], text: string): ChosenSlice[] {
  const open = new Set([...text].map((character) => character.codePointAt(0) ?? 0).filter((code) => code > 0x20));
  return slices.flatMap((slice) => {
    const ranges = rangesOf(slice.unicodeRange);
    const drawn = [...open].filter((code) => ranges.some(([first, last]) => code >= first && code <= last));
    for (const code of drawn) open.delete(code);
    const characters = drawn.sort((a, b) => a - b).map((code) => String.fromCodePoint(code));
    return characters.length > 0 ? [{ slice, characters: characters.join('') }] : [];
  });
}

function rangesOf(unicodeRange: string): Range[] {
  return unicodeRange.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** Name under which pages use the embedded font. */
export const fontFamily = 'Throughline Noto';

/**
 * Rules that embed the slices; they ask nobody for anything. Where two slices share a character the later rule draws
 * it, so the preferred slice comes last: quotation marks are Latin ones, not the full-width ones of a Chinese font.
 *
 * @param slices - from {@link slicesFor}
 */
export function fontFaces(slices: readonly ChosenSlice[]): string {
  return [...slices]
    .reverse()
    .map(
      ({ slice, characters }) =>
        `@font-face{font-family:"${fontFamily}";font-style:normal;font-weight:100 900;font-display:block;` +
        `src:url(data:font/woff2;base64,${slice.data(characters)}) format("woff2");unicode-range:${slice.unicodeRange}}`,
    )
    .join('\n');
}
