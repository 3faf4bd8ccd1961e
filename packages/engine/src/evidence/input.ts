/** An input number as the corridor states it, in the unit it was written with. */
export interface Input {
  readonly path: string;
  readonly value: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Contradicting values by claim. */
  readonly claims: Readonly<Record<string, number>> | null;
  readonly believed: string | null;
  /** Why it is an estimate; null for cited numbers. */
  readonly estimate: string | null;
  readonly sources: readonly string[];
  readonly moves_with: string | null;
  readonly file: string;
  readonly line: number;
}
