import { base128Of, bytesOf, concatenated, Reader } from './bytes.ts';

/** A table of a font as WOFF2 keeps it: `glyf` and `loca` transformed. */
export interface FontTable {
  /** The bytes that name it in the directory: flags, and a tag where it is not a known one. */
  readonly name: Uint8Array;
  readonly tag: string;
  /** Length before the transformation. */
  readonly length: number;
  readonly isTransformed: boolean;
  readonly data: Uint8Array;
}

/** A font as WOFF2 keeps it. */
export interface Woff2 {
  readonly header: Uint8Array;
  readonly tables: readonly FontTable[];
}

/** How bytes are unpacked and packed; WOFF2 uses Brotli. */
export interface Brotli {
  unpack(bytes: Uint8Array): Uint8Array;
  pack(bytes: Uint8Array): Uint8Array;
}

const headerLength = 48;

/** The tags that WOFF2 names by number (W3C, WOFF File Format 2.0, 4.1). */
const tags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .match(/.{4} ?/g)
    ?.map((tag) => tag.slice(0, 4)) ?? [];

/**
 * Reads a WOFF2 file (W3C Recommendation, WOFF File Format 2.0).
 *
 * @param file - its bytes
 * @param brotli - to unpack with
 * @throws RangeError when it is no WOFF2 file of a single font
 */
export function readWoff2(file: Uint8Array, brotli: Brotli): Woff2 {
  const reader = new Reader(file);
  const signature = reader.u32();
  const flavour = reader.u32();
  if (signature !== 0x774f4632 || flavour === 0x74746366) throw new RangeError('Not a WOFF2 file of a single font.');
  const count = new Reader(file, 12).u16();
  reader.at = headerLength;
  const entries = Array.from({ length: count }, () => {
    const from = reader.at;
    const flags = reader.u8();
    const known = tags[flags & 0x3f];
    const tag = known ?? String.fromCharCode(reader.u8(), reader.u8(), reader.u8(), reader.u8());
    const name = file.subarray(from, reader.at);
    const length = reader.base128();
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0;
    return { name, tag, length, isTransformed, kept: isTransformed ? reader.base128() : length };
  });
  const packed = file.subarray(reader.at, reader.at + new Reader(file, 20).u32());
  const data = brotli.unpack(packed);
  let at = 0;
  const tables = entries.map(({ kept, ...entry }) => {
    at += kept;
    return { ...entry, data: data.subarray(at - kept, at) };
  });
  return { header: file.subarray(0, headerLength), tables };
}

/**
 * Writes a WOFF2 file, without the metadata and private data of the one it was read from.
 *
 * @param font - from {@link readWoff2}, its tables perhaps replaced
 * @param brotli - to pack with
 */
export function writeWoff2({ header, tables }: Woff2, brotli: Brotli): Uint8Array {
  const directory = concatenated(
    tables.flatMap(({ name, length, isTransformed, data }) => [
      name,
      base128Of(length),
      ...(isTransformed ? [base128Of(data.length)] : []),
    ]),
  );
  const packed = brotli.pack(concatenated(tables.map(({ data }) => data)));
  const padding = new Uint8Array((4 - ((headerLength + directory.length + packed.length) % 4)) % 4);
  const unpacked = tables.reduce((sum, { length }) => sum + Math.ceil(length / 4) * 4, 12 + 16 * tables.length);
  const head = Uint8Array.from(header);
  head.set(bytesOf(headerLength + directory.length + packed.length + padding.length, 4), 8);
  head.set(bytesOf(unpacked, 4), 16);
  head.set(bytesOf(packed.length, 4), 20);
  head.fill(0, 28);
  return concatenated([head, directory, packed, padding]);
}
