import { decimal } from '@throughline/charts';
import type { DemandRecord, Figure } from '@throughline/engine';

/** A number of millions with its range and unit: `1.01 Mt (0.72–1.4)`; `none` where it rounds to nothing throughout. */
export function millions({ value, low, high }: Figure, unit: string): string {
  if (Math.max(Math.abs(value), Math.abs(high ?? 0)) < 0.005) return 'none';
  const digits = Math.abs(value) < 1 ? 2 : 1;
  const range = low === undefined || high === undefined ? '' : ` (${decimal(low, digits)}–${decimal(high, digits)})`;
  return `${decimal(value, digits)}\u00a0${unit}${range}`;
}

/** A share with its range, fine enough for one in a hundred thousand; `none` where it rounds to nothing throughout. */
export function share({ value, low, high }: Figure): string {
  if (Math.max(value, high ?? 0) < 5e-6) return 'none';
  const text = (part: number) => decimal(100 * part, 100 * part < 0.995 ? 3 : 1);
  const range = low === undefined || high === undefined ? '' : ` (${text(low)}–${text(high)})`;
  return `${text(value)}\u00a0%${range}`;
}

/** What one of the things that would have to be true comes to, in words. */
export function neededText({ tariff, border, growth }: DemandRecord['forecasts'][number]['needed']): string[] {
  const hours = border === null ? null : border.value / 3600;
  return [
    tariff === null
      ? 'not even free of charge'
      : `tariffs at ${decimal(100 * tariff.value)}\u00a0% of those reckoned with`,
    hours === null ? 'not even with an open border' : `${decimal(hours, 1)}\u00a0h at the border in the mean`,
    growth === null
      ? 'not even with markets a thousand times as large'
      : `markets ${decimal(growth.value, 1)} times as large`,
  ];
}
