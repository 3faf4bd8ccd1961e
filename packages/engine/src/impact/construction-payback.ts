import { paybackYear } from './emissions.ts';
import { emittedIn } from './emitted-in.ts';
import type { ImpactSums } from './sums.ts';

/** Years of operation that are waited for; longer than any structure of the line is likely to stand as it was built. */
const patience = 100;

/** Whether and when savings make up for what building emitted. */
export interface Payback {
  /** Greenhouse gas of building beyond that of the other option, kg. */
  readonly built: number;
  /** Savings of transport against the other option in the year of opening, kg a year; negative where more is emitted. */
  readonly savedFirst: number;
  /** First year in which they have made up for it; null when they never do within a hundred years. */
  readonly year: number | null;
}

/**
 * When an option's savings of greenhouse gas against another option make up for what building it emitted. After the last
 * year that was worked out they stay as they are there.
 *
 * @param option - of the option
 * @param other - of the option it is compared with, usually the do-minimum
 * @param opens - first year of operation
 * @returns the pay-back; null where nothing more is built, or emissions of transport are not known
 * @example
 * ```ts
 * constructionPayback(newLine, doMinimum, 2031)?.year; // null: never
 * ```
 */
export function constructionPayback(option: ImpactSums, other: ImpactSums, opens: number): Payback | null {
  const built = option.construction - other.construction;
  if (built <= 0) return null;
  const savings: Array<{ year: number; saved: number }> = [];
  for (let year = opens; year < opens + patience; year++) {
    const [own, others] = [emittedIn(option.emittedYears, year), emittedIn(other.emittedYears, year)];
    if (own === null || others === null) return null;
    savings.push({ year, saved: others - own });
  }
  return { built, savedFirst: savings[0]!.saved, year: paybackYear(built, savings) };
}
