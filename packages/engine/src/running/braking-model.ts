import { type PercentageBrake, percentageBrake } from './brake-percentage.ts';
import type { Train } from './train.ts';

/** How a piece of permitted speed is driven. */
export const HOLD = 0;
export const BRAKE = 1;
export const COAST = 2;

/** Share of the full brake in a planned braking where the train does not say. */
export const DEFAULT_SERVICE_SHARE = 0.4;

/**
 * The deceleration of planned braking.
 *
 * - `constant-net`: `step[0]` is all there is.
 * - `brake-percentage`: in each step of speed `share · step[k]`; a climb adds its own deceleration, a descent takes away
 *   the same share of its own, so that whatever the full brake can hold the planned braking can hold as well.
 * - `constant-force`: `step[0]` is force over inertia; running resistance and grade add to it.
 */
export type BrakingModel = {
  readonly kind: Train['braking']['kind'];
  readonly upper: Float64Array;
  readonly step: Float64Array;
  readonly share: number;
  readonly full: PercentageBrake | undefined;
};

/** Reads a train's braking into steps of deceleration. */
export function brakingModel(train: Train): BrakingModel {
  const { braking } = train;
  const always = Float64Array.of(Number.POSITIVE_INFINITY);
  if (braking.kind === 'constant-net') {
    return {
      kind: braking.kind,
      upper: always,
      step: Float64Array.of(braking.deceleration),
      share: 1,
      full: undefined,
    };
  }
  if (braking.kind === 'constant-force') {
    const step = Float64Array.of(braking.force / (train.mass * train.rotatingMassFactor));
    return { kind: braking.kind, upper: always, step, share: 1, full: undefined };
  }
  const full = percentageBrake(braking.percentage, braking.position, train.length);
  return {
    kind: braking.kind,
    upper: full.upper,
    step: full.deceleration,
    share: braking.serviceShare ?? DEFAULT_SERVICE_SHARE,
    full,
  };
}
