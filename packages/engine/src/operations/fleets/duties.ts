/**
 * Duties, one after the other, that a run takes.
 *
 * @param run - time under way, s
 * @param longest - longest duty, s; `Infinity` where nothing limits it
 * @example
 * ```ts
 * dutiesOf(36_000, 28_800); // 2
 * ```
 */
export function dutiesOf(run: number, longest: number): number {
  return Math.max(1, Math.ceil(run / longest - 1e-9));
}
