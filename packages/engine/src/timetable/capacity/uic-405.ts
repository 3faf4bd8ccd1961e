import { needAboveZero, needWhole, needZeroOrMore } from '../../numerics/ranges.ts';

/** Shares of the mean minimum headway that UIC 405 adds as running margin. */
export const marginShares = { day: 0.67, peak: 0.33 } as const;

/** Additional time for each intermediate block section of the route, s. */
const PER_SECTION = 15;

/**
 * Trains in a window by UIC 405: `K = T / (t_fm + t_r + t_zu)`; the running margin t_r is 0.67 t_fm over a day and
 * 0.33 t_fm in a peak, the additional time t_zu is a quarter of a minute for each section of the route. Per track, in
 * the direction or directions that the headways are of.
 *
 * Source: UIC Code 405-1 (1983), replaced by UIC 406; kept as a cross-check. Restated from background knowledge.
 *
 * @param of - `meanHeadway` t_fm s (see {@link meanHeadway}), `sections` of the route between overtakings, `window` s,
 *   `period` that the margin is for
 * @throws RangeError of a headway or window of 0, and of a number of sections that is not whole
 *
 * @example
 * ```ts
 * uic405Trains({ meanHeadway: 300, sections: 4, window: 86_400, period: 'day' }); // 154.0
 * ```
 */
export function uic405Trains(of: {
  readonly meanHeadway: number;
  readonly sections: number;
  readonly window: number;
  readonly period: keyof typeof marginShares;
}): number {
  needAboveZero(of.meanHeadway, 'mean headway');
  needWhole(of.sections, 0, 'sections');
  needAboveZero(of.window, 'window');
  needZeroOrMore(marginShares[of.period], `margin of the period ${of.period}`);
  return of.window / (of.meanHeadway * (1 + marginShares[of.period]) + of.sections * PER_SECTION);
}
