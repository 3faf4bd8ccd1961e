import type { Phase, Profile } from './run-recorder.ts';

/** A finished run. */
export type Run = {
  readonly kind: 'run';
  /** From start to end with all dwells, s. */
  readonly totalTime: number;
  /** Without dwells, s. */
  readonly runningTime: number;
  /** Work of the traction at the wheel rim, J: no recuperation, no auxiliaries, no efficiency. */
  readonly energyAtWheel: number;
  /** Work taken out by the brake, J. */
  readonly brakingEnergy: number;
  readonly phases: readonly Phase[];
  readonly profile: Profile;
};

/** A run that physics does not allow; a finding about the train on this line, not an error. */
export type StalledRun = {
  /**
   * `cannot-start`: no pull away from rest at `position`. `cannot-climb`: the train came to rest there.
   * `cannot-brake`: the brake cannot hold or stop the train there.
   */
  readonly kind: 'cannot-start' | 'cannot-climb' | 'cannot-brake';
  /** Position of the front, m. */
  readonly position: number;
  /** Speed (m/s) at which the train began to lose speed; 0 where it never moved. */
  readonly speed: number;
  /** Grade and curve resistance on the train there, force over weight. */
  readonly gradient: number;
  /**
   * Mass (kg) of a like train that the traction could just hold there, resistance growing in proportion to mass;
   * for `cannot-brake` 0, because braked-weight percentage goes with the mass.
   */
  readonly largestMass: number;
};

/** What became of a train on its journey. */
export type RunOutcome = Run | StalledRun;
