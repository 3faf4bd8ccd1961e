import { needFinite, needWhole } from '../numerics/ranges.ts';

/** A rate that holds up to a year, counted from the base year; the last band may go on for ever. */
export interface DiscountBand {
  /** Last year in which it holds, from 1. */
  readonly until: number;
  /** A year, above −1. */
  readonly rate: number;
}

/** A rate a year, or rates that decline with time as bands in rising order. */
export type DiscountRate = number | readonly DiscountBand[];

/**
 * Discount factors of the years from the base year on: flows stand at the end of their year, year 0 is not discounted.
 *
 * Source: textbook; bands as in HM Treasury, The Green Book, annex on discounting.
 *
 * @param rate - a year, above −1, or bands of rates
 * @param years - last year, from 0
 * @returns a factor for each year 0 … `years`
 * @throws RangeError of a rate of −100 % or less, of bands that do not rise or end too soon
 *
 * @example
 * ```ts
 * discountFactors(0.1, 2); // [1, 0.909091, 0.826446]
 * discountFactors([{ until: 1, rate: 0.035 }, { until: Infinity, rate: 0.03 }], 2); // [1, 0.966184, 0.938043]
 * ```
 */
export function discountFactors(rate: DiscountRate, years: number): number[] {
  needWhole(years, 0, 'last year');
  const bands = bandsOf(rate);
  const factors = [1];
  let band = 0;
  for (let year = 1; year <= years; year++) {
    while (band < bands.length && bands[band].until < year) band++;
    if (band === bands.length) throw new RangeError(`no discount rate is given for year ${year}`);
    factors.push(factors[year - 1] / (1 + bands[band].rate));
  }
  return factors;
}

function bandsOf(rate: DiscountRate): readonly DiscountBand[] {
  const bands = typeof rate === 'number' ? [{ until: Infinity, rate }] : rate;
  let before = 0;
  for (const band of bands) {
    if (!(band.until > before))
      throw new RangeError(`bands of discount rates must rise: ${band.until} after ${before}`);
    needDiscountRate(band.rate);
    before = band.until;
  }
  return bands;
}

/**
 * Throws a RangeError unless the number can be a discount rate: finite and above −100 %.
 *
 * @param rate - a year
 * @example
 * ```ts
 * needDiscountRate(0.09); // undefined
 * ```
 */
export function needDiscountRate(rate: number): void {
  if (!(rate > -1 && rate < Infinity))
    throw new RangeError(`discount rate is ${100 * rate} %, expected more than −100 %`);
}

/**
 * Present value of yearly flows at the base year.
 *
 * @param flows - one a year, money of constant prices
 * @param rate - a year, above −1, or bands of rates
 * @param first - year of the first flow: 0 leaves it undiscounted (this product's convention), 1 discounts it once, as
 *   the function `NPV` of spreadsheets does
 * @throws RangeError of a rate of −100 % or less, and of a flow that is no number
 *
 * @example
 * ```ts
 * presentValue([-100, 60, 60], 0.1); // 4.132231
 * presentValue([-10_000, 3000, 4200, 6800], 0.1, 1); // 1188.4434
 * ```
 */
export function presentValue(flows: readonly number[], rate: DiscountRate, first = 0): number {
  needWhole(first, 0, 'year of the first flow');
  for (const [index, flow] of flows.entries()) needFinite(flow, `flow of year ${first + index}`);
  const factors = discountFactors(rate, first + flows.length);
  return flows.reduce((sum, flow, index) => sum + flow * factors[first + index], 0);
}

/**
 * The social time preference rate by Ramsey's rule: `δ + L + μ g`.
 *
 * Source: F. P. Ramsey, A mathematical theory of saving, Economic Journal 38 (1928); HM Treasury, The Green Book.
 *
 * @param of - `timePreference` δ, `catastropheRisk` L, `marginalUtility` μ (elasticity), `growth` g of consumption a head;
 *   rates a year
 *
 * @example
 * ```ts
 * socialTimePreference({ timePreference: 0.005, catastropheRisk: 0.01, marginalUtility: 1, growth: 0.02 }); // 0.035
 * ```
 */
export function socialTimePreference(of: {
  readonly timePreference: number;
  readonly catastropheRisk: number;
  readonly marginalUtility: number;
  readonly growth: number;
}): number {
  return of.timePreference + of.catastropheRisk + of.marginalUtility * of.growth;
}
