/**
 * Share of time in which something works that fails after `between` and is repaired in `repair` on average.
 *
 * Source: renewal theory; ITU-T G.911 uses the same ratio for fibre systems.
 *
 * @param between - mean time from repair to failure, s; above 0, `Infinity` when it never fails
 * @param repair - mean time to repair, s; at least 0
 * @returns availability, 0 to 1
 * @throws RangeError of times out of range
 *
 * @example
 * ```ts
 * availability(4000 * 3600, 12 * 3600); // 0.99701
 * ```
 */
export function availability(between: number, repair: number): number {
  if (!(between > 0)) throw new RangeError(`time between failures is ${between} s, expected above 0 s`);
  if (!(repair >= 0 && repair < Infinity)) throw new RangeError(`repair takes ${repair} s, expected 0 s or more`);
  return between === Infinity ? 1 : between / (between + repair);
}

/**
 * Availability of parts all of which are needed.
 *
 * @param parts - their availabilities, 0 to 1, independent
 * @example
 * ```ts
 * inSeries([0.995, 0.99]); // 0.98505
 * ```
 */
export function inSeries(parts: readonly number[]): number {
  return parts.reduce((all, part) => all * part, 1);
}

/**
 * Availability of parts one of which is enough; a cause that takes all of them down counts in series.
 *
 * Source: the beta-factor model of common-cause failures (K. N. Fleming, 1975).
 *
 * @param parts - their availabilities, 0 to 1, independent
 * @param commonCause - availability of what they share (1 when nothing): two fibres in one trench share the trench
 * @example
 * ```ts
 * inParallel([0.995, 0.99], 0.999); // 0.99895005
 * ```
 */
export function inParallel(parts: readonly number[], commonCause = 1): number {
  return commonCause * (1 - parts.reduce((none, part) => none * (1 - part), 1));
}
