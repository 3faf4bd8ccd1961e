import { isRecord, type Json, type JsonRecord } from './methods-file.ts';

/** Thrown when inputs do not have the shape that an evaluator needs; the case is then skipped by name. */
export class OtherShape extends Error {
  override readonly name = 'OtherShape';
}

/** Finds the text of a file that a case names as its input, by its path below the reference data. */
export type TextOf = (path: string) => string | undefined;

/** Thrown when a file that a case names is not there; the case is then skipped by name. */
export class AbsentText extends Error {
  override readonly name = 'AbsentText';
}

/** The inputs of a case, read by name; every name that is read counts as understood. */
export class MethodsInputs {
  readonly #inputs: JsonRecord;
  readonly #read = new Set<string>(['note', 'notes']);

  readonly #textOf: TextOf;

  constructor(inputs: JsonRecord, textOf: TextOf = () => undefined) {
    this.#inputs = inputs;
    this.#textOf = textOf;
  }

  has(name: string): boolean {
    return this.#inputs[name] !== undefined;
  }

  get names(): readonly string[] {
    return Object.keys(this.#inputs);
  }

  /** @throws OtherShape when it is not there */
  any(name: string): Json {
    const value = this.#inputs[name];
    if (value === undefined) throw new OtherShape(`no input ${name}`);
    this.#read.add(name);
    return value;
  }

  number(name: string, otherwise?: number): number {
    if (otherwise !== undefined && !this.has(name)) return otherwise;
    return numberOf(this.any(name), name);
  }

  numbers(name: string): number[] {
    return numbersOf(this.any(name), name);
  }

  record(name: string): JsonRecord {
    const value = this.any(name);
    if (!isRecord(value)) throw new OtherShape(`input ${name} is no object`);
    return value;
  }

  list(name: string): readonly Json[] {
    const value = this.any(name);
    if (!Array.isArray(value)) throw new OtherShape(`input ${name} is no list`);
    return value;
  }

  /**
   * The text of the file that an input names.
   *
   * @throws AbsentText when it is not there
   */
  text(name: string): string {
    const path = this.any(name);
    if (typeof path !== 'string') throw new OtherShape(`input ${name} is no path of a file`);
    const text = this.#textOf(path);
    if (text === undefined) throw new AbsentText(`needs the file ${path}`);
    return text;
  }

  /** @throws OtherShape when an input was not read: a result that leaves out an input would be another question's */
  needAllRead(): void {
    const left = this.names.filter((name) => !this.#read.has(name));
    if (left.length > 0) throw new OtherShape(`input ${left.join(', ')} is not understood`);
  }
}

/** @throws OtherShape when it is no number */
export function numberOf(value: Json | undefined, name: string): number {
  if (typeof value !== 'number') throw new OtherShape(`input ${name} is no number`);
  return value;
}

/** @throws OtherShape when it is no list of numbers */
export function numbersOf(value: Json | undefined, name: string): number[] {
  if (!Array.isArray(value)) throw new OtherShape(`input ${name} is no list`);
  return value.map((entry: Json) => numberOf(entry, name));
}

/** How cases are evaluated whose inputs have all of the names. */
export type MethodsShape = readonly [
  names: readonly string[],
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
];
