import { needAboveZero, needWhole, needZeroOrMore } from '../../numerics/ranges.ts';
import { DAY } from './day.ts';
import { toOneDecimal } from './rounding-rules.ts';

/** Capacity of a parallel diagram of single track. Pairs: one train each way. */
export interface PairCapacity {
  readonly pairsPerDay: number;
  /** Pairs with one decimal, as the rule reports them. */
  readonly reportedPairsPerDay: number;
  /** Both directions together: twice the pairs. */
  readonly trainsPerDay: number;
}

/** Capacity of a parallel diagram of one track of a double-track line. */
export interface TrainCapacity {
  /** In one direction. */
  readonly trainsPerDay: number;
  /** In one direction, with one decimal, as the rule reports them. */
  readonly reportedTrainsPerDay: number;
}

/**
 * Parallel-diagram capacity of a single-track section in pairs: `N = (1440 − T_fixed) K / T_cycle`. The capacity of a
 * line is that of its limiting section.
 *
 * Source: Measures for calculating section carrying capacity of railways (铁路区间通过能力计算办法), 1984.
 *
 * @param of - `cycleTime` s (see {@link crossingCycles}), `fixedTime` s a day in which no train may run, such as the
 *   maintenance window (天窗), `pairsPerCycle` (1 when left out; more when trains follow each other)
 * @throws RangeError of a cycle of 0, of a fixed time below 0 or beyond the day
 *
 * @example
 * ```ts
 * pairCapacity({ cycleTime: 34 * 60, fixedTime: 90 * 60 }).reportedPairsPerDay; // 39.7
 * ```
 */
export function pairCapacity(of: {
  readonly cycleTime: number;
  readonly fixedTime: number;
  readonly pairsPerCycle?: number;
}): PairCapacity {
  const { cycleTime, fixedTime, pairsPerCycle = 1 } = of;
  needWhole(pairsPerCycle, 1, 'pairs in a cycle');
  const pairsPerDay = perDay(cycleTime, fixedTime, 'cycle time') * pairsPerCycle;
  return { pairsPerDay, reportedPairsPerDay: toOneDecimal(pairsPerDay), trainsPerDay: 2 * pairsPerDay };
}

/**
 * Parallel-diagram capacity of one track of a double-track line in trains: `N = (1440 − T_fixed) / I`.
 *
 * Source: as {@link pairCapacity}.
 *
 * @param of - `headway` s between following trains, `fixedTime` s a day in which no train may run
 * @throws RangeError of a headway of 0, of a fixed time below 0 or beyond the day
 *
 * @example
 * ```ts
 * directionCapacity({ headway: 480, fixedTime: 7200 }).trainsPerDay; // 165
 * ```
 */
export function directionCapacity(of: { readonly headway: number; readonly fixedTime: number }): TrainCapacity {
  const trainsPerDay = perDay(of.headway, of.fixedTime, 'headway');
  return { trainsPerDay, reportedTrainsPerDay: toOneDecimal(trainsPerDay) };
}

function perDay(period: number, fixedTime: number, what: string): number {
  needAboveZero(period, what);
  needZeroOrMore(fixedTime, 'fixed time');
  needZeroOrMore(DAY - fixedTime, 'day less the fixed time');
  return (DAY - fixedTime) / period;
}
