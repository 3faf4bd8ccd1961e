/** A train type of the scenario, SI units as its names say. */
export interface PeerTrainType {
  readonly massKg: number;
  readonly lengthM: number;
  readonly rotatingMassFactor: number;
  readonly maxSpeedMps: number;
  readonly traction: { readonly powerW: number; readonly maxForceN: number };
  readonly resistance: { readonly A_N: number; readonly B_N_per_mps: number; readonly C_N_per_mps2: number };
  readonly brakeDecelMps2: number;
}

/** A stop or passage of a train of the scenario; times of its own plan are left out. */
export interface PeerCall {
  readonly point: number;
  readonly minDwellS: number;
  readonly scheduledStop: boolean;
}

/** A train of the scenario. */
export interface PeerTrain {
  readonly id: string;
  readonly type: string;
  readonly direction: 'E' | 'W';
  readonly requestedDepartureS: number;
  readonly path: readonly PeerCall[];
}

/** The neutral scenario `corridor-scenario/1`: a single track with crossing stations of one loop each. */
export interface PeerScenario {
  readonly format: 'corridor-scenario/1';
  readonly description: string;
  readonly gravity: number;
  readonly lineSpeedMps: number;
  readonly mainTrackSpeedMps: number;
  readonly loopTrackSpeedMps: number;
  readonly yardTrackSpeedMps: number;
  readonly points: ReadonlyArray<{ readonly id: string; readonly kind: string; readonly positionM: number }>;
  readonly sections: ReadonlyArray<{ readonly fromPoint: number; readonly toPoint: number; readonly lengthM: number }>;
  readonly trainTypes: Readonly<Record<string, PeerTrainType>>;
  readonly trains: readonly PeerTrain[];
}

/** A file that is no such scenario; each fault with its place. */
export class PeerScenarioError extends Error {
  readonly faults: ReadonlyArray<{ readonly place: string; readonly reason: string }>;

  constructor(faults: ReadonlyArray<{ readonly place: string; readonly reason: string }>) {
    super(faults.map(({ place, reason }) => `${place}: ${reason}`).join('\n'));
    this.name = 'PeerScenarioError';
    this.faults = faults;
  }
}
