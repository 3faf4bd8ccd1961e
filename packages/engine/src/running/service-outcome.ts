import type { ConsistPart, Route } from '../corridor/index.ts';
import type { Path } from './path.ts';
import type { Run, StalledRun } from './run-outcome.ts';

/** A part of a service's run with one train in one direction: from a change of train or direction to the next. */
export interface RunSegment {
  /** Distance from the start of the service to the start of the segment (m). */
  readonly start: number;
  /** Time from the start of the service to the start of the segment (s). */
  readonly departure: number;
  readonly path: Path;
  readonly run: Run;
}

/** What the trains of a service are. */
export interface ServiceTrain {
  readonly mass: number;
  readonly trailingMass: number;
  readonly netLoad: number;
  readonly length: number;
  readonly consist: readonly ConsistPart[];
}

/** One train of a service alone on the network. */
export interface ServiceRun {
  readonly kind: 'run';
  readonly train: ServiceTrain;
  readonly route: Route;
  readonly segments: readonly RunSegment[];
  /** From departure to arrival (s), stops included; of it the standing time. */
  readonly time: number;
  readonly standing: number;
  /** Energy at the rim (J) and energy taken from wire or tank (J). */
  readonly energyAtWheel: number;
  readonly energyTaken: number;
}

/** A service whose train does not arrive, and why. */
export interface StoppedService {
  readonly kind: StalledRun['kind'] | 'no-route' | 'outside-model';
  readonly train: ServiceTrain;
  /** The route it would have taken; absent when there is none. */
  readonly route?: Route;
  readonly message: string;
  /** Distance from the start (m) at which it ends. */
  readonly distance?: number;
  /** What mass it could take there (kg), where it is the mass that stops it. */
  readonly largestMass?: number;
}

/** What becomes of a service's train when it is alone. */
export type ServiceOutcome = ServiceRun | StoppedService;
