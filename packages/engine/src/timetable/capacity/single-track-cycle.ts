import { needAboveZero, needZeroOrMore } from '../../numerics/ranges.ts';

/**
 * How trains of the two directions relieve each other in a single-track section: both enter it without having
 * stopped, both leave it without stopping, or one direction passes both stations while the other stops at both.
 */
export type CrossingScheme = 'both enter passing' | 'both leave passing' | 'down passes' | 'up passes';

/** What a station at an end of the section demands. Times in s. */
export interface CrossingStation {
  /** Between the arrival of a train and the arrival or passing of the opposing one, τ_not-simultaneous (τ不). */
  readonly notSimultaneous: number;
  /** Between the arrival or passing of a train and the departure of the opposing one into the section, τ_meet (τ会). */
  readonly meet: number;
}

/** What a train of one direction needs. Times in s. */
export interface SectionRun {
  /** Pure running time, passing both stations. */
  readonly running: number;
  /** Supplement for starting from a stop into the section. */
  readonly startSupplement: number;
  /** Supplement for stopping at its end. */
  readonly stopSupplement: number;
}

/** One way of crossing and the period of the train diagram it gives. */
export interface CrossingCycle {
  readonly scheme: CrossingScheme;
  /** Time from one pair of trains to the next, s. */
  readonly cycleTime: number;
}

/**
 * The periods of a paired parallel diagram of one single-track section, for the four crossing schemes; shortest
 * first, ties in the order of {@link CrossingScheme}.
 *
 * Down trains enter at `first` and leave at `second`. A train that arrives when the opposing one is to pass waits for
 * τ_not-simultaneous; a train that departs behind one that arrived or passed waits for τ_meet.
 *
 * Source: the standard Chinese textbook method of section carrying capacity (区间通过能力, 限制区间会车方案).
 *
 * @param of - the two runs and the two stations; which schemes the tracks of the stations allow is for the caller
 * @throws RangeError of running times of 0 and of negative times
 *
 * @example
 * ```ts
 * const station = { notSimultaneous: 240, meet: 120 };
 * const run = { running: 720, startSupplement: 120, stopSupplement: 60 };
 * crossingCycles({ down: run, up: run, first: station, second: station })[0]; // 'both leave passing', 1920 s
 * ```
 */
export function crossingCycles(of: {
  readonly down: SectionRun;
  readonly up: SectionRun;
  readonly first: CrossingStation;
  readonly second: CrossingStation;
}): CrossingCycle[] {
  const { down, up, first, second } = of;
  for (const [name, run] of [['down', down] as const, ['up', up] as const]) {
    needAboveZero(run.running, `running time ${name}`);
    needZeroOrMore(run.startSupplement, `supplement for starting ${name}`);
    needZeroOrMore(run.stopSupplement, `supplement for stopping ${name}`);
  }
  for (const [name, station] of [['first', first] as const, ['second', second] as const]) {
    needZeroOrMore(station.notSimultaneous, `interval of arrivals at the ${name} station`);
    needZeroOrMore(station.meet, `interval of meeting at the ${name} station`);
  }
  const running = down.running + up.running;
  const stopped = (run: SectionRun) => run.startSupplement + run.stopSupplement;
  const cycles: CrossingCycle[] = [
    {
      scheme: 'both enter passing',
      cycleTime: running + down.stopSupplement + up.stopSupplement + first.notSimultaneous + second.notSimultaneous,
    },
    {
      scheme: 'both leave passing',
      cycleTime: running + down.startSupplement + up.startSupplement + first.meet + second.meet,
    },
    { scheme: 'down passes', cycleTime: running + stopped(up) + first.notSimultaneous + second.meet },
    { scheme: 'up passes', cycleTime: running + stopped(down) + first.meet + second.notSimultaneous },
  ];
  return cycles.sort((a, b) => a.cycleTime - b.cycleTime);
}
