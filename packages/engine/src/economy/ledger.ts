import { type Account, keyOf } from './effect.ts';

/**
 * Adds accounts up that agree in all but their value, in the order in which they first appear.
 *
 * @example
 * ```ts
 * const fares = { effect: 'fares', kind: 'revenue', group: 'railways', country: 'east', where: null };
 * const ledger = new Ledger();
 * ledger.add(fares, 2);
 * ledger.add(fares, 3);
 * ledger.accounts().map(({ value }) => value); // [5]
 * ```
 */
export class Ledger {
  readonly #sums = new Map<string, { readonly account: Omit<Account, 'value'>; sum: number }>();

  /** Adds a value to an account; `key` is its {@link keyOf}. */
  add(account: Omit<Account, 'value'>, value: number, key = keyOf(account)): void {
    if (value === 0) return;
    const before = this.#sums.get(key);
    if (before) before.sum += value;
    else this.#sums.set(key, { account, sum: value });
  }

  /** What was added, without what came to nothing. */
  accounts(): Account[] {
    return [...this.#sums.values()].flatMap(({ account: { effect, kind, group, country, where }, sum }) =>
      sum === 0 ? [] : [{ effect, kind, group, country, where, value: sum }],
    );
  }
}
