import { InvalidRunError } from './invalid-input.ts';

/** A published formula for the resistance of a curve; see {@link curveResistance}. */
export type CurveResistanceFormula = 'roeckl-standard' | 'roeckl-metre' | 'china' | 'none';

/** The formulas by name, for lists and messages. */
export const CURVE_RESISTANCE_FORMULAS: readonly CurveResistanceFormula[] = [
  'roeckl-standard',
  'roeckl-metre',
  'china',
  'none',
];

/**
 * Specific resistance of a curve: force over weight, dimensionless (0.003 = 3 per mille, as a climb of 3 per mille).
 *
 * | formula | per mille, radius R in m | source |
 * | --- | --- | --- |
 * | `roeckl-standard` | 650 / (R − 55), below 300 m 500 / (R − 30) | Röckl; Wende, Fahrdynamik des Schienenverkehrs, 2003 |
 * | `roeckl-metre` | 400 / (R − 20) | Röckl for 1000 mm gauge; same |
 * | `china` | 600 / R | TB/T 1407, train traction calculation |
 * | `none` | 0 | |
 *
 * The formulas are rough (they jump by a third at 300 m) and ignore speed and cant.
 *
 * @param formula which formula
 * @param radius radius of the curve, m, above 50 (Röckl, metre gauge: above 25; china: above 0); `Infinity` is straight track
 * @returns resistance over weight, 0 and above
 * @throws InvalidRunError when the radius is outside the formula's range
 * @example
 * ```ts
 * curveResistance('roeckl-metre', 220); // 0.002
 * ```
 */
export function curveResistance(formula: CurveResistanceFormula, radius: number): number {
  const smallest = formula === 'roeckl-standard' ? 50 : formula === 'roeckl-metre' ? 25 : 0;
  if (!(radius > smallest)) {
    throw new InvalidRunError([
      { place: 'radius', found: String(radius), expected: `a radius above ${smallest} m for ${formula}` },
    ]);
  }
  if (formula === 'none' || radius === Number.POSITIVE_INFINITY) return 0;
  if (formula === 'china') return 0.6 / radius;
  if (formula === 'roeckl-metre') return 0.4 / (radius - 20);
  return radius < 300 ? 0.5 / (radius - 30) : 0.65 / (radius - 55);
}
