import { jsonFault } from './json-fault.ts';

/** One way in which a DISPLIB file breaks the format. */
export interface DisplibFault {
  /** Where: line and column for text that is no JSON, otherwise the path of the value, e.g. `trains[3][4].successors[0]`. */
  readonly place: string;
  /** Why, in one sentence. */
  readonly reason: string;
}

/** All faults of one file. */
export class DisplibError extends Error {
  readonly faults: readonly DisplibFault[];

  constructor(faults: readonly DisplibFault[]) {
    super(faults.map((fault) => `${fault.place}: ${fault.reason}`).join('\n'));
    this.name = 'DisplibError';
    this.faults = faults;
  }
}

/** Beyond so many faults a file is not read on. */
const mostFaults = 50;

/** Collects faults and reads typed values out of parsed JSON. */
export class FaultCollector {
  readonly faults: DisplibFault[] = [];

  add(place: string, reason: string): void {
    if (this.faults.length < mostFaults) this.faults.push({ place, reason });
  }

  object(value: unknown, place: string): Record<string, unknown> | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.add(place, `expected an object, found ${shown(value)}`);
    return undefined;
  }

  list(value: unknown, place: string): unknown[] {
    if (Array.isArray(value)) return value;
    this.add(place, `expected a list, found ${shown(value)}`);
    return [];
  }

  integer(value: unknown, place: string, least: number, otherwise?: number): number {
    if (value === undefined && otherwise !== undefined) return otherwise;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    this.add(place, `expected an integer${least > -Infinity ? ` of at least ${least}` : ''}, found ${shown(value)}`);
    return otherwise ?? 0;
  }

  throwIfAny(): void {
    if (this.faults.length > 0) throw new DisplibError(this.faults);
  }
}

/** Parses JSON text; a fault names line and column. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const before = text.slice(0, jsonFault(text));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    throw new DisplibError([{ place: `line ${line}, column ${column}`, reason: `not JSON: ${message}` }]);
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
