const ROUNDS = 10;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;

/** The upper half of the 64-bit product of a 32-bit number with a multiplier given as two halves of 16 bits. */
function upperProduct(a: number, multiplierHigh: number, multiplierLow: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const low = Math.imul(aLow, multiplierLow) >>> 16;
  const first = (Math.imul(aHigh, multiplierLow) >>> 0) + low;
  const second = (Math.imul(aLow, multiplierHigh) >>> 0) + (first & 0xffff);
  return (Math.imul(aHigh, multiplierHigh) + (first >>> 16) + (second >>> 16)) | 0;
}

/**
 * Philox4x32-10: 128 random bits as a function of a 128-bit counter and a 64-bit key, with no state.
 *
 * Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC '11 (2011).
 *
 * @param counter - four 32-bit words
 * @param key0 - lower word of the key
 * @param key1 - upper word of the key
 * @param output - receives four 32-bit words
 *
 * @example
 * ```ts
 * const block = new Uint32Array(4);
 * philox4x32(new Uint32Array(4), 0, 0, block);
 * block[0]; // 0x6627e8d5
 * ```
 */
export function philox4x32(counter: Uint32Array, key0: number, key1: number, output: Uint32Array): void {
  let c0 = counter[0]! | 0;
  let c1 = counter[1]! | 0;
  let c2 = counter[2]! | 0;
  let c3 = counter[3]! | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = upperProduct(c0, 0xd251, 0x1f53);
    const low0 = Math.imul(c0, 0xd2511f53);
    const high1 = upperProduct(c2, 0xcd9e, 0x8d57);
    const low1 = Math.imul(c2, 0xcd9e8d57);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + KEY_STEP_0) | 0;
    k1 = (k1 + KEY_STEP_1) | 0;
  }
  output[0] = c0;
  output[1] = c1;
  output[2] = c2;
  output[3] = c3;
}
