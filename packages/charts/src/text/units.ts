/** A number in the unit it is shown in. */
export interface Shown {
  readonly value: number;
  readonly unit: string;
}

const intoShown: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  s: ['h', 1 / 3600],
  min: ['h', 1 / 60],
  m: ['km', 1 / 1000],
  'm/s': ['km/h', 3.6],
  kg: ['t', 1 / 1000],
  J: ['kWh', 1 / 3.6e6],
  MJ: ['kWh', 1 / 3.6],
  GJ: ['kWh', 1000 / 3.6],
  MWh: ['kWh', 1000],
  '1': ['%', 100],
};

/**
 * Brings a quantity into the unit of a chart: hours, kilometres, km/h, tonnes, kilowatt-hours, per cent.
 *
 * @param value - the number
 * @param unit - the unit it is in
 * @param wanted - the unit of the chart
 * @returns the number in the wanted unit
 * @throws RangeError when the two units are not of one kind
 *
 * @example
 * ```ts
 * inUnit(7200, 's', 'h') // => 2
 * ```
 */
export function inUnit(value: number, unit: string, wanted: string): number {
  if (unit === wanted) return value;
  const from = intoShown[unit] ?? [unit, 1];
  const to = intoShown[wanted] ?? [wanted, 1];
  if (from[0] !== to[0]) throw new RangeError(`A chart in ${wanted} cannot show ${unit}.`);
  return (value * from[1]) / to[1];
}

/**
 * A unit as a reader sees it: money with its scale apart (`7769 M USD`, not `7769 MUSD`), per mille by its sign.
 *
 * @param unit - as the assessment writes it
 *
 * @example
 * ```ts
 * unitText('bnVND/year') // => 'bn VND/year'
 * unitText('km') // => 'km'
 * ```
 */
export function unitText(unit: string): string {
  if (unit === 'permille') return '‰';
  return unit.replace(/^(k|M|bn|tn)([A-Z]{3})(?![A-Za-z])/, '$1\u00a0$2');
}
