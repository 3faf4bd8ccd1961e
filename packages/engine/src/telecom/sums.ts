import type { TelecomOutcome } from './telecom.ts';

/** The line as a cable route in a few sums: what is kept of a draw. USD a year, bit/s. */
export interface TelecomSums {
  readonly rent: number;
  /** What the railway's cables carry more is worth. */
  readonly worth: number;
  /** International traffic not carried on average, with and without the railway's cables. */
  readonly dropped: number;
  readonly droppedWithout: number;
}

/**
 * The line as a cable route in a few sums.
 *
 * @param outcome - what was found
 * @example
 * ```ts
 * telecomSums(outcome.telecom).rent; // USD a year
 * ```
 */
export function telecomSums({ fibre, carriedMore, international }: TelecomOutcome): TelecomSums {
  return {
    rent: fibre?.rent ?? 0,
    worth: carriedMore.worth,
    dropped: international.with.offered - international.with.served,
    droppedWithout: international.without.offered - international.without.served,
  };
}
