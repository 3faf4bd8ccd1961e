/**
 * The bytes of a text in UTF-8.
 *
 * The language itself has no encoder, and the engine may not lean on a platform's. Lone surrogates become U+FFFD.
 * Source: RFC 3629 (2003); the replacement as in the WHATWG Encoding Standard.
 *
 * @param text - any text
 *
 * @example
 * ```ts
 * [...encodeUtf8('ải')]; // [0xe1, 0xba, 0xa3, 0x69]
 * ```
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (point < 0x80) {
      bytes[size++] = point;
      continue;
    }
    if (point >= 0xd800 && point < 0xe000) {
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (point < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
        point = 0x10000 + ((point - 0xd800) << 10) + (next - 0xdc00);
        i++;
      } else {
        point = 0xfffd;
      }
    }
    if (point < 0x800) {
      bytes[size++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) {
        bytes[size++] = 0xe0 | (point >> 12);
      } else {
        bytes[size++] = 0xf0 | (point >> 18);
        bytes[size++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[size++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[size++] = 0x80 | (point & 0x3f);
  }
  return bytes.slice(0, size);
}
