import type { TelecomOutcome, WithAndWithout } from './telecom.ts';

/** How much of the time something does not work, 0 to 1. */
export interface Outages {
  /** Less than each of the shares asked for is carried; in the order of `servedShares`. */
  readonly less: readonly number[];
  /** The two ends are apart; exchanges with traffic are apart; no cable leads out of the country. */
  readonly apart: number;
  readonly scattered: number;
  readonly cutOff: number;
  readonly allSubmarineDown: number;
}

/** The line as a cable route in a few sums: what is kept of a draw. USD a year, bit/s, s. */
export interface TelecomSums {
  readonly rent: number;
  /** What the railway's cables carry more is worth. */
  readonly worth: number;
  /** International traffic not carried on average, with and without the railway's cables. */
  readonly dropped: number;
  readonly droppedWithout: number;
  /** One way between the two ends; null where no cable leads there. */
  readonly delay: WithAndWithout<number | null>;
  /** With and without the railway's cables, and with them if cables failed independently of each other. */
  readonly outages: WithAndWithout<Outages> & { readonly independent: Outages };
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
export function telecomSums(outcome: TelecomOutcome): TelecomSums {
  const { fibre, carriedMore, international, connection, together, allSubmarineDown, independent } = outcome;
  const side = (key: keyof WithAndWithout<unknown>) =>
    outagesOf({
      international: international[key],
      availability: connection.availability[key],
      together: together[key],
      allSubmarineDown,
    });
  return {
    rent: fibre?.rent ?? 0,
    worth: carriedMore.worth,
    dropped: international.with.offered - international.with.served,
    droppedWithout: international.without.offered - international.without.served,
    delay: { with: connection.way.with?.delay ?? null, without: connection.way.without?.delay ?? null },
    outages: { with: side('with'), without: side('without'), independent: outagesOf(independent) },
  };
}

function outagesOf(found: TelecomOutcome['independent']): Outages {
  const { international, availability, together, allSubmarineDown } = found;
  return {
    less: international.atLeast.map((probability) => 1 - probability),
    apart: 1 - availability,
    scattered: 1 - together,
    cutOff: international.cutOff,
    allSubmarineDown,
  };
}
