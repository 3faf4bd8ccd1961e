import { type CaseFault, CaseFileError } from '@throughline/formats';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;

/** A JSON object. */
export interface JsonRecord {
  readonly [key: string]: Json;
}

/** One case: inputs and the results that a correct implementation must reproduce. */
export interface MethodsCase {
  readonly id: string;
  readonly topic: string;
  readonly inputs: JsonRecord;
  readonly expected: JsonRecord;
  readonly tolerance: JsonRecord;
}

/** Whether a value is a JSON object. */
export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a file of methods cases, `{ schema: 'reference-cases/1', cases: [{ id, topic, inputs, expected, tolerance }] }`.
 *
 * @param text - of the file
 * @throws CaseFileError with all faults at once
 */
export function parseMethodsCases(text: string): MethodsCase[] {
  let file: Json;
  try {
    file = JSON.parse(text) as Json;
  } catch (problem) {
    throw new CaseFileError([{ place: 'file', found: (problem as Error).message, expected: 'JSON' }]);
  }
  const cases = isRecord(file) ? file.cases : undefined;
  if (!Array.isArray(cases)) {
    throw new CaseFileError([{ place: 'cases', found: kindOf(cases), expected: 'a list of cases' }]);
  }
  const faults: CaseFault[] = [];
  const read = cases.map((entry: Json, index): MethodsCase => {
    const of = isRecord(entry) ? entry : {};
    const name = (key: 'id' | 'topic'): string => {
      const value = of[key];
      if (typeof value === 'string' && value !== '') return value;
      faults.push({ place: `cases[${index}].${key}`, found: kindOf(value), expected: 'a text' });
      return '';
    };
    const record = (key: 'inputs' | 'expected' | 'tolerance'): JsonRecord => {
      const value = of[key];
      if (isRecord(value)) return value;
      faults.push({ place: `cases[${index}].${key}`, found: kindOf(value), expected: 'an object' });
      return {};
    };
    const read = {
      id: name('id'),
      topic: name('topic'),
      inputs: record('inputs'),
      expected: record('expected'),
      tolerance: record('tolerance'),
    };
    for (const rule of rulesOf(read.tolerance)) {
      const known = isRecord(rule.value) && (isBound(rule.value.abs) || isBound(rule.value.rel));
      if (known || faults.some(({ place }) => place === `cases[${index}].tolerance`)) continue;
      const place = `cases[${index}].tolerance${rule.path}`;
      faults.push({ place, found: JSON.stringify(rule.value), expected: '`abs` or `rel`, 0 or more' });
    }
    return read;
  });
  if (faults.length > 0) throw new CaseFileError(faults);
  return read;
}

function rulesOf(tolerance: JsonRecord): { path: string; value: Json }[] {
  const fields = isRecord(tolerance.fields) ? Object.entries(tolerance.fields) : [];
  return [{ path: '', value: tolerance }, ...fields.map(([field, value]) => ({ path: `.fields.${field}`, value }))];
}

function isBound(value: Json | undefined): boolean {
  return typeof value === 'number' && value >= 0;
}

function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : JSON.stringify(value);
}
