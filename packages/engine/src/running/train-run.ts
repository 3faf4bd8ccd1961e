import { brakingModel } from './braking-model.ts';
import { checkJourney, checkTrainAndPath } from './check-run.ts';
import { coastingRun } from './coasting.ts';
import { DEFAULT_RUNNING_CONVENTIONS, type RunningConventions } from './conventions.ts';
import { brakingDistanceCaps, effectiveLimits } from './effective-limits.ts';
import { bandAt, effortAt, forceBands, resistanceAt } from './force-bands.ts';
import type { Stall } from './full-effort.ts';
import { gradeAt, gradePieceAt, gradeProfile } from './grade-profile.ts';
import { driveLeg } from './leg.ts';
import { LegState } from './leg-state.ts';
import type { MotionModel } from './motion-model.ts';
import type { Journey, Path } from './path.ts';
import { permittedSquare } from './permitted-pieces.ts';
import { permittedSpeed } from './permitted-speed.ts';
import type { RunOutcome, StalledRun } from './run-outcome.ts';
import { RunRecorder } from './run-recorder.ts';
import type { Train } from './train.ts';

export type { Run, RunOutcome, StalledRun } from './run-outcome.ts';

/**
 * Runs one train over a path: speeds, times and energy of its motion, by event-located power series.
 *
 * `m ρ dv/dt = F(v) − R(v) − m g (i + k)`: full effort below the permitted speed, on it only what is needed; see
 * `docs/methods/running.md` for equations, conventions, sources and measured accuracy.
 *
 * @param train the train, SI units
 * @param path limits, gradients and curves over the position of the front
 * @param journey where it starts, stops and ends; by default from standstill at 0 to standstill at the path's end
 * @param conventions what tools settle differently; see {@link DEFAULT_RUNNING_CONVENTIONS}
 * @returns the run, or the named reason why there is none
 * @throws InvalidRunError when the data contradict themselves
 * @example
 * ```ts
 * const train = {
 *   mass: 1.2e6, length: 450, rotatingMassFactor: 1.06, maxSpeed: 22,
 *   traction: [{ kind: 'power', power: 2.4e6, maxForce: 2.6e5 }],
 *   resistance: { kind: 'davis', a: 14000, b: 240, c: 28 },
 *   braking: { kind: 'brake-percentage', percentage: 65, position: 'G' },
 * };
 * const path = { length: 20000, speedLimits: [{ from: 0, to: 20000, speed: 16 }], gradients: [], curves: [] };
 * runTrain(train, path).totalTime.toFixed(2); // '1329.39'
 * ```
 */
export function runTrain(
  train: Train,
  path: Path,
  journey: Journey = {},
  conventions: Partial<RunningConventions> = {},
): RunOutcome {
  const settled = { ...DEFAULT_RUNNING_CONVENTIONS, ...conventions };
  checkTrainAndPath(train, path, settled);
  const { driving } = journey;
  if (driving?.kind !== 'coasting') return runWith(train, path, journey, settled, Number.POSITIVE_INFINITY);
  if ('switchSpeedShare' in driving) return runWith(train, path, journey, settled, driving.switchSpeedShare);
  return coastingRun(driving.supplement, (share) => runWith(train, path, journey, settled, share));
}

/** One run; `switchShare` is the share of the leg's highest speed down to which the train coasts before braking. */
function runWith(
  train: Train,
  path: Path,
  journey: Journey,
  conventions: RunningConventions,
  switchShare: number,
): RunOutcome {
  const { from, to, startSpeed, endSpeed, stops } = checkJourney(journey, path);
  const { gravity, stepFactor } = conventions;
  const model: MotionModel = {
    train,
    bands: forceBands(train, gravity),
    grade: gradeProfile(path, train.length, conventions),
    braking: brakingModel(train),
    gravity,
    stepFactor,
  };
  const caps =
    model.braking.full === undefined || path.brakingDistance === undefined
      ? []
      : brakingDistanceCaps(model.braking.full, train, path, path.brakingDistance, conventions);
  if ('position' in caps) return { kind: 'cannot-brake', ...caps, speed: 0, largestMass: 0 };
  const limits = effectiveLimits(train, path, from, to, caps);
  let highest = 0;
  for (let k = 0; k < limits.count; k++) highest = Math.max(highest, limits.speed[k]!);
  const switchSpeed = switchShare >= 1 ? Number.POSITIVE_INFINITY : switchShare * highest;
  const recorder = new RunRecorder();
  const state = new LegState(model, recorder);
  recorder.begin(from, 0);
  for (let i = 0; i <= stops.length; i++) {
    const stop = stops[i];
    const end = stop?.position ?? to;
    if (end > recorder.position) {
      const permitted = permittedSpeed(
        model,
        limits,
        recorder.position,
        end,
        stop === undefined ? endSpeed : 0,
        switchSpeed,
      );
      if ('position' in permitted) return { kind: 'cannot-brake', ...permitted, speed: 0, largestMass: 0 };
      if (i === 0) recorder.speed = Math.min(startSpeed, Math.sqrt(permittedSquare(permitted, 0, from)));
      const stall = driveLeg(state, permitted, end);
      if (stall !== undefined) return stalled(model, stall);
    }
    if (stop !== undefined && stop.dwell > 0) {
      recorder.speed = 0;
      recorder.open('dwell', 0, 0, 0);
      recorder.close(end, recorder.time + stop.dwell, 0, 0, 0);
    }
  }
  return { kind: 'run', ...recorder.finish() };
}

function stalled(model: MotionModel, stall: Stall): StalledRun {
  const { bands, grade, gravity, train } = model;
  const gradient = gradeAt(grade, gradePieceAt(grade, stall.position), stall.position);
  const j = bandAt(bands, 0);
  const specific = resistanceAt(bands, j, 0) / train.mass + gravity * gradient;
  return {
    kind: stall.started ? 'cannot-climb' : 'cannot-start',
    position: stall.position,
    speed: stall.started ? stall.speed : 0,
    gradient,
    largestMass: specific > 0 ? effortAt(bands, j, 0) / specific : Number.POSITIVE_INFINITY,
  };
}
