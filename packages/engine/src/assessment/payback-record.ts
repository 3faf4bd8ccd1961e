import { constructionPayback, type ImpactSums, type Payback } from '../impact/index.ts';
import type { PaybackRecord } from './assessment.ts';
import type { Figure } from './figure.ts';
import { figure } from './figures.ts';

const KILOTONNE = 1e6;

/** Impact of an option in a few sums: with stated values, and in each draw. */
export interface ComparedImpact {
  readonly stated: ImpactSums;
  readonly draws: readonly ImpactSums[];
}

/**
 * When an option pays back the greenhouse gas of its building, with what the draws say: the same draw of both options is
 * compared.
 *
 * @param option - the option
 * @param other - what it is compared with
 * @param of - year of opening, name of the other option, and key of the trace
 * @returns the record; null where nothing more is built, or flows are not known
 * @example
 * ```ts
 * paybackRecord(newLine, minimum, { opens: 2031, against: 'Do-minimum', restsOn: 'impact' })?.year;
 * ```
 */
export function paybackRecord(
  option: ComparedImpact,
  other: ComparedImpact,
  { opens, against, restsOn }: { readonly opens: number; readonly against: string; readonly restsOn: string },
): PaybackRecord | null {
  const stated = constructionPayback(option.stated, other.stated, opens);
  if (!stated) return null;
  const drawn = option.draws.flatMap((draw, i) => {
    const beside = other.draws[i];
    return (beside && constructionPayback(draw, beside, opens)) ?? [];
  });
  const years = drawn.map(({ year }) => year ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const of = (pick: (found: Payback) => number, unit: string) =>
    figure(
      pick(stated) / KILOTONNE,
      unit,
      restsOn,
      drawn.map((draw) => pick(draw) / KILOTONNE),
    );
  const known = (year: number | null | undefined) =>
    year === null || year === undefined || year === Number.POSITIVE_INFINITY ? null : figure(year, 'year', restsOn);
  const share = years.filter((year) => year === Number.POSITIVE_INFINITY).length / years.length;
  return {
    against,
    built: of(({ built }) => built, 'kt'),
    saved_first: of(({ savedFirst }) => savedFirst, 'kt/year'),
    year: known(stated.year),
    early: known(years[Math.floor(0.1 * years.length)]),
    late: known(years[Math.ceil(0.9 * years.length) - 1]),
    never: years.length === 0 ? null : figure(share, '1', restsOn),
  };
}

/**
 * Greenhouse gas of all transport of an option in the year in which options are compared, less that of another: the same draw
 * of both is compared.
 *
 * @param option - the option
 * @param other - what it is compared with
 * @param restsOn - key of the trace
 * @returns kt a year with the range of the draws; null where flows are not known
 * @example
 * ```ts
 * emittedAgainst(newLine, minimum, 'impact')?.value; // -21, kt a year less
 * ```
 */
export function emittedAgainst(option: ComparedImpact, other: ComparedImpact, restsOn: string): Figure | null {
  const difference = (own: ImpactSums, beside: ImpactSums | undefined) =>
    !beside || own.emitted === null || beside.emitted === null ? null : (own.emitted - beside.emitted) / KILOTONNE;
  const stated = difference(option.stated, other.stated);
  if (stated === null) return null;
  const drawn = option.draws.flatMap((draw, i) => difference(draw, other.draws[i]) ?? []);
  return figure(stated, 'kt/year', restsOn, drawn);
}
