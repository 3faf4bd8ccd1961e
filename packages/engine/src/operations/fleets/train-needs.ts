import { exp, type Stream, stream } from '../../numerics/index.ts';
import { dutiesOf } from './duties.ts';
import type { FleetPlan } from './fleet-plan.ts';

/** What a train of the plan needs of one fleet. */
export interface Need {
  readonly fleet: number;
  readonly units: number;
  /** Places of all fleets in one row. */
  readonly from: number;
  readonly to: number;
  /** Time that one unit works on it, and until it reaches its end, s. */
  readonly duty: number;
  readonly run: number;
  /** Chance that a unit fails on it, and the random numbers of its failures. */
  readonly fails: number;
  readonly numbers: Stream | undefined;
}

/** Which random numbers, and whether units break down at all. */
export interface Failing {
  readonly seed: number;
  readonly draw: number;
  readonly disturbed: boolean;
}

/**
 * What every train of a plan needs of the fleets, in the order of the fleets.
 *
 * @param plans - fleets with their trains
 * @param templates - ids of the trains of the plan
 * @param firsts - first place of each fleet
 * @param of - random numbers of failures
 * @returns needs by train of the plan; none for trains that wait for nothing
 * @example
 * ```ts
 * trainNeeds(plans, ['north-1'], [0], { seed: 1, draw: 0, disturbed: true })[0]?.length; // 3: engine, wagons, crew
 * ```
 */
export function trainNeeds(
  plans: readonly FleetPlan[],
  templates: readonly string[],
  firsts: readonly number[],
  { seed, draw, disturbed }: Failing,
): Need[][] {
  const needs: Need[][] = templates.map(() => []);
  for (const [fleet, { id, trains, breakdowns, longestDuty }] of plans.entries())
    for (const { template, units, from, to, run } of trains) {
      const hasFailures = disturbed && breakdowns !== null;
      needs[template]!.push({
        fleet,
        units,
        from: firsts[fleet]! + from,
        to: firsts[fleet]! + to,
        duty: run / dutiesOf(run, longestDuty),
        run,
        fails: hasFailures ? 1 - exp(-run / breakdowns.between) : 0,
        numbers: hasFailures ? stream(seed, draw, `breakdowns ${id}`, templates[template]!) : undefined,
      });
    }
  return needs;
}
