/** What the command line says about the timetable. */
export interface TimetableCommandOptions {
  readonly option?: string;
  readonly scenario?: string;
  readonly capacity?: true;
  /** How many sections are tried, or true for the usual number. */
  readonly works?: number | true;
  readonly trains?: readonly string[];
  readonly svg?: string;
  readonly line?: string;
  readonly blocking?: true;
  readonly seed: number;
  readonly workLimit?: number;
  readonly json?: true;
}
