/** A quantity under each combination of two causes. */
export interface FourCells {
  readonly neither: number;
  readonly railway: number;
  readonly technology: number;
  readonly both: number;
}

/** How much of a change each of two causes makes. */
export interface TwoCauses {
  /** With both less with neither. */
  readonly total: number;
  readonly railway: number;
  readonly technology: number;
}

/**
 * Splits what two causes do together: each is given the mean of what it adds when it comes first and when it comes
 * second. The parts add up to the whole.
 *
 * Source: L. S. Shapley, A value for n-person games (1953), for two players.
 *
 * @param cells - the quantity under each combination
 * @returns the parts, in the unit of the quantity
 * @example
 * ```ts
 * splitCauses({ neither: 0, railway: 1, technology: 4, both: 7 }); // { total: 7, railway: 2, technology: 5 }
 * ```
 */
export function splitCauses({ neither, railway, technology, both }: FourCells): TwoCauses {
  return {
    total: both - neither,
    railway: (railway - neither + (both - technology)) / 2,
    technology: (technology - neither + (both - railway)) / 2,
  };
}
