import { fromWords, highWord, lowWord, withoutLowWord } from './ieee754.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO_TO_54 = 18014398509481984;

/** The Remez polynomial of fdlibm for log(1+f) − (f − f²/2), as a function of s = f/(2+f). */
function remainder(s: number): number {
  const z = s * s;
  const w = z * z;
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  return even + odd;
}

/**
 * The natural logarithm, with an error below 1 ulp and the same bits on every machine.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `e_log.c` (1993).
 *
 * @param x - positive number
 * @returns ln x; −`Infinity` of 0, NaN of a negative number or NaN
 *
 * @example
 * ```ts
 * log(Math.E); // 1
 * ```
 */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  let scaled = x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    scaled *= TWO_TO_54;
  }
  const bits = highWord(scaled);
  const fraction = bits & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  k += (bits >> 20) - 1023 + (carry >> 20);
  const f = fromWords(fraction | (carry ^ 0x3ff00000), lowWord(scaled)) - 1;
  if ((0xfffff & (2 + fraction)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const r = remainder(s);
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const halfSquare = 0.5 * f * f;
    if (k === 0) return f - (halfSquare - s * (halfSquare + r));
    return k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/**
 * ln(1 + x) without the loss of digits near 0, with an error below 1 ulp.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `s_log1p.c` (1993).
 *
 * @param x - a number above −1
 * @returns ln(1 + x); −`Infinity` of −1, NaN below −1 or of NaN
 *
 * @example
 * ```ts
 * log1p(1e-20); // 1e-20
 * ```
 */
export function log1p(x: number): number {
  if (!(x >= -1)) return NaN;
  if (x === -1) return -Infinity;
  if (x === Infinity) return x;
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude < 0x3e200000) return magnitude < 0x3c900000 ? x : x - x * x * 0.5;
  let k = 0;
  let c = 0;
  let f = x;
  let fraction = 1;
  if (!(x > -0.29292297 && x < 0.41421341796875)) {
    let u = x < 9007199254740992 ? 1 + x : x;
    const bits = highWord(u);
    k = (bits >> 20) - 1023;
    if (x < 9007199254740992) c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    fraction = bits & 0xfffff;
    if (fraction < 0x6a09e) {
      u = fromWords(fraction | 0x3ff00000, lowWord(u));
    } else {
      k += 1;
      u = fromWords(fraction | 0x3fe00000, lowWord(u));
      fraction = (0x00100000 - fraction) >> 2;
    }
    f = u - 1;
  }
  const halfSquare = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return k * LN2_HIGH + (c + k * LN2_LOW);
    const r = halfSquare * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))));
  if (k === 0) return f - (halfSquare - s * (halfSquare + r));
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + (k * LN2_LOW + c)) - f);
}

/**
 * The logarithm to a base, k·logBase(2) + log(1+f)/ln(base), with both products carried in head and tail.
 * `inverseHigh` and `twoHigh` have so few digits that their products with `head` and `k` are exact.
 */
function logarithmToBase(x: number, inverseHigh: number, inverseLow: number, twoHigh: number, twoLow: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  if (x === 1) return 0;
  let scaled = x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    scaled *= TWO_TO_54;
  }
  const bits = highWord(scaled);
  const fraction = bits & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  k += (bits >> 20) - 1023 + (carry >> 20);
  const f = fromWords(fraction | (carry ^ 0x3ff00000), lowWord(scaled)) - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const r = s * (halfSquare + remainder(s));
  const head = withoutLowWord(f - halfSquare);
  const tail = f - head - halfSquare + r;
  const valueHigh = head * inverseHigh;
  const valueLow = k * twoLow + (tail + head) * inverseLow + tail * inverseHigh;
  const w = k * twoHigh + valueHigh;
  return valueLow + (k * twoHigh - w + valueHigh) + w;
}

/**
 * The logarithm to base 2, with an error below 1 ulp; exact for powers of two.
 *
 * Source: FreeBSD msun, `e_log2.c` and `k_log.h`, after fdlibm.
 *
 * @param x - positive number
 *
 * @example
 * ```ts
 * log2(8); // 3
 * ```
 */
export function log2(x: number): number {
  return logarithmToBase(x, 1.4426950407214463, 1.6751713164886512e-10, 1, 0);
}

/**
 * The logarithm to base 10, with an error below 1 ulp; exact for 1, 10, … 10^22.
 *
 * Source: FreeBSD msun, `e_log10.c` and `k_log.h`, after fdlibm.
 *
 * @param x - positive number
 *
 * @example
 * ```ts
 * log10(1000); // 3
 * ```
 */
export function log10(x: number): number {
  return logarithmToBase(x, 0.4342944818781689, 2.5082946711645275e-11, 0.30102999566361177, 3.694239077158931e-13);
}
