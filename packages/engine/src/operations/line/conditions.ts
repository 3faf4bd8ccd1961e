/** What a day does to trains, beyond their plan. All times s. */
export interface Conditions {
  /** Seconds by which a movement takes longer; the same whenever it is asked. */
  readonly extraRunning: (template: number, day: number, move: number, time: number) => number;
  /** Seconds by which a stop takes longer. */
  readonly extraStanding: (template: number, day: number, point: number) => number;
}

/** Nothing happens. */
export const undisturbed: Conditions = { extraRunning: () => 0, extraStanding: () => 0 };

/** What a line tells those who watch it, and asks of them. */
export interface LineHost {
  /** Asks to be called with `event` at `time`. */
  readonly schedule: (time: number, event: number) => void;
  /** A train has reached its last station and leaves the line. */
  readonly arrived: (row: number, time: number) => void;
  /** Whether its last station takes a train; asked before it is let into its last movement. */
  readonly takes: (row: number) => boolean;
  /** Whether a train may leave its first station; if not, it waits until a terminal takes trains again. */
  readonly admits?: (row: number) => boolean;
  /** A train waits because its last station takes none. */
  readonly held?: (row: number) => void;
  /** A train is let into its last station. */
  readonly bound?: (row: number) => void;
  /** A movement was settled, with its track reached, start (s) and extra seconds; or the last one of a train taken back. */
  readonly moved?: (row: number, move: number, track: number, start: number, extra: number) => void;
  readonly unmoved?: (row: number, move: number, track: number, start: number, extra: number) => void;
}
