import type { BrakingModel } from './braking-model.ts';
import type { ForceBands } from './force-bands.ts';
import type { GradeProfile } from './grade-profile.ts';
import type { Train } from './train.ts';

/** Train and line as the motion reads them. */
export type MotionModel = {
  readonly train: Train;
  readonly bands: ForceBands;
  readonly grade: GradeProfile;
  readonly braking: BrakingModel;
  readonly gravity: number;
  readonly stepFactor: number;
};
