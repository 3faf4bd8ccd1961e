import { pow } from '../numerics/elementary.ts';
import { needDiscountRate, presentValue } from './discounting.ts';

/**
 * The modified internal rate of return: outlays are discounted at the rate at which money is borrowed, returns grow at
 * the rate at which they are invested again; there is never more than one.
 *
 * Source: definition of `MIRR` of spreadsheets.
 *
 * @param of - `flows` one a year, `financeRate` and `reinvestRate` a year, above −1
 * @returns rate a year
 * @throws RangeError without an outlay or without a return
 *
 * @example
 * ```ts
 * modifiedInternalRate({ flows: [-100, 0, 121], financeRate: 0.08, reinvestRate: 0.05 }); // 0.1
 * ```
 */
export function modifiedInternalRate(of: {
  readonly flows: readonly number[];
  readonly financeRate: number;
  readonly reinvestRate: number;
}): number {
  needDiscountRate(of.reinvestRate);
  const years = of.flows.length - 1;
  const outlays = presentValue(
    of.flows.map((flow) => Math.min(flow, 0)),
    of.financeRate,
  );
  const returns = presentValue(
    of.flows.map((flow) => Math.max(flow, 0)),
    of.reinvestRate,
  );
  if (outlays === 0 || returns === 0) throw new RangeError('flows do not change sign, so there is no modified rate');
  return pow((returns * pow(1 + of.reinvestRate, years)) / -outlays, 1 / years) - 1;
}
