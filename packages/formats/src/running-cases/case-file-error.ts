/** One way in which a file of running cases breaks its format. */
export interface CaseFault {
  /** Path of the value, e.g. `cases[2].train.massKg`, or line and column for text that cannot be read at all. */
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** All faults of one file of running cases. */
export class CaseFileError extends Error {
  readonly faults: readonly CaseFault[];

  constructor(faults: readonly CaseFault[]) {
    super(faults.map(({ place, found, expected }) => `${place}: found ${found}, expected ${expected}`).join('\n'));
    this.name = 'CaseFileError';
    this.faults = faults;
  }
}
