import { encodeUtf8 } from './utf8.ts';

/** A 64-bit hash as two unsigned words. */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

/** The hash of no bytes: where hashing starts. */
export const FNV_OFFSET: Hash64 = { high: 0xcbf29ce4, low: 0x84222325 };

/**
 * FNV-1a with 64 bits: a stable hash of bytes, for keys rather than for secrets.
 *
 * Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm, RFC 9923 (2025).
 *
 * @param bytes - what is hashed
 * @param start - the hash of what came before, to go on from
 *
 * @example
 * ```ts
 * fnv1a64(encodeUtf8('a')); // { high: 0xaf63dc4c, low: 0x8601ec8c }
 * ```
 */
export function fnv1a64(bytes: Uint8Array, start: Hash64 = FNV_OFFSET): Hash64 {
  let { high, low } = start;
  for (const byte of bytes) {
    const mixed = (low ^ byte) >>> 0;
    // The prime is 2^40 + 435; the product of a word with 435 is exact in binary64.
    const product = mixed * 435;
    high = (high * 435 + Math.floor(product / 4294967296) + mixed * 256) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}

/**
 * {@link fnv1a64} of a text in UTF-8; where all of it is ASCII, as ids are, nothing is encoded first.
 *
 * @param text - what is hashed
 * @param start - the hash of what came before, to go on from
 *
 * @example
 * ```ts
 * fnv1a64OfText('a'); // { high: 0xaf63dc4c, low: 0x8601ec8c }
 * ```
 */
export function fnv1a64OfText(text: string, start: Hash64 = FNV_OFFSET): Hash64 {
  let { high, low } = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return fnv1a64(encodeUtf8(text), start);
    const mixed = (low ^ unit) >>> 0;
    const product = mixed * 435;
    high = (high * 435 + Math.floor(product / 4294967296) + mixed * 256) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}
