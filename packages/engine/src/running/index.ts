/**
 * The room `running`: how fast is one train alone, and on what energy?
 *
 * Takes a {@link Train}, a {@link Path} and a {@link Journey}, all plain SI data. Returns a {@link Run} (times, energy at
 * the wheel, phases, a profile to look up) or a {@link StalledRun} that names what the train could not do, and minimum
 * running times pass/pass, pass/stop, stop/pass and stop/stop between points. Knows nothing of other trains.
 */
export { BRAKE_PERCENTAGE_RANGE, type PercentageBrake, percentageBrake, stoppableSpeed } from './brake-percentage.ts';
export { DEFAULT_SERVICE_SHARE } from './braking-model.ts';
export { DEFAULT_RUNNING_CONVENTIONS, type RunningConventions, STANDARD_GRAVITY } from './conventions.ts';
export { CURVE_RESISTANCE_FORMULAS, type CurveResistanceFormula, curveResistance } from './curve-resistance.ts';
export { InvalidRunError, type RunningProblem } from './invalid-input.ts';
export { type JourneyPart, type JourneyTime, journeyTime } from './journey-time.ts';
export { type KnownRuns, noKnownRuns } from './known-runs.ts';
export {
  type MinimumRunningTime,
  minimumRunningTimes,
  type SectionRunningTimes,
} from './minimum-running-times.ts';
export type { Curve, Driving, Gradient, Journey, Path, SpeedLimit, Stop } from './path.ts';
export { pathOf } from './path-of.ts';
export { positionAtTime, speedAtPosition, timeAtPosition } from './profile-lookup.ts';
export type { Run, RunOutcome, StalledRun } from './run-outcome.ts';
export type { Phase, PhaseName, Profile } from './run-recorder.ts';
export type { RunSegment, ServiceOutcome, ServiceRun, ServiceTrain, StoppedService } from './service-outcome.ts';
export { runService } from './service-run.ts';
export type { Braking, Resistance, Traction, Train } from './train.ts';
export { trainOf } from './train-of.ts';
export { runTrain } from './train-run.ts';
