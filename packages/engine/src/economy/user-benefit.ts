import { exp, log, log1p, pow } from '../numerics/elementary.ts';
import { needAboveZero, needFinite, needZeroOrMore } from '../numerics/ranges.ts';

/** Use of one way of travelling or sending before and after: trips or tonnes a year, and generalised cost of each. */
export interface Use {
  readonly before: { readonly volume: number; readonly cost: number };
  readonly after: { readonly volume: number; readonly cost: number };
}

/** What users gain, and who of them. */
export interface UserBenefit {
  readonly total: number;
  /** Of those who use it before and after. */
  readonly existing: number;
  /** Of those who are won or lost. */
  readonly changed: number;
}

/**
 * Users' benefit by the rule of half: `½ (T0 + T1)(C0 − C1)`. Exact for a straight demand curve; for a large change of
 * cost on a convex one it overstates.
 *
 * Source: DfT, TAG unit A1.3; World Bank, Transport Note TRN-11.
 *
 * @param use - volume and generalised cost, before and after
 * @throws RangeError of a negative volume and of a cost that is no number
 *
 * @example
 * ```ts
 * ruleOfHalf({ before: { volume: 1000, cost: 10 }, after: { volume: 1200, cost: 8 } }); // { total: 2200, existing: 2000, changed: 200 }
 * ```
 */
export function ruleOfHalf({ before, after }: Use): UserBenefit {
  needUse({ before, after });
  const saving = before.cost - after.cost;
  const existing = Math.min(before.volume, after.volume) * saving;
  const changed = 0.5 * Math.abs(after.volume - before.volume) * saving;
  return { total: existing + changed, existing, changed };
}

function needUse({ before, after }: Use): void {
  needZeroOrMore(before.volume, 'volume before');
  needZeroOrMore(after.volume, 'volume after');
  needFinite(before.cost, 'generalised cost before');
  needFinite(after.cost, 'generalised cost after');
}

/**
 * Users' benefit under the demand curve through both points, integrated in closed form. `exponential`: volume falls by the
 * same part with every unit of cost, `(T1 − T0)(C0 − C1) / ln(T1 / T0)`; `constant elasticity`: by the same part with
 * every per cent of cost.
 *
 * Source: J. Nellthorp and G. Hyman, Alternatives to the rule of a half in matrix-based appraisal, ETC (2001).
 *
 * @param use - volume above 0 and generalised cost, before and after; costs above 0 for a constant elasticity
 * @param shape - of the demand curve
 * @throws RangeError of a volume of 0, and of a cost of 0 under a constant elasticity
 *
 * @example
 * ```ts
 * const use = { before: { volume: 1000, cost: 10 }, after: { volume: 5000, cost: 2 } };
 * integratedBenefit(use, 'constant elasticity').total; // 16094.379
 * ruleOfHalf(use).total; // 24000
 * ```
 */
export function integratedBenefit(use: Use, shape: 'exponential' | 'constant elasticity'): UserBenefit {
  needUse(use);
  const { before, after } = use;
  needAboveZero(before.volume, 'volume before');
  needAboveZero(after.volume, 'volume after');
  const saving = before.cost - after.cost;
  const existing = Math.min(before.volume, after.volume) * saving;
  const total = shape === 'exponential' ? logMean(before.volume, after.volume) * saving : underElasticity(use);
  return { total, existing, changed: total - existing };
}

/** The logarithmic mean `(b − a) / ln(b / a)`. */
function logMean(a: number, b: number): number {
  const part = (b - a) / a;
  return Math.abs(part) < 1e-6 ? a * (1 + part / 2 - (part * part) / 12) : (b - a) / log1p(part);
}

function underElasticity({ before, after }: Use): number {
  needAboveZero(before.cost, 'generalised cost before');
  needAboveZero(after.cost, 'generalised cost after');
  const ratio = log(before.cost / after.cost);
  if (ratio === 0) return 0;
  const elasticity = log(after.volume / before.volume) / ratio;
  // ∫ T0 (C0/c)^e dc from C1 to C0, with its limit at e = 1.
  const power = 1 - elasticity;
  if (Math.abs(power * ratio) < 1e-8) return before.volume * before.cost * ratio;
  return (before.volume * before.cost * (1 - pow(after.cost / before.cost, power))) / power;
}

/**
 * Users' benefit under any demand curve, integrated numerically.
 *
 * Source: adaptive Simpson's rule; W. Gander and W. Gautschi, Adaptive quadrature revisited, BIT 40 (2000).
 *
 * @param volumeAt - volume at a generalised cost, continuous
 * @param costs - `before` and `after`
 * @param tolerance - relative to the result
 * @throws RangeError when the volume is no number somewhere
 *
 * @example
 * ```ts
 * benefitUnderCurve((cost) => 10_000 / cost, { before: 10, after: 2 }); // 16094.379
 * ```
 */
export function benefitUnderCurve(
  volumeAt: (cost: number) => number,
  costs: { readonly before: number; readonly after: number },
  tolerance = 1e-10,
): number {
  const at = (cost: number) => {
    const volume = volumeAt(cost);
    needFinite(volume, `volume at a cost of ${cost}`);
    return volume;
  };
  const { before, after } = costs;
  const piece = (
    a: number,
    fa: number,
    b: number,
    fb: number,
    m: number,
    fm: number,
    whole: number,
    depth: number,
  ): number => {
    const [left, right] = [0.5 * (a + m), 0.5 * (m + b)];
    const [fl, fr] = [at(left), at(right)];
    const first = ((m - a) / 6) * (fa + 4 * fl + fm);
    const second = ((b - m) / 6) * (fm + 4 * fr + fb);
    const error = first + second - whole;
    if (depth === 0 || Math.abs(error) <= 15 * tolerance * Math.abs(first + second)) return first + second + error / 15;
    return piece(a, fa, m, fm, left, fl, first, depth - 1) + piece(m, fm, b, fb, right, fr, second, depth - 1);
  };
  const middle = 0.5 * (after + before);
  const [fa, fm, fb] = [at(after), at(middle), at(before)];
  return piece(after, fa, before, fb, middle, fm, ((before - after) / 6) * (fa + 4 * fm + fb), 24);
}

/**
 * Users' benefit of a change of the alternatives of a logit choice: `(1/λ) ln(Σ e^V1 / Σ e^V0)` for each who chooses. It
 * holds for changes of any size and for alternatives that are new.
 *
 * Source: K. Small and H. Rosen, Applied welfare economics with discrete choice models, Econometrica 49 (1981).
 *
 * @param of - `before` and `after`: utilities of the alternatives; `costWeight` λ: utility of a unit of money, above 0
 * @returns money for each who chooses
 * @throws RangeError without alternatives, and of a weight of 0 or less
 *
 * @example
 * ```ts
 * logsumBenefit({ before: [-2], after: [-1], costWeight: 0.5 }); // 2
 * ```
 */
export function logsumBenefit(of: {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly costWeight: number;
}): number {
  needAboveZero(of.costWeight, 'utility of a unit of money');
  return (logsum(of.after) - logsum(of.before)) / of.costWeight;
}

/**
 * The logsum of utilities, `ln Σ e^V`, without overflow.
 *
 * @param utilities - of the alternatives, at least one
 * @throws RangeError without alternatives
 *
 * @example
 * ```ts
 * logsum([0, 0]); // 0.693147
 * ```
 */
export function logsum(utilities: readonly number[]): number {
  const most = Math.max(...utilities);
  if (!Number.isFinite(most)) throw new RangeError('there is no alternative with a utility');
  return most + log(utilities.reduce((sum, utility) => sum + exp(utility - most), 0));
}
