import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from './utf8.ts';

/**
 * The SHA-256 of a text in UTF-8: the name of a content, the same wherever it is computed.
 *
 * Source: FIPS 180-4 (2015), by `@noble/hashes`.
 *
 * @param text - any text; see {@link canonicalJson} for data
 * @returns 64 hexadecimal digits
 *
 * @example
 * ```ts
 * contentHash('abc').slice(0, 8); // 'ba7816bf'
 * ```
 */
export function contentHash(text: string): string {
  let hex = '';
  for (const byte of sha256(encodeUtf8(text))) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}
