import { expm1, log1p } from '../numerics/elementary.ts';
import { needFinite, needWhole } from '../numerics/ranges.ts';

/**
 * The level payment that repays a principal with interest: `P i / (1 − (1 + i)^−n)`.
 *
 * Source: textbook; `PMT` of spreadsheets with the sign turned.
 *
 * @param of - `principal`, `rate` of a period (above −1), `periods` from 1
 * @returns payment at the end of every period
 * @throws RangeError of a rate of −100 % or less, and of periods that are not whole
 *
 * @example
 * ```ts
 * annuityPayment({ principal: 15_000, rate: 0.08 / 12, periods: 60 }); // 304.145914
 * ```
 */
export function annuityPayment(of: {
  readonly principal: number;
  readonly rate: number;
  readonly periods: number;
}): number {
  needFinite(of.principal, 'principal');
  return of.principal / annuityFactor(of.rate, of.periods);
}

/**
 * Present value of 1 at the end of every period: `(1 − (1 + i)^−n) / i`.
 *
 * @param rate - of a period, above −1
 * @param periods - from 1
 * @throws RangeError of a rate of −100 % or less, and of periods that are not whole
 *
 * @example
 * ```ts
 * annuityFactor(0.08, 25); // 10.674776
 * ```
 */
export function annuityFactor(rate: number, periods: number): number {
  needWhole(periods, 1, 'number of payments');
  if (!(rate > -1 && rate < Infinity)) throw new RangeError(`rate is ${100 * rate} %, expected more than −100 %`);
  // 1 − (1 + i)^−n loses its digits at small rates.
  return rate === 0 ? periods : -expm1(-periods * log1p(rate)) / rate;
}

/**
 * Present value of payments at the end of every period, the first of 1, each larger than the one before by `growth`:
 * `(1 − ((1 + g)/(1 + i))^n) / (i − g)`.
 *
 * @param rate - of a period, above −1
 * @param growth - of a period, above −1
 * @param periods - from 1
 * @throws RangeError of a rate or growth of −100 % or less
 *
 * @example
 * ```ts
 * growingAnnuityFactor(0.08, 0, 25); // 10.674776
 * growingAnnuityFactor(0.05, 0.05, 10); // 9.52381
 * ```
 */
export function growingAnnuityFactor(rate: number, growth: number, periods: number): number {
  if (!(growth > -1 && growth < Infinity))
    throw new RangeError(`growth is ${100 * growth} %, expected more than −100 %`);
  // As an annuity at the rate that growth leaves over.
  return annuityFactor((1 + rate) / (1 + growth) - 1, periods) / (1 + growth);
}

/**
 * Yearly payment for being available that recovers a capital cost at a target return.
 *
 * Source: annuity, or growing annuity where payments are indexed.
 *
 * @param of - `capital` at completion, `rateOfReturn` a year, `years` of the contract, `indexation` a year
 * @returns payment at the end of the first year; the following ones grow by the indexation
 * @throws RangeError as {@link annuityFactor}
 *
 * @example
 * ```ts
 * availabilityPayment({ capital: 500, rateOfReturn: 0.08, years: 25 }); // 46.83939
 * availabilityPayment({ capital: 500, rateOfReturn: 0.08, years: 25, indexation: 0.02 }); // 39.450733
 * ```
 */
export function availabilityPayment(of: {
  readonly capital: number;
  readonly rateOfReturn: number;
  readonly years: number;
  readonly indexation?: number;
}): number {
  return of.capital / growingAnnuityFactor(of.rateOfReturn, of.indexation ?? 0, of.years);
}
