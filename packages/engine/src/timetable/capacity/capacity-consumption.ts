import { needAboveZero, needZeroOrMore } from '../../numerics/ranges.ts';

/** How much of a window the trains use. Shares may exceed 1: then the trains do not fit. */
export interface CapacityConsumption {
  /** Occupancy time over the window, a share. */
  readonly occupancyRate: number;
  /** Occupancy time with all additional times over the window, a share. */
  readonly consumption: number;
  /** What is left of the window, s; negative when the trains do not fit. */
  readonly spare: number;
}

/**
 * Capacity consumption as the 2nd edition of UIC 406 has it: `occupancy · (1 + additional time rate) / window`; the
 * line is full at 100 %. The rate already contains the recommended limit: do not compare the result with 75 or 60 %.
 *
 * Source: UIC Code 406, 2nd edition (June 2013).
 *
 * @param of - `occupancyTime` s of the compressed timetable, `additionalTimeRate` as a share of it (see
 *   {@link additionalTimeRate}), `window` s
 * @throws RangeError of a window of 0, and of negative times or rates
 *
 * @example
 * ```ts
 * consumptionByRate({ occupancyTime: 4680, additionalTimeRate: 1 / 3, window: 7200 }).consumption; // 0.8667
 * ```
 */
export function consumptionByRate(of: {
  readonly occupancyTime: number;
  readonly additionalTimeRate: number;
  readonly window: number;
}): CapacityConsumption {
  needZeroOrMore(of.additionalTimeRate, 'additional time rate');
  return consumptionOf(of.occupancyTime, of.occupancyTime * of.additionalTimeRate, of.window);
}

/**
 * Capacity consumption as the 1st edition of UIC 406 has it: `k = A + B + C + D` over the window. Compare its occupancy
 * rate, not its consumption, with the recommended 75 or 60 %.
 *
 * Source: UIC Code 406, 1st edition (June 2004).
 *
 * @param of - all in s: `occupancyTime` (A), `bufferTimes` (B), `crossingBuffers` on single track (C),
 *   `maintenance` (D), `window`
 * @throws RangeError of a window of 0, and of negative times
 *
 * @example
 * ```ts
 * consumptionByTimes({ occupancyTime: 4500, bufferTimes: 900, window: 7200 }).consumption; // 0.75
 * ```
 */
export function consumptionByTimes(of: {
  readonly occupancyTime: number;
  readonly bufferTimes?: number;
  readonly crossingBuffers?: number;
  readonly maintenance?: number;
  readonly window: number;
}): CapacityConsumption {
  const { bufferTimes = 0, crossingBuffers = 0, maintenance = 0 } = of;
  needZeroOrMore(bufferTimes, 'buffer times');
  needZeroOrMore(crossingBuffers, 'crossing buffers');
  needZeroOrMore(maintenance, 'time for maintenance');
  return consumptionOf(of.occupancyTime, bufferTimes + crossingBuffers + maintenance, of.window);
}

function consumptionOf(occupancyTime: number, additional: number, window: number): CapacityConsumption {
  needZeroOrMore(occupancyTime, 'occupancy time');
  needAboveZero(window, 'window');
  const used = occupancyTime + additional;
  return { occupancyRate: occupancyTime / window, consumption: used / window, spare: window - used };
}
