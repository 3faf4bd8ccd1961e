import { pow } from '../numerics/elementary.ts';
import { needDiscountRate } from './discounting.ts';
import { type InternalRate, internalRateOfTerms } from './internal-rate.ts';

/** A flow of money on a day. */
export interface DatedFlow {
  /** ISO date, `2008-10-30`. */
  readonly date: string;
  readonly amount: number;
}

/**
 * Days from 1 January 1970 to a date of the Gregorian calendar.
 *
 * Source: H. Hinnant, chrono-compatible low-level date algorithms (2021), days_from_civil.
 *
 * @param date - ISO date
 * @throws RangeError of a text that is no date
 *
 * @example
 * ```ts
 * dayNumber('2008-01-01'); // 13879
 * ```
 */
export function dayNumber(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? [];
  if (year === undefined || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw new RangeError(`date is ${date}, expected one such as 2025-12-19`);
  }
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Present value, at the day of the first flow, of flows on days; a year has 365 days (actual/365), as in the function
 * `XNPV` of spreadsheets.
 *
 * @param flows - the first sets the day of reference; the others may come in any order
 * @param rate - a year, above −1
 * @throws RangeError of no flow, of a text that is no date, and of a rate of −100 % or less
 *
 * @example
 * ```ts
 * datedPresentValue([{ date: '2025-01-01', amount: -100 }, { date: '2026-01-01', amount: 110 }], 0.1); // 0
 * ```
 */
export function datedPresentValue(flows: readonly DatedFlow[], rate: number): number {
  needDiscountRate(rate);
  return yearsOf(flows).reduce((sum, { factor, rate: years }) => sum + factor * pow(1 + rate, -years), 0);
}

/**
 * Every rate a year at which the present value of flows on days is zero; actual/365, as in `XIRR` of spreadsheets.
 *
 * @param flows - in any order
 * @throws RangeError of no flow and of a text that is no date
 *
 * @example
 * ```ts
 * datedInternalRate([{ date: '2025-01-01', amount: -100 }, { date: '2026-01-01', amount: 110 }]); // { kind: 'one', rate: 0.1 }
 * ```
 */
export function datedInternalRate(flows: readonly DatedFlow[]): InternalRate {
  return internalRateOfTerms(yearsOf(flows));
}

function yearsOf(flows: readonly DatedFlow[]): { factor: number; rate: number }[] {
  if (flows.length === 0) throw new RangeError('there is no flow');
  const start = dayNumber(flows[0].date);
  return flows.map(({ date, amount }) => ({ factor: amount, rate: (dayNumber(date) - start) / 365 }));
}
