import { fromWords, highWord, scaleByPowerOfTwo } from './ieee754.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;

/**
 * e to the power `x`, with an error below 1 ulp and the same bits on every machine.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `e_exp.c` (1993): reduction by ln 2 and a Remez polynomial of degree 5.
 *
 * @param x - any number
 * @returns e^x; `Infinity` above 709.78, 0 below −745.13, NaN of NaN
 *
 * @example
 * ```ts
 * exp(1); // Math.E
 * ```
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const magnitude = highWord(x) & 0x7fffffff;
  let high = 0;
  let low = 0;
  let k = 0;
  let r = x;
  if (magnitude > 0x3fd62e42) {
    if (magnitude < 0x3ff0a2b2) {
      // fdlibm returns 2.718281828459045 for 1 only by this case.
      if (x === 1) return Math.E;
      k = x < 0 ? -1 : 1;
    } else {
      k = Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
    }
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    r = high - low;
  } else if (magnitude < 0x3e300000) {
    return 1 + x;
  }
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-2.7777777777015593e-3 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k >= -1021 && k < 1024) return y * fromWords((0x3ff + k) << 20, 0);
  return scaleByPowerOfTwo(y, k);
}

/**
 * e^x − 1 without the cancellation near 0, with an error below 1 ulp.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `s_expm1.c` (1993).
 *
 * @param x - any number
 * @returns e^x − 1; −1 far below zero, `Infinity` above 709.78, NaN of NaN
 *
 * @example
 * ```ts
 * expm1(1e-20); // 1e-20
 * ```
 */
export function expm1(x: number): number {
  const highBits = highWord(x);
  const magnitude = highBits & 0x7fffffff;
  const negative = highBits < 0;
  if (magnitude >= 0x4043687a) {
    if (Number.isNaN(x)) return x;
    if (negative) return -1;
    if (x > OVERFLOW) return Infinity;
  }
  let k = 0;
  let c = 0;
  let r = x;
  if (magnitude > 0x3fd62e42) {
    if (magnitude < 0x3ff0a2b2) k = negative ? -1 : 1;
    else k = Math.trunc(INVERSE_LN2 * x + (negative ? -0.5 : 0.5));
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    r = high - low;
    c = high - r - low;
  } else if (magnitude < 0x3c900000) {
    return x;
  }
  const half = 0.5 * r;
  const hxs = r * half;
  const r1 =
    1 +
    hxs *
      (-0.03333333333333313 +
        hxs *
          (1.5873015872548146e-3 +
            hxs * (-7.93650757867488e-5 + hxs * (4.008217827329362e-6 + hxs * -2.0109921818362437e-7))));
  const t = 3 - r1 * half;
  let e = hxs * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - hxs);
  e = r * (e - c) - c - hxs;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * 8.98846567431158e307 : y * fromWords((0x3ff + k) << 20, 0)) - 1;
  }
  const inverse = fromWords((0x3ff - k) << 20, 0); // 2^-k
  const y = k < 20 ? 1 - inverse - (e - r) : r - (e + inverse) + 1;
  return y * fromWords((0x3ff + k) << 20, 0);
}
