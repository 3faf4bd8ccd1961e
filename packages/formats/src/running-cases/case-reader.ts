import { type CaseFault, CaseFileError } from './case-file-error.ts';
import { placeOfJsonFault } from './json-fault.ts';

/** Beyond so many faults a file is not read on. */
const MOST_FAULTS = 50;

/** Reads typed values out of parsed text and collects what does not fit. */
export class CaseReader {
  readonly #faults: CaseFault[] = [];

  fault(place: string, found: unknown, expected: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ place, found: shown(found), expected });
  }

  object(value: unknown, place: string): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.fault(place, value, 'an object');
    return {};
  }

  list(value: unknown, place: string): unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(place, value, 'a list');
    return [];
  }

  number(value: unknown, place: string, expected = 'a number'): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.fault(place, value, expected);
    return 0;
  }

  optional(value: unknown, place: string, otherwise: number): number {
    return value === undefined ? otherwise : this.number(value, place);
  }

  text(value: unknown, place: string, otherwise?: string): string {
    if (typeof value === 'string') return value;
    if (value === undefined && otherwise !== undefined) return otherwise;
    this.fault(place, value, 'a text');
    return '';
  }

  choice<Name extends string>(value: unknown, place: string, names: readonly Name[]): Name {
    const found = names.find((name) => name === value);
    if (found === undefined) this.fault(place, value, names.map((name) => `'${name}'`).join(' or '));
    return found ?? names[0]!;
  }

  pairs(value: unknown, place: string): [number, number][] {
    return this.list(value, place).map((pair, i) => {
      const entries = this.list(pair, `${place}[${i}]`);
      return [this.number(entries[0], `${place}[${i}][0]`), this.number(entries[1], `${place}[${i}][1]`)];
    });
  }

  throwIfAny(): void {
    if (this.#faults.length > 0) throw new CaseFileError(this.#faults);
  }
}

/** Parses JSON; text that is none is a fault with line and column. */
export function parseCaseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new CaseFileError([{ place: placeOfJsonFault(text), found, expected: 'JSON' }]);
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
