import { highWord, lowWord, scaleByPowerOfTwo } from './ieee754.ts';

/** An angle [rad] in [−π/4, π/4] as the unevaluated sum of two numbers. */
export interface Reduced {
  head: number;
  tail: number;
}

/** 2/π · 2^1216, enough for the largest binary64 number. */
const TWO_OVER_PI =
  0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babn;
const TWO_OVER_PI_BITS = 1216n;
/** π/2 · 2^200. */
const HALF_PI = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e804n;
const KEPT_BITS = 200n;

const PARTS = [
  { head: 1.5707963267341256, tail: 6.077100506506192e-11 },
  { head: 6.077100506303966e-11, tail: 2.0222662487959506e-21 },
  { head: 2.0222662487111665e-21, tail: 8.4784276603689e-32 },
] as const;

/** Cody and Waite: π/2 in parts of 33 bits, each step taken only when the step before cancelled too many bits. */
function subtractMultiples(magnitude: number, result: Reduced): number {
  const n = Math.trunc(magnitude * 0.6366197723675814 + 0.5);
  const exponent = highWord(magnitude) >> 20;
  let r = magnitude - n * PARTS[0].head;
  let w = n * PARTS[0].tail;
  let head = r - w;
  if (exponent - ((highWord(head) >> 20) & 0x7ff) > 16) {
    let before = r;
    w = n * PARTS[1].head;
    r = before - w;
    w = n * PARTS[1].tail - (before - r - w);
    head = r - w;
    if (exponent - ((highWord(head) >> 20) & 0x7ff) > 49) {
      before = r;
      w = n * PARTS[2].head;
      r = before - w;
      w = n * PARTS[2].tail - (before - r - w);
      head = r - w;
    }
  }
  result.head = head;
  result.tail = r - head - w;
  return n & 3;
}

/** Payne and Hanek: multiply by 2/π in whole numbers and keep the two bits above the point and those below. */
function multiplyByTwoOverPi(magnitude: number, result: Reduced): number {
  const bits = highWord(magnitude);
  const fraction = (BigInt((bits & 0xfffff) | 0x100000) << 32n) | BigInt(lowWord(magnitude) >>> 0);
  const point = TWO_OVER_PI_BITS - BigInt((bits >> 20) - 1075);
  const turns = (fraction * TWO_OVER_PI) >> (point - KEPT_BITS);
  const one = 1n << KEPT_BITS;
  let quadrant = Number((turns >> KEPT_BITS) & 3n);
  let rest = turns & (one - 1n);
  if (rest >= one >> 1n) {
    rest -= one;
    quadrant = (quadrant + 1) & 3;
  }
  const angle = (rest * HALF_PI) >> KEPT_BITS;
  const head = Number(angle);
  result.head = scaleByPowerOfTwo(head, -Number(KEPT_BITS));
  result.tail = scaleByPowerOfTwo(Number(angle - BigInt(head)), -Number(KEPT_BITS));
  return quadrant;
}

/**
 * Takes whole multiples of π/2 off an angle.
 *
 * Sources: W. J. Cody, W. Waite, Software Manual for the Elementary Functions (1980), as in fdlibm 5.3
 * `e_rem_pio2.c`, up to 2^19·π/2; M. Payne, R. Hanek, Radian reduction for trigonometric functions, SIGNUM
 * Newsletter 18 (1983), above.
 *
 * @param x - finite angle [rad]
 * @param result - receives what is left, in [−π/4, π/4], accurate to about 106 bits
 * @returns the quadrant 0 … 3: the number of multiples taken off, modulo 4
 *
 * @example
 * ```ts
 * const left = { head: 0, tail: 0 };
 * reduceByHalfPi(3, left); // 2
 * left.head; // -0.14159265358979323
 * ```
 */
export function reduceByHalfPi(x: number, result: Reduced): number {
  const magnitude = Math.abs(x);
  const quadrant = magnitude < 823549.6 ? subtractMultiples(magnitude, result) : multiplyByTwoOverPi(magnitude, result);
  if (x >= 0) return quadrant;
  result.head = -result.head;
  result.tail = -result.tail;
  return -quadrant & 3;
}
