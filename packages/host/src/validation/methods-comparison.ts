import { isRecord, type Json, type JsonRecord, type MethodsCase } from './methods-file.ts';

/** One quantity of one case, expected and computed. */
export interface MethodsRow {
  readonly suite: string;
  readonly case: string;
  readonly quantity: string;
  /** As its name says it; empty for counts and names. */
  readonly unit: string;
  readonly expected: number | string;
  readonly actual: number | string;
  /** Largest difference allowed, in `unit`; 0 for names. */
  readonly tolerance: number;
  readonly ok: boolean;
}

/** A single value of nested results, with its path: `rates.mixed[0]`. */
export interface Leaf {
  readonly quantity: string;
  /** First name of the path, for which tolerances are stated. */
  readonly field: string;
  readonly value: number | string;
}

/**
 * The single values of nested results, in the order of the file.
 *
 * @param results - as in `expected`
 */
export function leavesOf(results: JsonRecord): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: Json, quantity: string, field: string): void => {
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) visit(entry, `${quantity}[${index}]`, field);
    } else if (isRecord(value)) {
      for (const [key, entry] of Object.entries(value)) {
        visit(entry, quantity === '' ? key : `${quantity}.${key}`, field || key);
      }
    } else leaves.push({ quantity, field, value: typeof value === 'number' ? value : String(value) });
  };
  visit(results, '', '');
  return leaves;
}

/**
 * Compares one expected value with what was computed.
 *
 * @param suite - name of the suite
 * @param of - the case, for its name and tolerance
 * @param expected - leaf of its results
 * @param actual - computed
 */
export function compared(suite: string, of: MethodsCase, expected: Leaf, actual: number | string): MethodsRow {
  const tolerance = toleranceOf(of.tolerance, expected);
  const ok =
    typeof expected.value === 'number' && typeof actual === 'number'
      ? expected.value === actual || Math.abs(actual - expected.value) <= tolerance
      : expected.value === actual;
  const { quantity, field, value } = expected;
  return { suite, case: of.id, quantity, unit: unitOf(field), expected: value, actual, tolerance, ok };
}

function toleranceOf(tolerance: JsonRecord, { field, value }: Leaf): number {
  if (typeof value !== 'number') return 0;
  const own = isRecord(tolerance.fields) ? tolerance.fields[field] : undefined;
  const rule = isRecord(own) ? own : tolerance;
  const absolute = typeof rule.abs === 'number' ? rule.abs : 0;
  const relative = typeof rule.rel === 'number' ? rule.rel * Math.abs(value) : 0;
  return Math.max(absolute, relative);
}

const units: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/_pct$/, '%'],
  [/_mtpa(_|$)/, 'Mt/a'],
  [/_per_day(_|$)/, '1/d'],
  [/_min$/, 'min'],
  [/_s$/, 's'],
  [/_h$/, 'h'],
  [/^tph(_|$)/, '1/h'],
];

function unitOf(field: string): string {
  return units.find(([ending]) => ending.test(field))?.[1] ?? '';
}
