import type { LineSection } from './infrastructure/line-sections.ts';
import type { PlanResource } from './plan/index.ts';

/** Why a planned train stands longer than it has to. */
export type WaitReason =
  /** For a train of the opposite direction. */
  | 'crossing'
  /** For a train of the same direction ahead. */
  | 'following'
  /** For a train of the same direction that came after it and leaves before it. */
  | 'overtaking'
  /** Until a track of the next station is free. */
  | 'track'
  /** Until points that another movement uses are free. */
  | 'route'
  /** Until a possession ends. */
  | 'possession'
  /** Because a time was pinned. */
  | 'pin'
  /** Because something farther on could not be reached earlier to any use. */
  | 'path';

/** A wait of a planned train. */
export interface Wait {
  readonly seconds: number;
  readonly reason: WaitReason;
  /** Train and resource waited for; a possession has no train. */
  readonly for: { readonly train: string | null; readonly resource: string | null };
}

/** What a planned train does at a station. Times are s in the time base, not wrapped at midnight. */
export interface TimetableEvent {
  readonly station: string;
  /** Distance from the start of its route, m. */
  readonly distance: number;
  /** Track, or null where the train passes a place without tracks of its own. */
  readonly track: string | null;
  readonly arrival: number;
  readonly departure: number;
  readonly stop: boolean;
  readonly waits: readonly Wait[];
  /** What is settled by hand here; left out where nothing is. */
  readonly pinned?: ReadonlyArray<'track' | 'stop' | 'arrival' | 'departure' | 'order'>;
}

/** How long a planned train holds a resource, s in the time base. */
export interface TimetableBlocking {
  readonly resource: string;
  /** The section of line, for blocks; null for tracks, points and the like. */
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  /** Buffer after `end`, s. */
  readonly buffer: number;
}

/** A planned train; it runs every day. */
export interface TimetableTrain {
  readonly id: string;
  readonly service: string;
  /** From 1 within its service. */
  readonly number: number;
  readonly departure: number;
  readonly arrival: number;
  /** Seconds by which it leaves outside the time wished for. */
  readonly shift: number;
  /** Seconds its journey takes when nobody is in the way, supplements included. */
  readonly alone: number;
  readonly events: readonly TimetableEvent[];
  readonly blocking: readonly TimetableBlocking[];
}

/** A station at which trains of a service can do something, and the names of the tracks for it. */
export interface ServiceCall {
  readonly station: string;
  readonly standing: readonly string[];
  readonly passing: readonly string[];
}

/** Planned running times (s) of a train from one station to the next, by whether it stops there; null where it cannot. */
export interface RunningTimes {
  /** Sections of line between the two, in order of travel. */
  readonly sections: readonly string[];
  readonly passPass: number | null;
  readonly passStop: number | null;
  readonly stopPass: number | null;
  readonly stopStop: number | null;
}

/** The way of a service's trains when nobody else is there. */
export interface ServiceWay {
  readonly service: string;
  readonly calls: readonly ServiceCall[];
  /** Between each call and the next. */
  readonly runs: readonly RunningTimes[];
}

/** Trains of a service that are not in the timetable, and why. */
export interface RefusedTrains {
  readonly service: string;
  readonly count: number;
  readonly reason: string;
  /** The section of line that refuses, where it is one. */
  readonly section: string | null;
}

/** A conflict-free timetable of one day, every day alike. Plain data. */
export interface Timetable {
  /** Length of the day, s. */
  readonly period: number;
  /** Seconds by which the clock of each station is ahead of the time base, UTC. */
  readonly clocks: Readonly<Record<string, number>>;
  readonly trains: readonly TimetableTrain[];
  readonly refused: readonly RefusedTrains[];
  /** Places where trains of a service are not stopped, because they could not start again. */
  readonly forbiddenStops: ReadonlyArray<{
    readonly service: string;
    readonly station: string;
    readonly reason: string;
  }>;
  /** The ways of services that can run, whether or not they have trains in the timetable. */
  readonly ways: readonly ServiceWay[];
  readonly sections: readonly LineSection[];
  readonly resources: readonly PlanResource[];
  /** Weighted sum of journey times and departure shifts, and that of the same trains each alone on the line, s. */
  readonly cost: number;
  readonly bound: number;
  /** Work done, in windows looked up. */
  readonly work: number;
}
