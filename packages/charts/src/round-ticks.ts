/**
 * Round values on a scale: steps of 1, 2 or 5 times a power of ten.
 *
 * @param low - least value of the scale
 * @param high - greatest
 * @param most - ticks at the most, at least 2
 * @returns values from low to high, rising; 0 is one of them where the scale holds it
 *
 * @example
 * ```ts
 * roundTicks(-4170, 35, 6); // [-4000, -3000, -2000, -1000, 0]
 * ```
 */
export function roundTicks(low: number, high: number, most: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => span / size <= most - 1) ?? 20 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step + 0);
}
