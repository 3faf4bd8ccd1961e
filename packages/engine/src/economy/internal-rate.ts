import { expm1 } from '../numerics/elementary.ts';
import { type ExponentialTerm, exponentialSumRoots } from '../numerics/exponential-sum-roots.ts';
import { needFinite } from '../numerics/ranges.ts';

/**
 * Internal rates of return: one; several, all told, none of them better than another; or none, with the reason. Rates a
 * year, rising.
 */
export type InternalRate =
  | { readonly kind: 'one'; readonly rate: number }
  | { readonly kind: 'several'; readonly rates: readonly number[] }
  | { readonly kind: 'none'; readonly reason: 'no flow' | 'no sign change' | 'no rate makes the present value zero' };

/** ln(1 + r) of −99.9999 % and of 100,000,000 % a year, between which rates are looked for. */
const LOWEST = -13.815510557964274;
const HIGHEST = 13.815511557963774;

/**
 * Every rate at which the present value of yearly flows is zero.
 *
 * Source: textbook definition; all roots by {@link exponentialSumRoots}.
 *
 * @param flows - one a year
 * @returns the rates between −99.9999 % and 100,000,000 % a year
 * @throws RangeError of a flow that is no number
 *
 * @example
 * ```ts
 * internalRate([-100, 60, 60]); // { kind: 'one', rate: 0.130662 }
 * internalRate([-1600, 10_000, -10_000]); // { kind: 'several', rates: [0.25, 4] }
 * internalRate([100, 60, 60]); // { kind: 'none', reason: 'no sign change' }
 * ```
 */
export function internalRate(flows: readonly number[]): InternalRate {
  return internalRateOfTerms(flows.map((factor, rate) => ({ factor, rate })));
}

/**
 * Every rate at which flows at any time have a present value of zero.
 *
 * @param terms - flows as `factor`, each with its time in years as `rate`
 * @throws RangeError of a flow or time that is no number
 *
 * @example
 * ```ts
 * internalRateOfTerms([{ factor: -100, rate: 0 }, { factor: 121, rate: 2 }]); // { kind: 'one', rate: 0.1 }
 * ```
 */
export function internalRateOfTerms(terms: readonly ExponentialTerm[]): InternalRate {
  for (const { factor, rate } of terms) {
    needFinite(factor, `flow of year ${rate}`);
    needFinite(rate, 'time of a flow');
  }
  if (terms.every(({ factor }) => factor === 0)) return { kind: 'none', reason: 'no flow' };
  const oneSign = terms.every(({ factor }) => factor >= 0) || terms.every(({ factor }) => factor <= 0);
  if (oneSign) return { kind: 'none', reason: 'no sign change' };
  const rates = exponentialSumRoots(terms, LOWEST, HIGHEST).map(expm1);
  if (rates.length === 0) return { kind: 'none', reason: 'no rate makes the present value zero' };
  return rates.length === 1 ? { kind: 'one', rate: rates[0] } : { kind: 'several', rates };
}

/**
 * The internal rate in words: `8.7 %`, `25.0 % or 400.0 %`, `none (no sign change)`.
 *
 * @param rate - as {@link internalRate} returns it
 * @example
 * ```ts
 * internalRateInWords({ kind: 'several', rates: [0.25, 4] }); // '25.0 % or 400.0 %'
 * ```
 */
export function internalRateInWords(rate: InternalRate): string {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`.replace('-', '−');
  if (rate.kind === 'one') return percent(rate.rate);
  return rate.kind === 'several' ? rate.rates.map(percent).join(' or ') : `none (${rate.reason})`;
}
