/**
 * What an effect is in an account: `capital` and `operating cost` stand below the line of a benefit–cost ratio, `revenue`
 * of the railways is what the transport budget earns, `benefit` everything else.
 */
export type EffectKind = 'capital' | 'operating cost' | 'revenue' | 'benefit';

/** What one group of one country gains (above 0) or loses in one year. */
export interface Account {
  readonly effect: string;
  readonly kind: EffectKind;
  /** Who: shippers, passengers, railways, road hauliers, communities, treasuries, … */
  readonly group: string;
  /** Id of the country, or `elsewhere`. */
  readonly country: string;
  /** Line or place at which it arises, where it arises at one. */
  readonly where: string | null;
  readonly value: number;
}

/** The same over the years of an appraisal, from its base year on; constant prices, currency of account. */
export interface Effect extends Omit<Account, 'value'> {
  readonly values: readonly number[];
}

/** Name of the effect that trains pay and who keeps the track up gets. */
export const accessCharges = 'access charges';

/**
 * Whether a group is of the railway: those who run trains, and those who keep the track up.
 *
 * @param group - as the table of distribution names it
 * @example
 * ```ts
 * isRailway('infrastructure managers'); // true
 * ```
 */
export function isRailway(group: string): boolean {
  return group === 'railways' || group === 'infrastructure managers';
}

/** Who cannot be given a country: shippers overseas, carriers at sea, the climate. */
export const elsewhere = 'elsewhere';

/**
 * Adds up accounts that agree in all but their value.
 *
 * @param accounts - of one year
 * @returns one for each, in the order in which they first appear; those of 0 are left out
 * @example
 * ```ts
 * const one = { effect: 'fares', kind: 'revenue', group: 'railways', country: 'east', where: null, value: 2 };
 * gathered([one, one]).map(({ value }) => value); // [4]
 * ```
 */
export function gathered(accounts: readonly Account[]): Account[] {
  const found = new Map<string, Account>();
  for (const account of accounts) {
    const key = keyOf(account);
    const before = found.get(key);
    found.set(key, before ? { ...before, value: before.value + account.value } : account);
  }
  return [...found.values()].filter(({ value }) => value !== 0);
}

/**
 * What tells an account from others of its year.
 *
 * @param account - without its value
 * @example
 * ```ts
 * keyOf({ effect: 'fares', kind: 'revenue', group: 'railways', country: 'east', where: null }); // 'fares|revenue|railways|east|'
 * ```
 */
export function keyOf({ effect, kind, group, country, where }: Omit<Account, 'value'>): string {
  return [effect, kind, group, country, where ?? ''].join('|');
}

/**
 * Effects over all years from the accounts of some: between two of them values go in a straight line, after the last they
 * stay, before the first they are 0.
 *
 * @param nodes - years from the base year on, rising, with their accounts
 * @param years - length of the appraisal
 * @returns an effect for every account that appears in any year
 * @example
 * ```ts
 * const at = (value) => [{ effect: 'fares', kind: 'revenue', group: 'railways', country: 'east', where: null, value }];
 * overYears([{ year: 1, accounts: at(10) }, { year: 3, accounts: at(30) }], 5)[0].values; // [0, 10, 20, 30, 30]
 * ```
 */
export function overYears(
  nodes: readonly { readonly year: number; readonly accounts: readonly Account[] }[],
  years: number,
): Effect[] {
  const kinds = new Map<string, Account>();
  const byNode = nodes.map(({ accounts }) => new Map(gathered(accounts).map((account) => [keyOf(account), account])));
  for (const node of byNode) for (const [key, account] of node) if (!kinds.has(key)) kinds.set(key, account);
  return [...kinds].map(([key, { value: _, ...of }]) => {
    const at = byNode.map((node) => node.get(key)?.value ?? 0);
    const values = Array.from({ length: years }, (_, year) => valueIn(nodes, at, year));
    return { ...of, values };
  });
}

function valueIn(nodes: readonly { readonly year: number }[], at: readonly number[], year: number): number {
  const next = nodes.findIndex((node) => node.year >= year);
  if (next < 0) return at[at.length - 1] ?? 0;
  if (nodes[next].year === year) return at[next];
  if (next === 0) return 0;
  const part = (year - nodes[next - 1].year) / (nodes[next].year - nodes[next - 1].year);
  return at[next - 1] + part * (at[next] - at[next - 1]);
}
