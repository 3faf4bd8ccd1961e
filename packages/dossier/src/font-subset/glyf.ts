import { bytesOf, concatenated, Reader } from './bytes.ts';

const streamCount = 7;
const headerLength = 8 + 4 * streamCount;

/** Where in each of the streams of the transformed table a glyph lies. */
interface Spans {
  readonly contours: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly hasBox: boolean;
  /** Glyphs it is composed of. */
  readonly parts: readonly number[];
}

/**
 * Empties glyphs of a transformed `glyf` table (W3C, WOFF File Format 2.0, 5.1). Numbers of glyphs stay, so that no
 * other table changes.
 *
 * @param table - transformed `glyf`
 * @param wanted - glyphs to keep; those they are composed of are added to it
 */
export function keepGlyphs(table: Uint8Array, wanted: Set<number>): Uint8Array {
  const head = new Reader(table, 4);
  const count = head.u16();
  head.at = 8;
  const sizes = Array.from({ length: streamCount }, () => head.u32());
  const starts = sizes.map((_, i) => headerLength + sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const overlaps = table.subarray(starts[6]! + sizes[6]!);
  const glyphs = walk(table, count, starts);
  for (const glyph of wanted) for (const part of glyphs[glyph]?.parts ?? []) wanted.add(part);

  const bitmap = new Uint8Array(4 * Math.ceil(count / 32));
  const streams: Uint8Array[][] = Array.from({ length: streamCount }, () => []);
  glyphs.forEach((glyph, index) => {
    const isKept = wanted.has(index);
    streams[0]!.push(bytesOf(isKept ? glyph.contours & 0xffff : 0, 2));
    if (!isKept) return;
    for (let i = 1; i < streamCount; i++) streams[i]!.push(table.subarray(glyph.from[i]!, glyph.to[i]!));
    if (glyph.hasBox) bitmap[index >> 3] = bitmap[index >> 3]! | (0x80 >> (index & 7));
  });
  streams[5]!.unshift(bitmap);
  const joined = streams.map(concatenated);
  return concatenated([table.subarray(0, 8), ...joined.map(({ length }) => bytesOf(length, 4)), ...joined, overlaps]);
}

/** Streams: 0 contours, 1 points, 2 flags, 3 glyphs, 4 composites, 5 boxes, 6 instructions. */
function walk(table: Uint8Array, count: number, starts: readonly number[]): Spans[] {
  const bitmapAt = starts[5]!;
  const streams = starts.map((start) => new Reader(table, start));
  streams[5]!.at += 4 * Math.ceil(count / 32);
  return Array.from({ length: count }, (_, index) => {
    const from = streams.map(({ at }) => at);
    const contours = streams[0]!.i16();
    const hasBox = (table[bitmapAt + (index >> 3)]! & (0x80 >> (index & 7))) !== 0;
    let parts: number[] = [];
    if (contours > 0) simpleGlyph(streams, contours);
    else if (contours < 0) parts = compositeGlyph(streams);
    if (hasBox) streams[5]!.at += 8;
    return { contours, from, to: streams.map(({ at }) => at), hasBox, parts };
  });
}

function simpleGlyph(streams: readonly Reader[], contours: number): void {
  let points = 0;
  for (let i = 0; i < contours; i++) points += streams[1]!.short255();
  for (let i = 0; i < points; i++) {
    const flag = streams[2]!.u8() & 0x7f;
    streams[3]!.at += flag < 84 ? 1 : flag < 120 ? 2 : flag < 124 ? 3 : 4;
  }
  streams[6]!.at += streams[3]!.short255();
}

function compositeGlyph(streams: readonly Reader[]): number[] {
  const parts: number[] = [];
  const composite = streams[4]!;
  let hasInstructions = false;
  for (let flags = 0x20; flags & 0x20; ) {
    flags = composite.u16();
    parts.push(composite.u16());
    composite.at += (flags & 0x01 ? 4 : 2) + (flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (flags & 0x100) hasInstructions = true;
  }
  if (hasInstructions) streams[6]!.at += streams[3]!.short255();
  return parts;
}
