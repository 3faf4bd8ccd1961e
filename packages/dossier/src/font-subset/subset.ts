import { glyphsOf } from './cmap.ts';
import { keepGlyphs } from './glyf.ts';
import { keepVariations } from './gvar.ts';
import { type Brotli, readWoff2, writeWoff2 } from './woff2.ts';

/**
 * Empties all glyphs of a variable TrueType font in WOFF2 but those of some characters: a slice of a Chinese font that
 * a page needs three characters of shrinks from 80 kB to 5 kB. Ligatures and alternates of other characters go too.
 *
 * @param file - WOFF2 bytes
 * @param codes - Unicode code points to keep
 * @param brotli - to unpack and pack with
 * @returns WOFF2 bytes; glyph numbers, metrics and layout tables stay
 * @throws RangeError when the file is no WOFF2 file with transformed TrueType outlines
 */
export function subsetFont(file: Uint8Array, codes: Iterable<number>, brotli: Brotli): Uint8Array {
  const font = readWoff2(file, brotli);
  const table = (tag: string) => font.tables.find((entry) => entry.tag === tag);
  const [cmap, glyf] = [table('cmap'), table('glyf')];
  if (!cmap || !glyf?.isTransformed) throw new RangeError('The font has no transformed TrueType outlines.');
  const wanted = glyphsOf(cmap.data, codes).add(0);
  const outlines = keepGlyphs(glyf.data, wanted);
  const tables = font.tables.map((entry) => {
    if (entry === glyf) return { ...entry, data: outlines };
    if (entry.tag !== 'gvar') return entry;
    const data = keepVariations(entry.data, wanted);
    return { ...entry, data, length: data.length };
  });
  return writeWoff2({ ...font, tables }, brotli);
}
