import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { MapData } from '@throughline/charts';
import { subsetFont } from './font-subset/subset.ts';
import type { FontSlice } from './fonts.ts';

/** What a dossier needs beside the assessment. */
export interface DossierAssets {
  /** Slices of the embedded font, in order of preference; without them the reader's own fonts are used. */
  readonly fonts?: readonly FontSlice[];
  /** Countries of the world as TopoJSON. */
  readonly mapData: MapData;
}

const brotli = {
  unpack: (bytes: Uint8Array) => brotliDecompressSync(bytes),
  pack: (bytes: Uint8Array) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT } }),
};

/** Slices small enough to go whole: they hold what a reader types and what ligatures are made of. */
const wholeSlices = new Set(['latin', 'vietnamese']);

/**
 * Reads the fonts and the map of the world from the packages they come in. Node only; elsewhere hand them over as
 * {@link DossierAssets} yourself.
 *
 * @returns Noto Sans (Latin, Vietnamese, Greek, extended Latin) and Noto Sans SC in slices that are read, and emptied
 * of what a page does not show, when needed; and the countries of Natural Earth at 1:10 million
 */
export function loadDossierAssets(): DossierAssets {
  const require = createRequire(import.meta.url);
  const latin = dirname(require.resolve('@fontsource-variable/noto-sans/unicode.json'));
  const chinese = dirname(require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'));
  return {
    fonts: [...slicesOf(latin, 'noto-sans', latinFirst), ...slicesOf(chinese, 'noto-sans-sc', numbered)],
    mapData: JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8')),
  };
}

const latinFirst = (names: readonly string[]) =>
  ['latin', 'vietnamese', 'greek', 'latin-ext'].filter((name) => names.includes(name));
const numbered = (names: readonly string[]) => names.filter((name) => /^\[\d+\]$/.test(name));

function slicesOf(folder: string, name: string, chosen: (names: readonly string[]) => string[]): FontSlice[] {
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  return chosen(Object.keys(ranges)).map((slice) => ({
    unicodeRange: ranges[slice] ?? '',
    data: (characters) => {
      const file = readFileSync(join(folder, 'files', `${name}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`));
      const codes = [...characters].map((character) => character.codePointAt(0) ?? 0);
      return Buffer.from(wholeSlices.has(slice) ? file : subsetFont(file, codes, brotli)).toString('base64');
    },
  }));
}
