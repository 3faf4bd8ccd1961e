import { needAboveZero, needShare } from '../../numerics/ranges.ts';

/** Kinds of line for which UIC 406 recommends limits. */
export type LineKind = 'suburban passenger' | 'high speed' | 'mixed traffic';

/** How much of a window trains may occupy, as a share, by the length of the window. */
export interface OccupancyLimits {
  /** In the peak hour. */
  readonly peakHour: number;
  /** Over the day. */
  readonly day: number;
}

/**
 * The shares of a window that compressed trains should not exceed, by kind of line.
 *
 * Source: UIC Code 406, recommended values: dedicated suburban passenger traffic 85 % in the peak hour and 70 % over
 * the day, dedicated high-speed lines 75 and 60 %, mixed-traffic lines 75 and 60 %.
 *
 * @example
 * ```ts
 * occupancyLimits['mixed traffic'].day; // 0.6
 * ```
 */
export const occupancyLimits: Readonly<Record<LineKind, OccupancyLimits>> = {
  'suburban passenger': { peakHour: 0.85, day: 0.7 },
  'high speed': { peakHour: 0.75, day: 0.6 },
  'mixed traffic': { peakHour: 0.75, day: 0.6 },
};

/**
 * The additional time that a limit of occupancy leaves, per second of occupancy: `1 / limit − 1`.
 *
 * The code prints these rates rounded to whole per cent (18, 33, 43, 67 %); here they are exact.
 *
 * Source: UIC Code 406, 2nd edition (2013), additional time rates.
 *
 * @param limit - largest occupancy, a share above 0 and up to 1
 * @returns share of the occupancy time
 * @throws RangeError when the limit is no such share
 *
 * @example
 * ```ts
 * additionalTimeRate(0.75); // 1 / 3
 * ```
 */
export function additionalTimeRate(limit: number): number {
  needShare(limit, 'limit of occupancy');
  needAboveZero(limit, 'limit of occupancy');
  return 1 / limit - 1;
}
