import type { QuantityAttribute } from './attributes.ts';
import type { ReadContext } from './read-context.ts';
import { describe, type Node, type ScalarNode } from './tree.ts';
import { currencyOf, describeDimension, parseUnit, sameDimension, type Unit } from './units.ts';

const numberWithUnit = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)\s*(.*)$/u;

/** A number with its unit as read: the value in SI base units, and the unit as written. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
  readonly factor: number;
  readonly dimension: Unit['dimension'];
}

/** Rounding of units must not turn the smallest and largest number allowed into impossible ones. */
const tolerance = 1e-12;

/**
 * A value in SI units as it reads in a written unit.
 *
 * @param value - the value, in SI units
 * @param unit - the unit as written, and SI units in one of it
 * @returns number and unit, to six significant digits
 * @example
 * ```ts
 * inUnit(20, { factor: 1 / 3.6, unit: 'km/h' }); // '72 km/h'
 * ```
 */
export function inUnit(value: number, { factor, unit }: Pick<Measured, 'factor' | 'unit'>): string {
  return `${Number((value / factor).toPrecision(6))}${unit ? ` ${unit}` : ''}`;
}

/**
 * Whether a value in SI units lies within the bounds of an attribute.
 *
 * @param value - the value, in SI units
 * @param bounds - smallest and largest value, in SI units
 * @returns true within the bounds, and off them by no more than rounding
 * @example
 * ```ts
 * isPossible(120, { min: 0, max: 100 }); // false
 * ```
 */
export function isPossible(value: number, { min, max }: Pick<QuantityAttribute, 'min' | 'max'>): boolean {
  return value >= min - tolerance * Math.abs(min) && value <= max + tolerance * Math.abs(max);
}

/**
 * The bounds of an attribute in a written unit, for messages.
 *
 * @param bounds - smallest and largest value, in SI units
 * @param unit - the unit as written, and SI units in one of it
 * @returns the bounds as a planner reads them
 * @example
 * ```ts
 * boundsInWords({ min: 0, max: 100 }, { factor: 1 / 3.6, unit: 'km/h' }); // 'between 0 km/h and 360 km/h'
 * ```
 */
export function boundsInWords(
  { min, max }: Pick<QuantityAttribute, 'min' | 'max'>,
  unit: Pick<Measured, 'factor' | 'unit'>,
) {
  return max >= Number.MAX_VALUE
    ? `at least ${inUnit(min, unit)}`
    : `between ${inUnit(min, unit)} and ${inUnit(max, unit)}`;
}

/**
 * Reads `70 km/h` into SI units and checks dimension and range.
 *
 * @param node - the number as written
 * @param attribute - the SI unit that gives the dimension, and the range
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @returns the number, or undefined after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'scalar', at: { file: 'network.yaml', line: 1, column: 1 }, value: '72 t', text: '72 t' };
 * const context = new ReadContext(new Diagnostics());
 * readNumber(node, { si: 'kg', min: 0, max: 1e9 }, 'vehicles.hopper.mass', context).value; // 72_000
 * ```
 */
export function readNumber(
  node: Node,
  { si, min, max }: Pick<QuantityAttribute, 'si' | 'min' | 'max'>,
  path: string,
  context: ReadContext,
): Measured | undefined {
  const fail = (message: string, expected = describeDimension(si)) => {
    context.diagnostics.error(path, node.at, message, { found: describe(node), expected });
    return undefined;
  };
  if (node.kind !== 'scalar') return fail('This should be a number with a unit.');
  if (node.value === null) return fail('A value is due here.');
  const match = numberWithUnit.exec(scalarText(node).normalize('NFC'));
  const digits = match?.[1].replaceAll(',', '') ?? '';
  if (!match || !/\d/.test(digits)) return fail('This is not a number with a unit.');
  const number = Number(digits);
  if (!Number.isFinite(number)) return fail('This number is too large to calculate with.');
  const unitText = match[2].trim();
  const unit = unitText === '' ? parseUnit('1') : parseUnit(unitText);
  if (!unit) return fail(`\`${unitText}\` is not a unit Throughline knows.`);
  const expected = parseUnit(si) as Unit;
  if (!sameDimension(unit.dimension, expected.dimension)) {
    return fail(unitText === '' ? 'The unit is missing.' : `\`${unitText}\` is not a unit of what is expected here.`);
  }
  const value = number * unit.factor;
  if (!Number.isFinite(value)) return fail('This number is too large to calculate with.');
  const measured = { value, unit: unitText, factor: unit.factor, dimension: unit.dimension };
  if (!isPossible(value, { min, max }))
    return fail('This number is outside what is possible.', boundsInWords({ min, max }, measured));
  if (currencyOf(unit.dimension)) context.sawMoney();
  return measured;
}

function scalarText(node: ScalarNode): string {
  return typeof node.value === 'string' ? node.value.trim() : node.text.trim();
}
