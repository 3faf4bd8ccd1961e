import { needAboveZero, needZeroOrMore } from '../../numerics/ranges.ts';

/** A section that trains pass one minimum headway apart, fed at random. */
export interface WaitingAtSection {
  /** Utilisation ρ: share of time in which the section is taken. */
  readonly utilisation: number;
  /** Mean unscheduled waiting of a train before the section, s; Infinity when ρ is 1 or more. */
  readonly meanWait: number;
}

/**
 * Mean unscheduled waiting before a section with random arrivals, by the formula of Pollaczek and Khinchine:
 * `ρ h (1 + c²) / (2 (1 − ρ))`, exact for Poisson arrivals. With one headway for all, c = 0, it is M/D/1:
 * `ρ h / (2 (1 − ρ))`. It shows the knee between 60 and 80 % that the limits of UIC 406 stand for.
 *
 * Source: F. Pollaczek, Math. Zeitschrift 32 (1930); A. Khinchine, Mat. Sbornik 39 (1932); as a view of railway lines
 * W. Schwanhäußer (1974).
 *
 * @param of - `trainRate` trains a second in all, `headway` s on average, `variation` coefficient of variation of the
 *   headway (0 when left out)
 * @throws RangeError of negative numbers and of a headway of 0
 *
 * @example
 * ```ts
 * waitingAtSection({ trainRate: 8 / 3600, headway: 300 }).meanWait; // 300
 * ```
 */
export function waitingAtSection(of: {
  readonly trainRate: number;
  readonly headway: number;
  readonly variation?: number;
}): WaitingAtSection {
  const { trainRate, headway, variation = 0 } = of;
  needZeroOrMore(trainRate, 'rate of trains');
  needAboveZero(headway, 'headway');
  needZeroOrMore(variation, 'coefficient of variation');
  const utilisation = trainRate * headway;
  const meanWait =
    utilisation < 1 ? (utilisation * headway * (1 + variation ** 2)) / (2 * (1 - utilisation)) : Infinity;
  return { utilisation, meanWait };
}

/**
 * The rate of trains at which the mean unscheduled waiting of {@link waitingAtSection} reaches a limit:
 * `ρ = 2 w / (h (1 + c²) + 2 w)`. A capacity by quality instead of by a limit of occupancy.
 *
 * @param of - `meanWait` s to be reached, `headway` s, `variation` of it (0 when left out)
 * @returns trains a second
 * @throws RangeError of negative numbers and of a headway of 0
 *
 * @example
 * ```ts
 * 3600 * trainRateAtWait({ meanWait: 300, headway: 300 }); // 8 trains an hour
 * ```
 */
export function trainRateAtWait(of: {
  readonly meanWait: number;
  readonly headway: number;
  readonly variation?: number;
}): number {
  const { meanWait, headway, variation = 0 } = of;
  needZeroOrMore(meanWait, 'mean waiting');
  needAboveZero(headway, 'headway');
  needZeroOrMore(variation, 'coefficient of variation');
  return (2 * meanWait) / (headway * (1 + variation ** 2) + 2 * meanWait) / headway;
}
