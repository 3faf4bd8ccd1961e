import { needAboveZero, needShare, needZeroOrMore } from '../../numerics/ranges.ts';
import { DAY } from './day.ts';

/** Trains a day by Scott's formula. On single track both directions count together; on double track it is per track. */
export interface ScottCapacity {
  /** With efficiency 1: what a full chart could hold. */
  readonly maximumTrainsPerDay: number;
  /** With the stated efficiency: what can be run. */
  readonly practicalTrainsPerDay: number;
}

/**
 * Scott's formula, in its two usual forms: `C = 1440 / (T + t)`, the most a chart holds, and `C = 1440 E / (T + t)`,
 * what can be run. With a maintenance block the day is shorter by it.
 *
 * Source: Indian Railways practice, as printed in their staff handbooks on line capacity; E is about 0.7 on single and
 * 0.8 on double track.
 *
 * @param of - `runningTime` s of the slowest train over the critical block section, `blockWorking` s of block
 *   operation, `efficiency` as a share, `maintenance` s a day without trains (0 when left out)
 * @throws RangeError of times below 0, of T + t = 0, and of an efficiency that is no share
 *
 * @example
 * ```ts
 * scottCapacity({ runningTime: 600, blockWorking: 120, efficiency: 0.9 }).practicalTrainsPerDay; // 108
 * ```
 */
export function scottCapacity(of: {
  readonly runningTime: number;
  readonly blockWorking: number;
  readonly efficiency: number;
  readonly maintenance?: number;
}): ScottCapacity {
  const { runningTime, blockWorking, efficiency, maintenance = 0 } = of;
  needZeroOrMore(runningTime, 'running time');
  needZeroOrMore(blockWorking, 'block working time');
  needAboveZero(runningTime + blockWorking, 'running time and block working time together');
  needShare(efficiency, 'efficiency');
  needZeroOrMore(maintenance, 'time for maintenance');
  needZeroOrMore(DAY - maintenance, 'day less the time for maintenance');
  const maximumTrainsPerDay = (DAY - maintenance) / (runningTime + blockWorking);
  return { maximumTrainsPerDay, practicalTrainsPerDay: maximumTrainsPerDay * efficiency };
}
