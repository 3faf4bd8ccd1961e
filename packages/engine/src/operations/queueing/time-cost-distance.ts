import { needZeroOrMore } from './ranges.ts';

/** A part of a journey: a distance covered, or a stop of distance 0. */
export interface JourneySegment {
  readonly distance: number;
  readonly time: number;
}

/** Speeds of a journey, in the units of its segments. */
export interface CorridorSpeeds {
  /** Distance over time in motion (SWOD), and over all time (SWD). */
  readonly withoutDelay: number;
  readonly withDelay: number;
  /** Part of the time that is spent in stops. */
  readonly stopped: number;
}

/**
 * Speed without and with delay of a journey, as UNESCAP's time-cost-distance method and CAREC's corridor performance
 * measurement define them.
 *
 * @param segments - parts of the journey in order; stops have distance 0
 * @throws RangeError of negative numbers and of a journey without motion
 * @example
 * ```ts
 * corridorSpeeds([{ distance: 465, time: 11 }, { distance: 0, time: 31 }, { distance: 390, time: 13.5 }]).withDelay; // 15.4
 * ```
 */
export function corridorSpeeds(segments: readonly JourneySegment[]): CorridorSpeeds {
  let [distance, moving, total] = [0, 0, 0];
  for (const segment of segments) {
    needZeroOrMore(segment.distance, 'distance');
    needZeroOrMore(segment.time, 'time');
    distance += segment.distance;
    total += segment.time;
    if (segment.distance > 0) moving += segment.time;
  }
  if (!(moving > 0)) throw new RangeError('the journey has no time in motion, expected a segment with distance');
  return { withoutDelay: distance / moving, withDelay: distance / total, stopped: (total - moving) / total };
}

/**
 * Change from one number to another, as a part of the first.
 *
 * @param before - not 0
 * @param after - the later one
 * @throws RangeError when `before` is 0
 * @example
 * ```ts
 * relativeChange(51.9, 40.6); // -0.2177
 * ```
 */
export function relativeChange(before: number, after: number): number {
  if (before === 0) throw new RangeError('the number before is 0, expected another');
  return (after - before) / before;
}
