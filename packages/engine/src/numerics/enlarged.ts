/**
 * A typed array with the same numbers and more room; what is new is 0.
 *
 * @param array - the array, which stays as it is
 * @param length - of the new one, at least that of the old
 * @returns an array of the same kind
 * @example
 * ```ts
 * Array.from(enlarged(Int32Array.of(7), 2)); // [7, 0]
 * ```
 */
export function enlarged<T extends Float64Array | Int32Array | Uint8Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
