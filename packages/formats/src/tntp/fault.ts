/** One way in which a TNTP file breaks the format. */
export interface TntpFault {
  /** Line of the file, from 1. */
  readonly line: number;
  /** What was found and what was expected. */
  readonly reason: string;
}

/** All faults of one file. */
export class TntpError extends Error {
  readonly faults: readonly TntpFault[];

  constructor(faults: readonly TntpFault[]) {
    super(faults.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n'));
    this.name = 'TntpError';
    this.faults = faults;
  }
}

/** Beyond so many faults the rest is not told. */
const mostFaults = 20;

/** Gathers faults, so that a file is answered with all of them. */
export class TntpFaults {
  readonly #faults: TntpFault[] = [];

  add(line: number, reason: string): void {
    if (this.#faults.length < mostFaults) this.#faults.push({ line, reason });
  }

  throwIfAny(): void {
    if (this.#faults.length > 0) throw new TntpError([...this.#faults].sort((a, b) => a.line - b.line));
  }

  /** A number in a field; a fault and `NaN` when it is none or outside its bounds. */
  number(text: string | undefined, line: number, what: string, least: number): number {
    const value = text === undefined || text === '' ? Number.NaN : Number(text);
    if (value >= least && value < Infinity) return value;
    const expected = Number.isFinite(least) ? `a number from ${least}` : 'a number';
    this.add(line, `${what} is ${text === undefined || text === '' ? 'missing' : shown(text)}, expected ${expected}`);
    return Number.NaN;
  }

  /** A whole number in a field, from 1. */
  id(text: string | undefined, line: number, what: string, most: number): number {
    const value = text === undefined || text === '' ? Number.NaN : Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    const found = text === undefined || text === '' ? 'missing' : shown(text);
    this.add(line, `${what} is ${found}, expected 1 to ${most}`);
    return Number.NaN;
  }
}

function shown(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
