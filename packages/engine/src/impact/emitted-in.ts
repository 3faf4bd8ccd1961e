import type { TransportYear } from './transport-emissions.ts';

/** What transport emits in a year that was worked out, kg CO2e a year over the whole chain of energy. */
export interface EmittedYear {
  readonly year: number;
  readonly state: 'present' | 'option';
  readonly emitted: number;
}

/**
 * The years that were worked out.
 *
 * @param transport - transport by year
 * @returns what is emitted in each
 * @example
 * ```ts
 * emittedYears(outcome.transport)[0].emitted; // kg
 * ```
 */
export function emittedYears(transport: readonly TransportYear[]): EmittedYear[] {
  return transport.map(({ year, state, total }) => ({ year, state, emitted: total.wellToWheel }));
}

/**
 * Greenhouse gas of transport in any year: in a straight line between two years of the same state that were worked
 * out; until an option opens, that of the last year before; after the last one, as in the last one.
 *
 * @param years - years that were worked out, rising
 * @param year - the year asked for
 * @returns kg CO2e a year over the whole chain of energy; null where no year was worked out
 * @example
 * ```ts
 * emittedIn(emittedYears(outcome.transport), 2045); // kg
 * ```
 */
export function emittedIn(years: readonly EmittedYear[], year: number): number | null {
  const after = years.find((known) => known.year >= year) ?? years.at(-1);
  const before = years.filter((known) => known.year <= year).at(-1) ?? years[0];
  if (!after || !before) return null;
  const [a, b] = [before.emitted, after.emitted];
  if (before.state !== after.state || after.year <= before.year) return a;
  return a + ((Math.min(Math.max(year, before.year), after.year) - before.year) / (after.year - before.year)) * (b - a);
}
