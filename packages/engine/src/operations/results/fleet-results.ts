import { mean } from '../../numerics/index.ts';
import type { DaySimulation } from '../join/day-simulation.ts';
import type { DaysOptions } from '../join/planned-day.ts';
import type { FleetResult } from './operations-result.ts';

const DAY = 86_400;

/**
 * What became of the fleets in several replications.
 *
 * @param runs - one simulation each, run to its end
 * @param options - how they were run
 * @returns one result a fleet that some train needed
 * @example
 * ```ts
 * fleetResults(runs, options)[0]?.waited; // part of its trains that waited for it
 * ```
 */
export function fleetResults(
  runs: readonly DaySimulation[],
  { days, warmUp }: Pick<DaysOptions, 'days' | 'warmUp'>,
): FleetResult[] {
  const span = days * DAY;
  return runs[0]!.fleetPlans.map(({ id, name, kind, services, vehicles, units, needed }, fleet) => {
    const tallies = runs.map(({ fleets }) => fleets!.tallies[fleet]!);
    const sum = (of: (tally: (typeof tallies)[number]) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
    const average = (of: (tally: (typeof tallies)[number]) => number) => mean(tallies.map(of));
    const trains = sum((tally) => tally.trains);
    return {
      id,
      name,
      kind,
      services,
      vehicles,
      units,
      needed,
      onTrains: {
        mean: average((tally) => tally.outTime(span + warmUp * DAY)) / span,
        most: Math.max(...tallies.map(({ mostOut }) => mostOut)),
      },
      onLightRuns: average(({ lightTime }) => lightTime) / span,
      underRepair: average(({ repairTime }) => repairTime) / span,
      lightRuns: average(({ lightRuns }) => lightRuns) / days,
      waited: trains > 0 ? sum((tally) => tally.waited) / trains : 0,
      wait: trains > 0 ? sum((tally) => tally.waitedFor) / trains : 0,
      givenUp: average(({ givenUp }) => givenUp) / days,
    };
  });
}
