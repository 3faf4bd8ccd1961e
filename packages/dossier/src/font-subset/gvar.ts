import { bytesOf, concatenated, Reader } from './bytes.ts';

/**
 * Drops the variations of emptied glyphs from `gvar` (OpenType specification).
 *
 * @param table - `gvar`
 * @param wanted - glyphs to keep
 */
export function keepVariations(table: Uint8Array, wanted: ReadonlySet<number>): Uint8Array {
  const head = new Reader(table, 8);
  const sharedAt = head.u32();
  const count = head.u16();
  const isLong = (head.u16() & 1) === 1;
  const dataAt = head.u32();
  const offsets = Array.from({ length: count + 1 }, () => (isLong ? head.u32() : 2 * head.u16()));
  const parts: Uint8Array[] = [];
  const moved = [0];
  for (let glyph = 0; glyph < count; glyph++) {
    const part = wanted.has(glyph) ? table.subarray(dataAt + offsets[glyph]!, dataAt + offsets[glyph + 1]!) : undefined;
    if (part && part.length > 0) parts.push(part);
    moved.push(moved.at(-1)! + (part?.length ?? 0));
  }
  const sharedTuples = new Reader(table, 6).u16() * new Reader(table, 4).u16() * 2;
  const index = moved.map((offset) => bytesOf(isLong ? offset : offset / 2, isLong ? 4 : 2));
  const afterIndex = 20 + index.length * (isLong ? 4 : 2);
  return concatenated([
    table.subarray(0, 8),
    bytesOf(afterIndex, 4),
    table.subarray(12, 16),
    bytesOf(afterIndex + sharedTuples, 4),
    ...index,
    table.subarray(sharedAt, sharedAt + sharedTuples),
    ...parts,
  ]);
}
