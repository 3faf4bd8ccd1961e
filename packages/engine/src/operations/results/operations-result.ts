import type { Fleet } from '../../corridor/index.ts';
import type { TracedStage } from '../join/load-trace.ts';
import type { TracedMove } from '../join/track-use.ts';
import type { NodeReport } from '../node/index.ts';
import type { CauseGroup } from './cause-groups.ts';
import type { TimeSpread } from './spread.ts';

/** A part of a time and what it is spent on, s. */
export interface TimePart {
  readonly cause: string;
  readonly group: CauseGroup;
  readonly time: number;
}

/** What became of the trains of a service. Numbers of trains are a day. */
export interface ServiceResult {
  readonly planned: number;
  readonly arrived: number;
  /** Not run on their day (holidays, a closed line), without anything to carry, given up because the line was full. */
  readonly cancelled: number;
  readonly unused: number;
  readonly refused: number;
  /** Net mass that arrived and that was refused, kg a day; containers that arrived, TEU a day. */
  readonly mass: number;
  readonly refusedMass: number;
  readonly containers: number;
  /** From the wish to leave to the arrival; null when no train arrived. */
  readonly time: TimeSpread | null;
  /** What the mean is made of; adds up to it. */
  readonly parts: readonly TimePart[];
  /** Shares of trains that arrive within so many seconds of their planned time; none for trains that follow loads. */
  readonly punctual: ReadonlyArray<{ readonly within: number; readonly share: number }>;
  /** Trains on their way, on average and at most. */
  readonly onTheWay: { readonly mean: number; readonly most: number };
  /** Mean wait of what another train brought for a train of this service, s; null where it takes on nothing. */
  readonly connection: number | null;
}

/** What a journey takes from end to end. */
export interface JourneyResult {
  readonly time: TimeSpread | null;
  readonly parts: readonly TimePart[];
}

/** How full an element of the chain is. */
export interface ElementUse {
  readonly kind: 'line' | 'border' | 'port';
  readonly name: string;
  /** Share of time for which it is taken, or of its working time. */
  readonly use: number;
  /** Share at which it is called full: UIC 406 for lines, four fifths for people and machines. */
  readonly limit: number;
}

/** A node over all replications. */
export interface NodeResult {
  readonly name: string;
  readonly kind: string;
  /** As seen in the first replication, with the others in the mean of what is told by hour. */
  readonly report: NodeReport;
  /** Trains that waited before it at the end, and growth of what is inside a day, means. */
  readonly outside: number;
  readonly growthPerDay: number;
}

/** Vehicles of one kind that the trains on their way hold. */
export interface VehiclesHeld {
  readonly vehicle: string;
  readonly mean: number;
  readonly most: number;
}

/** What became of the units of a fleet. */
export interface FleetResult {
  readonly id: string;
  readonly name: string;
  readonly kind: Fleet['kind'];
  /** Services whose trains it works; its vehicles, none of crews. */
  readonly services: readonly string[];
  readonly vehicles: readonly string[];
  /** How many there are, and how many work the plan at least. */
  readonly units: number;
  readonly needed: number;
  /** Units on trains or waiting with one for something else. */
  readonly onTrains: { readonly mean: number; readonly most: number };
  /** Units sent over without a train, and under repair, on average; the rest stands or is turned round. */
  readonly onLightRuns: number;
  readonly underRepair: number;
  /** Light runs a day, of one or several units. */
  readonly lightRuns: number;
  /** Part of its trains that waited for a unit, and the mean wait of all its trains, s. */
  readonly waited: number;
  readonly wait: number;
  /** Trains a day that were given up because no unit came. */
  readonly givenUp: number;
}

/** What simulated days show of one option. Plain data. */
export interface OperationsResult {
  readonly days: number;
  readonly warmUp: number;
  readonly replications: number;
  readonly dispatch: string;
  readonly disturbed: boolean;
  /** Trains that arrived and events, in all replications. */
  readonly trains: number;
  readonly events: number;
  readonly services: Readonly<Record<string, ServiceResult>>;
  readonly journeys: Readonly<Record<string, JourneyResult>>;
  readonly nodes: Readonly<Record<string, NodeResult>>;
  /** Fullest first. */
  readonly elements: readonly ElementUse[];
  /** The element that binds: the one that is nearest to its limit, or beyond it. */
  readonly binding: ElementUse | null;
  /** What grows without end, said plainly; empty when everything is served. */
  readonly overload: readonly string[];
  /** Vehicles of all trains on their way. */
  readonly vehicles: readonly VehiclesHeld[];
  /** Fleets that are followed from train to train. */
  readonly fleets: readonly FleetResult[];
  /** The way of the train that was asked for, in the first replication. */
  readonly trace: readonly TracedMove[];
  /** Where what it carried has been since, until it was there. */
  readonly traced: readonly TracedStage[];
}
