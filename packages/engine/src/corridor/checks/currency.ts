import { isQuantity, type Quantity } from '../quantity.ts';
import { currencyOf } from '../units.ts';
import type { CheckContext } from './context.ts';

/** Collections whose money is added up. */
const addedUp = ['links', 'markets', 'travel_markets', 'trade', 'access_charges'] as const;

/**
 * Money that those who choose between ways add up is all of one currency.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkCurrency(context); // a tariff in CNY beside a value in USD is now among `context.diagnostics.all`
 * ```
 */
export function checkCurrency({ corridor, diagnostics }: CheckContext): void {
  let first: { readonly path: string; readonly currency: string } | undefined;
  for (const quantity of addedUp.flatMap((collection) => [...quantitiesIn(corridor[collection])])) {
    const currency = currencyOf(quantity.dimension);
    if (currency === undefined) continue;
    first ??= { path: quantity.path, currency };
    if (currency === first.currency) continue;
    diagnostics.error(quantity.path, quantity.at, 'Prices, values and costs of ways are of one currency.', {
      found: currency,
      expected: `${first.currency}, as in ${first.path}`,
    });
  }
}

function* quantitiesIn(value: unknown): Generator<Quantity> {
  if (isQuantity(value)) yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* quantitiesIn(part);
}
