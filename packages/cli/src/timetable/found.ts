import type { Model, PlannedLine, SmallWork } from '@throughline/engine';

/** What the command found out. */
export interface Found extends PlannedLine {
  readonly model: Model;
  /** Only where they were asked for. */
  readonly works?: readonly SmallWork[];
}
