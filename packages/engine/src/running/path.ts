/**
 * A stretch with a highest speed. Where stretches overlap the lowest holds; outside all of them only the train's
 * own. A stretch without length limits nothing.
 */
export type SpeedLimit = { readonly from: number; readonly to: number; readonly speed: number };

/** A stretch of even gradient, rise over run (0.010 = 10 per mille), positive uphill in the direction of travel. */
export type Gradient = { readonly from: number; readonly to: number; readonly gradient: number };

/** A stretch with extra resistance, force over weight (see {@link curveResistance}); outside all of them there is none. */
export type Curve = { readonly from: number; readonly to: number; readonly resistance: number };

/**
 * The way of one train, by the position of its front in metres from the path's beginning.
 *
 * The first gradient continues backwards before 0 and the last one beyond the end; no gradients at all is a level line.
 */
export type Path = {
  readonly length: number;
  readonly speedLimits: readonly SpeedLimit[];
  readonly gradients: readonly Gradient[];
  readonly curves: readonly Curve[];
  /** Distance in which every train must be able to stop (distant to main signal), m; read by `brake-percentage` only. */
  readonly brakingDistance?: number;
};

/** The front comes to rest at `position` (m) and waits `dwell` seconds. */
export type Stop = { readonly position: number; readonly dwell: number };

/**
 * What the train does on the path.
 *
 * Speeds at the ends are bounds: the train starts at `startSpeed` or, when that is not permitted there, as fast as is
 * permitted, and passes `to` no faster than `endSpeed`. `Infinity` therefore reads "as fast as permitted".
 */
export type Journey = {
  /** Where the front starts, m; default 0. */
  readonly from?: number;
  /** Speed at the start, m/s; default 0. */
  readonly startSpeed?: number;
  /** Where the front ends, m; default the last stop, without stops the end of the path. */
  readonly to?: number;
  /** Highest speed at the end, m/s; default 0. */
  readonly endSpeed?: number;
  /** Intermediate stops in order of travel; the last may lie at `to`. */
  readonly stops?: readonly Stop[];
  /** How the train is driven; default `time-minimal`. */
  readonly driving?: Driving;
};

/**
 * How a train is driven.
 *
 * - `time-minimal`: full effort, then the limit, then the brake.
 * - `coasting`: before braking the train rolls with power off, so that the running time grows by `supplement`
 *   (0.05 = 5 %), or until the speed has fallen to `switchSpeedShare` of the leg's highest permitted speed.
 */
export type Driving =
  | { readonly kind: 'time-minimal' }
  | { readonly kind: 'coasting'; readonly supplement: number }
  | { readonly kind: 'coasting'; readonly switchSpeedShare: number };
