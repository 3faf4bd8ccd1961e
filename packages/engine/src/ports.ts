import type { SolveLinearProgram } from './numerics/index.ts';
import type { ScreeningFit } from './operations/index.ts';
import type { Present } from './settle.ts';

/** How far a long computation has come. */
export interface Progress {
  /** What is being done, in a planner's words. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** Draws of all options that one thread evaluates in one go. */
export interface DrawTask {
  /** First draw, and one beyond the last. */
  readonly from: number;
  readonly to: number;
  /** What days simulated with the stated values have shown of the screening; nothing when left out. */
  readonly fits?: ScreeningFits;
}

/** An option that one thread simulates in full with its stated values. */
export interface OptionTask {
  readonly option: string;
  /** What every option starts from; null for a corridor without markets. */
  readonly present: Present | null;
}

/** What simulated days have shown of the screening: of the corridor as it stands, and of each option. */
export interface ScreeningFits {
  readonly present: ScreeningFit;
  readonly options: Readonly<Record<string, ScreeningFit>>;
}

/** What the outside world lends the engine; `host` provides it in Node and in a browser. */
export interface Ports<Draws, Simulated> {
  /** Evaluates draws, on as many threads as there are; results come back in the order of the tasks. */
  readonly draws: (tasks: readonly DrawTask[], finished: () => void) => Promise<readonly Draws[]>;
  /** Simulates options in full, in the same way. */
  readonly options: (tasks: readonly OptionTask[], finished: () => void) => Promise<readonly Simulated[]>;
  /** The solver of linear programs, loaded when first asked for. */
  readonly lp: () => Promise<SolveLinearProgram>;
  readonly progress?: (progress: Progress) => void;
  /** Throws when the user has cancelled. */
  readonly signal?: { throwIfAborted(): void };
}
