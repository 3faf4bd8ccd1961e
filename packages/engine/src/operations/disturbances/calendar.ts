/** First day of each month in a year of 365 days, and one beyond the last. */
const MONTHS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days of the year that a simulated year has. */
export const YEAR_DAYS = 365;

/**
 * Day of the year of a date without a year; 29 February is taken as 1 March.
 *
 * @param monthDay - `MM-DD`
 * @returns 0 for 1 January, 364 for 31 December
 * @example
 * ```ts
 * dayOfYear('02-01'); // 31
 * ```
 */
export function dayOfYear(monthDay: string): number {
  const [month, day] = monthDay.split('-').map(Number) as [number, number];
  return MONTHS[month - 1]! + day - 1;
}

/**
 * Whether a day lies in a season of whole months, which may reach over the turn of the year.
 *
 * @param day - days since 1 January of the first year
 * @param first - first month, 1 to 12
 * @param last - last month, 1 to 12
 * @example
 * ```ts
 * inSeason(200, 6, 10); // true: 20 July
 * ```
 */
export function inSeason(day: number, first: number, last: number): boolean {
  const date = ((day % YEAR_DAYS) + YEAR_DAYS) % YEAR_DAYS;
  const [from, to] = [MONTHS[first - 1]!, MONTHS[last]!];
  return from < to ? date >= from && date < to : date >= from || date < to;
}
