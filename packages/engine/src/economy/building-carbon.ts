import { type CapitalItem, capitalSpending } from './capital-effects.ts';
import type { EconomicOption } from './economic-option.ts';
import { type Effect, elsewhere } from './effect.ts';
import { carbonPrice } from './traffic-prices.ts';

/**
 * What the greenhouse gas of building costs the world, spread over the years like the money that is spent.
 *
 * @param option - with what its building emits, and the price of carbon by year
 * @param items - what it builds
 * @param of - `base` first year, `years` looked at
 * @returns one effect; none where nothing is known to be emitted
 * @example
 * ```ts
 * buildingCarbon(option, capitalItems(option, money), { base: 2025, years: 37 })[0]?.values;
 * ```
 */
export function buildingCarbon(
  { model, impact }: EconomicOption,
  items: readonly CapitalItem[],
  of: { readonly base: number; readonly years: number },
): Effect[] {
  const emitted = impact?.construction ?? 0;
  const spent = capitalSpending(
    items.filter(({ kind }) => kind === 'works' || kind === 'equipment'),
    of,
  );
  const all = spent.reduce((sum, cost) => sum + cost, 0);
  if (emitted === 0 || all === 0) return [];
  const values = spent.map((cost, year) => -((emitted * cost) / all) * carbonPrice(model, of.base + year));
  return [
    { effect: 'climate of building', kind: 'benefit', group: 'climate', country: elsewhere, where: null, values },
  ];
}
