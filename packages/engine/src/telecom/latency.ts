const SPEED_OF_LIGHT = 299_792_458;

/**
 * Time that light takes along a fibre, one way.
 *
 * @param length - of the fibre, m, at least 0
 * @param groupIndex - of the fibre, 1.468 in usual single-mode fibre at 1550 nm
 * @returns s
 * @throws RangeError of a negative length or an index below 1
 *
 * @example
 * ```ts
 * fibreDelay(760_000, 1.468); // 0.0037215 s
 * ```
 */
export function fibreDelay(length: number, groupIndex: number): number {
  if (!(length >= 0)) throw new RangeError(`length is ${length} m, expected 0 m or more`);
  if (!(groupIndex >= 1)) throw new RangeError(`group index is ${groupIndex}, expected 1 or more`);
  return (length * groupIndex) / SPEED_OF_LIGHT;
}
