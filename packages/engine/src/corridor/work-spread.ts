/**
 * The mode, as a part of the mean, that a PERT (λ = 4) or triangular distribution with these bounds has: from
 * mean = (least + 4 mode + most) / 6 and mean = (least + mode + most) / 3.
 *
 * @param kind - the distribution
 * @param least - its lower bound as a part of the mean
 * @param most - its upper bound as a part of the mean
 * @returns the mode; outside of the bounds when no such distribution has this mean
 * @example
 * ```ts
 * modeForMean('pert', 0.5, 2.5); // 0.75
 * ```
 */
export function modeForMean(kind: 'pert' | 'triangular', least: number, most: number): number {
  return kind === 'pert' ? (6 - least - most) / 4 : 3 - least - most;
}
