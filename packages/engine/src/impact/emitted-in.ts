import type { TransportYear } from './transport-emissions.ts';

/**
 * Greenhouse gas of transport in any year: in a straight line between two years of the same state that were worked
 * out; until an option opens, that of the last year before.
 *
 * @param transport - years that were worked out, rising
 * @param year - the year asked for
 * @returns kg CO2e a year over the whole chain of energy; null where no year was worked out
 * @example
 * ```ts
 * emittedIn(outcome.transport, 2045); // kg
 * ```
 */
export function emittedIn(transport: readonly TransportYear[], year: number): number | null {
  const after = transport.find((known) => known.year >= year) ?? transport.at(-1);
  const before = transport.filter((known) => known.year <= year).at(-1) ?? transport[0];
  if (!after || !before) return null;
  const [a, b] = [before.total.wellToWheel, after.total.wellToWheel];
  if (before.state !== after.state || after.year <= before.year) return a;
  return a + ((Math.min(Math.max(year, before.year), after.year) - before.year) / (after.year - before.year)) * (b - a);
}
