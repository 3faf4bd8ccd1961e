/** Standard acceleration of free fall, m/s² (CGPM 1901). */
export const STANDARD_GRAVITY = 9.80665;

/** What tools and authors settle differently, by name, so that results can be compared like with like. */
export type RunningConventions = {
  /**
   * Where gradient and curve resistance act: under the `front`, under the `centre` of the train, or as the mean under a
   * train of `uniform-mass` per metre.
   */
  readonly gradeActsAt: 'front' | 'centre' | 'uniform-mass';
  /** Grade force `m g i` (`small-angle`) or `m g sin(atan i)` (`sine`). */
  readonly slope: 'small-angle' | 'sine';
  /** Acceleration of free fall, m/s². */
  readonly gravity: number;
  /**
   * Every integration step times this factor, above 0 up to 1. Results do not depend on it beyond rounding; it exists
   * so that this can be shown.
   */
  readonly stepFactor: number;
};

/**
 * The defaults: `uniform-mass`, because a freight train of half a kilometre stands on several gradients at once and a
 * force that jumps with the front misplaces the work of the climb by half a train; `small-angle`, because gradients are
 * published as rise over run and the difference is 5·10⁻⁵ at 10 per mille.
 */
export const DEFAULT_RUNNING_CONVENTIONS: RunningConventions = {
  gradeActsAt: 'uniform-mass',
  slope: 'small-angle',
  gravity: STANDARD_GRAVITY,
  stepFactor: 1,
};
