import type { RunPoint, TimeWindow } from './time-window.ts';

/** A station on the axis. */
export interface GraphStation {
  readonly name: string;
  /** Along the line, m. */
  readonly distance: number;
}

/** A train on the graph. */
export interface GraphTrain {
  readonly id: string;
  /** Its number or name, written at its line where there is room, and in the table. */
  readonly label: string;
  /** Its type, for the legend: trains of one type look alike. */
  readonly kind: string;
  /** At least two, in the order of time. */
  readonly points: readonly RunPoint[];
}

/** A blocking time: a train keeps a stretch of line for a span of time. */
export interface GraphBlocking {
  /** Id of the train. */
  readonly train: string;
  /** Ends of the stretch, m. */
  readonly from: number;
  readonly to: number;
  /** Span of time, s. */
  readonly start: number;
  readonly end: number;
}

/** Where two trains want the same at the same time. */
export interface GraphConflict {
  readonly distance: number;
  readonly time: number;
  /** What conflicts with what, for the table. */
  readonly what: string;
}

/** What a train graph draws. */
export interface TrainGraphInput {
  readonly id: string;
  readonly title: string;
  /** At least two. */
  readonly stations: readonly GraphStation[];
  readonly trains: readonly GraphTrain[];
  /** Types in the order of their looks, so that a type looks alike in several graphs; that of the trains when left out. */
  readonly kinds?: readonly string[];
  /** Blocking-time stairways; none when left out. */
  readonly blocking?: readonly GraphBlocking[];
  readonly conflicts?: readonly GraphConflict[];
  /** The whole day when left out. */
  readonly window?: TimeWindow;
  /** Whose clock the times are on, for the caption. */
  readonly clock?: string;
  /** Whether trains are named at their lines; they are when left out. */
  readonly namesTrains?: boolean;
}
