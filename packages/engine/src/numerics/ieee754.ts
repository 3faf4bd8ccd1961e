/**
 * The bits of a binary64 number, read and written as two 32-bit words.
 *
 * The elementary functions take arguments apart by sign, exponent and fraction (IEEE 754-2019, 3.4). Every access goes
 * through one scratch cell, so nothing is allocated.
 */
const cell = new Float64Array(1);
const words = new Int32Array(cell.buffer);
const bytes = new Uint8Array(cell.buffer);
cell[0] = -1;
const high = bytes[7] === 0xbf ? 1 : 0;
const low = 1 - high;

/**
 * The upper 32 bits of `x`, as a signed integer: sign, 11 bits of exponent, 20 bits of fraction.
 *
 * @example
 * ```ts
 * highWord(1); // 0x3ff00000
 * ```
 */
export function highWord(x: number): number {
  cell[0] = x;
  return words[high]!;
}

/**
 * The lower 32 bits of the fraction of `x`, as a signed integer.
 *
 * @example
 * ```ts
 * lowWord(1 + 2 ** -52); // 1
 * ```
 */
export function lowWord(x: number): number {
  cell[0] = x;
  return words[low]!;
}

/**
 * The number whose bits are the two given words.
 *
 * @param highBits - upper 32 bits; only its lowest 32 bits are read
 * @param lowBits - lower 32 bits
 *
 * @example
 * ```ts
 * fromWords(0x40000000, 0); // 2
 * ```
 */
export function fromWords(highBits: number, lowBits: number): number {
  words[high] = highBits;
  words[low] = lowBits;
  return cell[0]!;
}

/**
 * `x` with the lower 32 bits of its fraction cleared: the head of a split into head and tail.
 *
 * @example
 * ```ts
 * withoutLowWord(1 + 2 ** -52); // 1
 * ```
 */
export function withoutLowWord(x: number): number {
  cell[0] = x;
  words[low] = 0;
  return cell[0]!;
}

/**
 * `x · 2^n`, rounded once, also where the result is subnormal.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `s_scalbn.c` (1993), by steps that are exact until the last.
 *
 * @param n - an integer
 *
 * @example
 * ```ts
 * scaleByPowerOfTwo(3, -1074); // 1.5e-323
 * ```
 */
export function scaleByPowerOfTwo(x: number, n: number): number {
  let y = x;
  let k = n;
  if (k > 1023) {
    y *= 8.98846567431158e307; // 2^1023
    k -= 1023;
    if (k > 1023) {
      y *= 8.98846567431158e307;
      k = Math.min(k - 1023, 1023);
    }
  } else if (k < -1022) {
    // 2^-1022 · 2^53 keeps the value normal until the last factor, so that it is rounded once.
    y *= 2.004168360008973e-292;
    k += 969;
    if (k < -1022) {
      y *= 2.004168360008973e-292;
      k = Math.max(k + 969, -1022);
    }
  }
  return y * fromWords((0x3ff + k) << 20, 0);
}
