const thinSpace = '\u202f';

/**
 * Writes a number for people: thin spaces between thousands, a true minus, no `-0`. Needs no locale of the machine.
 *
 * @param value - any finite number
 * @param digits - decimals, 0 to 6
 *
 * @example
 * ```ts
 * decimal(1234567.891, 1) // => '1 234 567.9' with thin spaces
 * ```
 */
export function decimal(value: number, digits = 0): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, thinSpace) : whole;
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : '';
  return sign + grouped + (fraction ? `.${fraction}` : '');
}

/**
 * Decimals that leave about three significant digits: 0 for hundreds, 1 for tens, 2 for units, at most 4.
 *
 * @param value - any finite number
 */
export function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100 || Number.isInteger(value)) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return size >= 0.01 ? 3 : 4;
}
