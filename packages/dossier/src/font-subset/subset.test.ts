import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { glyphsOf } from './cmap.ts';
import { subsetFont } from './subset.ts';
import { readWoff2, writeWoff2 } from './woff2.ts';

const brotli = {
  unpack: (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes),
  pack: (bytes: Uint8Array): Uint8Array => brotliCompressSync(bytes),
};
const require = createRequire(import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(require.resolve(`@fontsource-variable/${name}`)));
const chinese = file('noto-sans-sc/files/noto-sans-sc-110-wght-normal.woff2');
const latin = file('noto-sans/files/noto-sans-latin-ext-wght-normal.woff2');
const codes = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);

const table = (font: Uint8Array, tag: string) => {
  const found = readWoff2(font, brotli).tables.find((entry) => entry.tag === tag);
  if (!found) throw new Error(`The font has no ${tag}.`);
  return found.data;
};

describe('a font file', () => {
  it('reads back as it was written', () => {
    const font = readWoff2(chinese, brotli);
    const again = readWoff2(writeWoff2(font, brotli), brotli);
    expect(again.tables).toEqual(font.tables);
    expect(font.tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'gvar', 'head']));
  });

  it('is refused when it is something else', () => {
    expect(() => readWoff2(new Uint8Array(64), brotli)).toThrow(RangeError);
  });
});

describe('a subset', () => {
  it('is a small part of the whole, and knows the same characters', () => {
    const small = subsetFont(chinese, codes('昆凭祥'), brotli);
    expect(small.length).toBeLessThan(chinese.length / 8);
    expect(table(small, 'cmap')).toEqual(table(chinese, 'cmap'));
    expect(table(small, 'hmtx')).toEqual(table(chinese, 'hmtx'));
  });

  it('is the whole font when every character is kept', () => {
    const everything = Array.from({ length: 0x10000 }, (_, code) => code);
    const all = subsetFont(chinese, everything, brotli);
    const ofGlyphs = glyphsOf(table(chinese, 'cmap'), everything).size;
    expect(ofGlyphs).toBeGreaterThan(100);
    const [before, after] = [table(chinese, 'gvar').length, table(all, 'gvar').length];
    expect(after).toBeGreaterThan(0.9 * before);
    expect(table(subsetFont(all, everything, brotli), 'glyf')).toEqual(table(all, 'glyf'));
  });

  it('of a subset changes nothing', () => {
    const small = subsetFont(latin, codes('ǎṇ'), brotli);
    const again = subsetFont(small, codes('ǎṇ'), brotli);
    expect(table(again, 'glyf')).toEqual(table(small, 'glyf'));
    expect(table(again, 'gvar')).toEqual(table(small, 'gvar'));
  });

  it('keeps the parts of composed letters', () => {
    const glyf = (text: string) => table(subsetFont(latin, codes(text), brotli), 'glyf').length;
    expect(glyf('ǎ')).toBeGreaterThan(glyf(''));
  });
});
