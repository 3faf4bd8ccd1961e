import type { RunningConventions } from './conventions.ts';
import { InvalidRunError } from './invalid-input.ts';
import type { Path } from './path.ts';
import { speedAtPosition } from './profile-lookup.ts';
import type { RunOutcome, StalledRun } from './run-outcome.ts';
import type { Train } from './train.ts';
import { runTrain } from './train-run.ts';

/** Running time and energy between two points, or why there is none. */
export type MinimumRunningTime =
  | {
      readonly kind: 'time';
      readonly runningTime: number;
      readonly energyAtWheel: number;
      readonly brakingEnergy: number;
    }
  | StalledRun;

/** The four minimum running times between two neighbouring points of a line. */
export type SectionRunningTimes = {
  /** Position of the front at both ends, m. */
  readonly from: number;
  readonly to: number;
  /** Speed (m/s) at which a train that passes `from` enters the section. */
  readonly passSpeed: number;
  readonly passPass: MinimumRunningTime;
  readonly passStop: MinimumRunningTime;
  readonly stopPass: MinimumRunningTime;
  readonly stopStop: MinimumRunningTime;
};

/**
 * Minimum running times between neighbouring points, for each way to begin and end: passing or stopping.
 *
 * A passing train enters with the speed it has there on a run through the whole path without a stop, and leaves as fast
 * as is permitted; what it needs to brake for lies in the next section. A train that starts at `from` may leave slower
 * than the next section's `passSpeed`: the difference belongs to the start and is not carried over.
 *
 * @param train the train
 * @param path the path that all points lie on
 * @param positions positions of the front, m, at least two, strictly rising
 * @param conventions as for {@link runTrain}
 * @returns one entry per pair of neighbours, in order
 * @throws InvalidRunError when the data contradict themselves
 * @example
 * ```ts
 * const [first] = minimumRunningTimes(train, path, [0, 8000, 17500]); // train and path as for runTrain
 * first.stopStop.runningTime.toFixed(2); // '579.39'
 * ```
 */
export function minimumRunningTimes(
  train: Train,
  path: Path,
  positions: readonly number[],
  conventions: Partial<RunningConventions> = {},
): SectionRunningTimes[] {
  positions.forEach((position, i) => {
    if (i > 0 && !(position > positions[i - 1]!)) {
      throw new InvalidRunError([
        { place: `positions[${i}]`, found: String(position), expected: `a position above ${positions[i - 1]} m` },
      ]);
    }
  });
  const first = positions[0];
  const last = positions[positions.length - 1];
  if (first === undefined || last === undefined || positions.length < 2) {
    throw new InvalidRunError([
      { place: 'positions', found: `${positions.length} positions`, expected: 'at least two positions' },
    ]);
  }
  const fast = Number.POSITIVE_INFINITY;
  const through = runTrain(train, path, { from: first, startSpeed: fast, to: last, endSpeed: fast }, conventions);
  const sections: SectionRunningTimes[] = [];
  for (let i = 1; i < positions.length; i++) {
    const from = positions[i - 1]!;
    const to = positions[i]!;
    const passSpeed = through.kind === 'run' ? speedAtPosition(through.profile, from) : fast;
    const between = (startSpeed: number, endSpeed: number) =>
      timeOf(runTrain(train, path, { from, startSpeed, to, endSpeed }, conventions));
    sections.push({
      from,
      to,
      passSpeed: through.kind === 'run' ? passSpeed : Number.NaN,
      passPass: through.kind === 'run' ? between(passSpeed, fast) : through,
      passStop: through.kind === 'run' ? between(passSpeed, 0) : through,
      stopPass: between(0, fast),
      stopStop: between(0, 0),
    });
  }
  return sections;
}

function timeOf(outcome: RunOutcome): MinimumRunningTime {
  if (outcome.kind !== 'run') return outcome;
  const { runningTime, energyAtWheel, brakingEnergy } = outcome;
  return { kind: 'time', runningTime, energyAtWheel, brakingEnergy };
}
