/** In a {@link BlockingWindow}: the track on which the movement begins. */
export const TRACK_LEFT = -1;
/** In a {@link BlockingWindow}: the track on which the movement ends. */
export const TRACK_REACHED = -2;

/** What a resource is: something that one train holds at a time. */
export type ResourceKind = 'block' | 'following' | 'track' | 'throat' | 'arrivals' | 'spacing' | 'pin';

/** Something that one train holds at a time. */
export interface PlanResource {
  /** Unique name. */
  readonly id: string;
  readonly kind: ResourceKind;
  /** The section of line or the station it belongs to; for `spacing` the service, for `pin` the train. */
  readonly at: string;
}

/** How long a movement holds a resource, s relative to its departure, from before `to`; whole numbers, `from < to`. */
export interface BlockingWindow {
  /** Index of the resource in the problem, or {@link TRACK_LEFT} or {@link TRACK_REACHED}. */
  readonly resource: number;
  readonly from: number;
  readonly to: number;
  /** Seconds that have to lie between `to` and the next train; no part of the blocking time. */
  readonly buffer: number;
}

/** A place where a movement passes without an alternative: a halt or a marker between two points. */
export interface Passage {
  readonly station: string;
  /** Distance from the start of the route, m. */
  readonly distance: number;
  /** Arrival and departure, s after the movement's departure. */
  readonly arrival: number;
  readonly departure: number;
}

/** A train at a point of its way: on one of some like tracks, standing or passing. */
export interface PathState {
  /** Index of the point. */
  readonly point: number;
  /** False: it passes, and leaves in the second it arrives. */
  readonly stops: boolean;
  /** Resources of the tracks it may be on, in order of preference. */
  readonly tracks: readonly number[];
  /** Least standing time, s; whole. */
  readonly dwell: number;
}

/** A movement from a state at one point to a state at the next. */
export interface Movement {
  readonly from: number;
  readonly to: number;
  /** Running time with its supplements, s; whole, positive. */
  readonly time: number;
  readonly windows: readonly BlockingWindow[];
  readonly passages: readonly Passage[];
}

/** All ways in which one kind of train can run its route. */
export interface PathGraph {
  /** Stations where it may stand or pass, in order of travel. */
  readonly points: ReadonlyArray<{ readonly station: string; readonly distance: number }>;
  /** States by rising point; those of the first and the last point are where it begins and ends. */
  readonly states: readonly PathState[];
  readonly movements: readonly Movement[];
  /** Section of line between a point and the next, by index of the point; the first of several. */
  readonly sections: readonly string[];
}

/** When a train leaves its first point, s in the time base of the problem; whole numbers. */
export interface DepartureWish {
  readonly earliest: number;
  readonly latest: number;
  /** Between these no shift is counted. */
  readonly from: number;
  readonly to: number;
}

/** One train to be planned. */
export interface PlanTrain {
  /** Unique name. */
  readonly id: string;
  readonly service: string;
  readonly graph: PathGraph;
  readonly departure: DepartureWish;
  /** Cost of a second between departure and arrival, and of a second of shift; at least 0. */
  readonly journeyWeight: number;
  readonly shiftWeight: number;
  /** Longest time from departure to arrival that is accepted, s. */
  readonly longest: number;
  /** Trains of a higher rank are placed first and given up last. */
  readonly rank: number;
}

/** A time in which nobody may use a resource, s; whole. */
export interface Closure {
  readonly resource: number;
  readonly from: number;
  readonly to: number;
  /** What is done, for those who wait. */
  readonly why: string;
}

/** Trains that are to run without conflict, all days alike or on one day only. */
export interface PlanProblem {
  /** Time after which everything repeats (s), or null when nothing does. */
  readonly period: number | null;
  readonly resources: readonly PlanResource[];
  readonly trains: readonly PlanTrain[];
  readonly closures: readonly Closure[];
}

/** A stay at a point: where, on which track, from when to when (s); arrival equals departure when it passes. */
export interface Stay {
  readonly state: number;
  readonly track: number;
  readonly arrival: number;
  readonly departure: number;
}

/** A time during which a train holds a resource: blocking time from `start` to `end`, buffer after it (s). */
export interface Booking {
  readonly resource: number;
  readonly start: number;
  readonly end: number;
  readonly buffer: number;
}

/** A path in time. */
export interface PlannedPath {
  /** One stay a point. At the first arrival equals departure, as it does at the last. */
  readonly stays: readonly Stay[];
  /** Index of the movement that leaves each point but the last. */
  readonly movements: readonly number[];
  /** What it holds when, by resource and start; times of one resource do not touch. */
  readonly bookings: readonly Booking[];
  readonly cost: number;
}
