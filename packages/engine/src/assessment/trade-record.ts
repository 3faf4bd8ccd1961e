import type { Model } from '../corridor/index.ts';
import { secondsPerYear } from '../demand/index.ts';
import type { Series } from './assessment.ts';
import { series } from './figures.ts';

/**
 * What customs services and ministries count, year by year, beside each other.
 *
 * @param model - the corridor with its stated values
 * @param restsOn - key of its trace
 * @returns reporter, what is counted, year, months and amount; null where no series is stated
 * @example
 * ```ts
 * tradeSeries(model, 'trade')?.columns.map(({ name }) => name);
 * ```
 */
export function tradeSeries(model: Model, restsOn: string): Series | null {
  const rows = Object.values(model.trade_series).flatMap(({ name, reporter, kind, commodity, years }) =>
    Object.values(years).map(({ year, amount, months }) => ({ name, reporter, kind, commodity, year, amount, months })),
  );
  if (rows.length === 0) return null;
  return series(
    [
      ['reporter', null, rows.map(({ reporter }) => model.countries[reporter].name)],
      ['kind', null, rows.map(({ kind }) => kind)],
      ['name', null, rows.map(({ name }) => name)],
      [
        'goods',
        null,
        rows.map(({ commodity }) => (commodity === undefined ? null : model.commodities[commodity].name)),
      ],
      ['year', 'year', rows.map(({ year }) => year)],
      ['months', 'months', rows.map(({ months }) => months ?? 12)],
      ['amount', 'bn/year', rows.map(({ amount }) => (amount * secondsPerYear) / 1e9)],
    ],
    restsOn,
  );
}
