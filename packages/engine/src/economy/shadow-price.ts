import { needAboveZero, needZeroOrMore } from '../numerics/ranges.ts';

/** Trade of a country over a year at border prices, and what is levied on it; one currency. */
export interface TradeTotals {
  /** Cost, insurance and freight to the border. */
  readonly imports: number;
  /** Free on board. */
  readonly exports: number;
  readonly importTaxes: number;
  readonly exportTaxes: number;
  readonly exportSubsidies: number;
}

/**
 * The shadow exchange rate factor `((M + T_m) + (X − T_x + S_x)) / (M + X)` and its inverse, the standard conversion
 * factor.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (1997), appendix 16; ADB, ERD Technical Note 11 (2004).
 *
 * @param of - trade and taxes of a year, 0 or more
 * @throws RangeError of a negative amount, and without trade
 *
 * @example
 * ```ts
 * shadowExchangeRate({ imports: 300, exports: 250, importTaxes: 30, exportTaxes: 5, exportSubsidies: 2 }).factor; // 1.049091
 * ```
 */
export function shadowExchangeRate(of: TradeTotals): { readonly factor: number; readonly standardConversion: number } {
  for (const [name, value] of Object.entries(of)) needZeroOrMore(value, name);
  needAboveZero(of.imports + of.exports, 'trade');
  const domestic = of.imports + of.importTaxes + of.exports - of.exportTaxes + of.exportSubsidies;
  const factor = domestic / (of.imports + of.exports);
  return { factor, standardConversion: 1 / factor };
}

/** An amount by what it is paid for: traded over borders, or not. Costs are negative. */
export interface TradedAmounts {
  readonly traded: number;
  readonly nonTraded: number;
}

/**
 * The economic worth of amounts in one of the two numeraires. `domestic`: traded amounts times the shadow exchange rate
 * factor, the others as they are; `world`: the others times the standard conversion factor, traded ones as they are. The
 * second is the first times the standard conversion factor, so both give the same internal rate.
 *
 * Source: as {@link shadowExchangeRate}.
 *
 * @param amounts - traded and not, costs negative
 * @param shadowFactor - shadow exchange rate factor, above 0
 * @param numeraire - the prices in which the result is counted
 *
 * @example
 * ```ts
 * economicValue({ traded: 70, nonTraded: -40 }, 1.25, 'domestic'); // 47.5
 * economicValue({ traded: 70, nonTraded: -40 }, 1.25, 'world'); // 38
 * ```
 */
export function economicValue(amounts: TradedAmounts, shadowFactor: number, numeraire: 'domestic' | 'world'): number {
  needAboveZero(shadowFactor, 'shadow exchange rate factor');
  const domestic = amounts.traded * shadowFactor + amounts.nonTraded;
  return numeraire === 'domestic' ? domestic : domestic / shadowFactor;
}

/** How a financial cost is made up, as parts that add up to 1, and the factor of each part. */
export interface CostPart {
  readonly part: number;
  /** Economic over financial price: 0 for taxes, the wage factor for labour, the shadow rate factor for traded goods. */
  readonly factor: number;
}

/**
 * The conversion factor of a cost from those of its parts.
 *
 * Source: as {@link shadowExchangeRate}, section on conversion factors.
 *
 * @param parts - their parts add up to 1
 * @throws RangeError when they do not
 *
 * @example
 * ```ts
 * conversionFactor([{ part: 0.6, factor: 1 }, { part: 0.3, factor: 0.8 }, { part: 0.1, factor: 0 }]); // 0.84
 * ```
 */
export function conversionFactor(parts: readonly CostPart[]): number {
  const whole = parts.reduce((sum, { part }) => sum + part, 0);
  if (!(Math.abs(whole - 1) <= 1e-9)) throw new RangeError(`parts of the cost add up to ${whole}, expected 1`);
  return parts.reduce((sum, { part, factor }) => sum + part * factor, 0);
}
