import { Reader } from './bytes.ts';

/**
 * The glyphs that draw characters, by the widest Unicode table of `cmap` (formats 4 and 12, OpenType specification).
 *
 * @param table - `cmap`
 * @param codes - Unicode code points
 */
export function glyphsOf(table: Uint8Array, codes: Iterable<number>): Set<number> {
  const lookup = lookupOf(table);
  const glyphs = new Set<number>();
  for (const code of codes) {
    const glyph = lookup(code);
    if (glyph !== 0) glyphs.add(glyph);
  }
  return glyphs;
}

function lookupOf(table: Uint8Array): (code: number) => number {
  const reader = new Reader(table, 2);
  const count = reader.u16();
  const found: Record<number, number> = {};
  for (let i = 0; i < count; i++) {
    reader.at += 4;
    const offset = reader.u32();
    found[new Reader(table, offset).u16()] = offset;
  }
  if (found[12] !== undefined) return segmented32(table, found[12]);
  if (found[4] !== undefined) return segmented16(table, found[4]);
  throw new RangeError('The font has no Unicode table of a known kind.');
}

function segmented32(table: Uint8Array, offset: number) {
  const reader = new Reader(table, offset + 12);
  const groups = Array.from({ length: reader.u32() }, () => [reader.u32(), reader.u32(), reader.u32()] as const);
  return (code: number) => {
    const group = groups.find(([first, last]) => code >= first && code <= last);
    return group ? group[2] + code - group[0] : 0;
  };
}

function segmented16(table: Uint8Array, offset: number) {
  const reader = new Reader(table, offset + 6);
  const count = reader.u16() / 2;
  const column = (index: number) => offset + 14 + index * 2 * count + (index > 0 ? 2 : 0);
  const at = (index: number, segment: number) => new Reader(table, column(index) + 2 * segment).u16();
  return (code: number) => {
    if (code > 0xffff) return 0;
    for (let segment = 0; segment < count; segment++) {
      if (code > at(0, segment)) continue;
      const [start, delta, range] = [at(1, segment), at(2, segment), at(3, segment)];
      if (code < start) return 0;
      if (range === 0) return (code + delta) % 0x10000;
      const glyph = new Reader(table, column(3) + 2 * segment + range + 2 * (code - start)).u16();
      return glyph === 0 ? 0 : (glyph + delta) % 0x10000;
    }
    return 0;
  };
}
