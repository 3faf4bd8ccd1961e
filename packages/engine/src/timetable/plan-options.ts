/** Something about one train that is settled by hand and stays so. */
export interface Pin {
  readonly service: string;
  /** Number of the train within its service, from 1. */
  readonly number: number;
  readonly station: string;
  /** Name of the track it uses there, such as `main` or `loops 2`. */
  readonly track?: string;
  /** Whether it stops there. */
  readonly stop?: boolean;
  /** Arrival and departure there on any day, s of the day in the time base (UTC); whole. */
  readonly arrival?: number;
  readonly departure?: number;
  /** Another train that leaves this station after it, within twelve hours. */
  readonly before?: { readonly service: string; readonly number: number };
}

/** How a timetable is made. */
export interface TimetableOptions {
  /** Work limit, in windows looked up: some ten millions a second. Default 4 million. */
  readonly workLimit?: number;
  /** Whole number; same input, seed and limit, same timetable. Default 1. */
  readonly seed?: number;
  /** Pins beside those of the corridor. */
  readonly pins?: readonly Pin[];
  /** Trains a day by service, instead of those a day of a scheduled service and the most of a demand-driven one. */
  readonly trains?: Readonly<Record<string, number>>;
  /** Least standing times (s) by service and station beyond those of the corridor, such as border procedures. */
  readonly standing?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Longest journey that is accepted, as a multiple of that of the train alone. Default 2. */
  readonly longest?: number;
  /** Asked now and then; true ends the work early. */
  readonly shouldStop?: () => boolean;
}

/** Length of the day (s) after which a timetable repeats. */
export const DAY = 86_400;

/** Cost of a second of shift against one of journey: scheduled trains outside their time, others outside their share of the day. */
export const SHIFT_WEIGHTS = { scheduled: 1, 'demand-driven': 0.1 } as const;
