import type { Model } from '../corridor/index.ts';
import type { JourneyTime } from '../running/index.ts';
import { DaySimulation } from './join/day-simulation.ts';
import type { DaysOptions, PlannedDay } from './join/planned-day.ts';
import { composeResult } from './results/compose-result.ts';
import type { OperationsResult } from './results/operations-result.ts';

/** How operations are simulated: what is left out has its usual value. */
export interface OperationsOptions extends Partial<Omit<DaysOptions, 'draw'>> {
  /** Independent repetitions with other random numbers, at least 1. Default 2. */
  readonly replications?: number;
  /** First draw of the random numbers. Default 0. */
  readonly draw?: number;
  /** Told after each replication. */
  readonly finished?: (replication: number) => void;
}

/** What is simulated when nobody says otherwise. */
export const usualDays = {
  days: 365,
  warmUp: 14,
  seed: 1,
  dispatch: 'first come',
  disturbed: true,
} as const satisfies Partial<DaysOptions>;

/**
 * Simulates days of trains through the borders and terminals of a corridor, and repeats it with other random numbers:
 * means come with the 95 % interval of independent replications; the days before statistics begin are left out.
 *
 * @param model - the corridor as drawn
 * @param day - the timetable of a day with what it was planned from
 * @param journeys - journeys when nobody is in the way, for borders at which no facility is declared
 * @param options - days, replications, dispatching
 * @returns times with what they are made of, punctuality, queues, use, overload; plain data
 * @example
 * ```ts
 * const { journeys, binding } = simulateOperations(model, planDay(model), outcome.journeys, { days: 365 });
 * ```
 */
export function simulateOperations(
  model: Model,
  day: PlannedDay,
  journeys: Readonly<Record<string, JourneyTime>>,
  { replications = 2, draw = 0, finished, ...stated }: OperationsOptions = {},
): OperationsResult {
  const options: DaysOptions = { ...usualDays, ...stated, draw };
  const runs: DaySimulation[] = [];
  for (let replication = 0; replication < replications; replication++) {
    const run = new DaySimulation(model, day, journeys, { ...options, draw: draw + replication });
    run.run();
    runs.push(run);
    finished?.(replication + 1);
  }
  return composeResult(model, day, runs, options);
}
