import { decimal, digitsFor } from './numbers.ts';
import { inUnit, unitText } from './units.ts';

/** A number with its unit and, where it was drawn, its 10th and 90th percentile. */
export interface Ranged {
  readonly value: number;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
}

/**
 * Writes a quantity with its unit and its range: `41 h (27–63)`.
 * Durations below a day are hours and minutes, longer ones whole hours; tonnes, kilometres and kilowatt-hours get as
 * many digits as they are worth.
 *
 * @param quantity - in any unit an assessment uses; null becomes a dash
 *
 * @example
 * ```ts
 * quantityText({ value: 147600, unit: 's', low: 97200, high: 226800 }) // => '41 h (27–63)'
 * quantityText({ value: 28500, unit: 's' }) // => '7 h 55 min'
 * ```
 */
export function quantityText(quantity: Ranged | null | undefined): string {
  if (!quantity) return '–';
  const { value, unit } = quantity;
  switch (unit) {
    case 's':
    case 'min':
    case 'h':
      return durationText(quantity);
    case 'year':
    case 'a':
    case 'yr':
      return String(Math.round(value));
    case 'm':
      return Math.abs(value) >= 10_000 ? plain(quantity, 'km') : plain(quantity, 'm');
    case 'kg':
      return plain(quantity, 't');
    case 'J':
    case 'MJ':
    case 'GJ':
    case 'MWh':
    case 'kWh':
      return plain(quantity, Math.abs(inUnit(value, unit, 'kWh')) >= 10_000 ? 'MWh' : 'kWh');
    case 'm/s':
      return plain(quantity, 'km/h');
    case '1':
      return plain(quantity, '%');
    default:
      return plain(quantity, unit);
  }
}

/**
 * Writes a duration: `52 min`, `7 h 55 min`; with a range in one unit, as fine as it deserves: `41 h (27–63)`,
 * `9 h (4.5–18)`, `85 min (70–95)`.
 *
 * @param quantity - in s, min or h
 */
export function durationText(quantity: Ranged): string {
  const minutes = (value: number) => inUnit(value, quantity.unit, 'min');
  const value = minutes(quantity.value);
  const [low, high] = [minutes(quantity.low ?? quantity.value), minutes(quantity.high ?? quantity.value)];
  const isRange = high - low >= 1;
  if (!isRange) return value >= 48 * 60 ? `${decimal(Math.round(value / 60))}\u00a0h` : clock(value);
  const longest = Math.max(Math.abs(value), Math.abs(high));
  if (longest < 100)
    return `${decimal(Math.round(value))}\u00a0min (${decimal(Math.round(low))}–${decimal(Math.round(high))})`;
  const isFine = high - low < 4 * 60;
  const hours = (x: number) => decimal(x / 60, isFine || Math.abs(x) < 600 ? 1 : 0).replace(/\.0$/, '');
  return `${hours(value)}\u00a0h (${hours(low)}–${hours(high)})`;
}

function clock(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && whole > 0 ? '−' : '';
  if (whole === 0) return Math.abs(minutes) > 0 ? '< 1\u00a0min' : '0\u00a0min';
  if (whole < 100) return `${sign}${whole}\u00a0min`;
  const rest = whole % 60;
  return `${sign}${Math.floor(whole / 60)}\u00a0h${rest === 0 ? '' : ` ${rest}\u00a0min`}`;
}

function plain({ value, unit, low, high }: Ranged, wanted: string): string {
  const convert = (x: number) => inUnit(x, unit, wanted);
  const shown = convert(value);
  const digits = Math.min(digitsFor(shown), finest(wanted, shown));
  const range =
    low === undefined || high === undefined || convert(high) - convert(low) < 10 ** -digits
      ? ''
      : ` (${decimal(convert(low), digits)}${low < 0 ? ' to ' : '–'}${decimal(convert(high), digits)})`;
  const suffix = wanted === '' || wanted === '1' ? '' : `\u00a0${unitText(wanted)}`;
  return decimal(shown, digits) + suffix + range;
}

/** Decimals beyond which a unit says nothing to a reader. */
function finest(unit: string, shown: number): number {
  if (unit === '%') return Math.abs(shown) < 10 ? 1 : 0;
  return unit === 'm' || unit === 'km' || unit === 'km/h' || unit === 't' ? 1 : 4;
}
