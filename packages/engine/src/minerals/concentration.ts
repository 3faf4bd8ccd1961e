/**
 * Index of concentration of Herfindahl and Hirschman: the sum of squared shares, 10 000 for a monopoly.
 *
 * @param amounts - what each produces, in any unit, from 0
 * @returns the index, from 0 (of nothing) to 10 000
 * @example
 * ```ts
 * herfindahl([30, 30, 20, 20]); // 2600
 * ```
 */
export function herfindahl(amounts: readonly number[]): number {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return 0;
  return (1e4 * amounts.reduce((sum, amount) => sum + amount * amount, 0)) / (total * total);
}

/** A country among those that supply. */
export interface Supplier {
  /** Part of the supply, 0 to 1. */
  readonly share: number;
  /** Governance indicator, 0 (the best) to 1. */
  readonly governance: number;
  /** Trade parameter: 1 where nothing restricts exports, more where something does; 1 when left out. */
  readonly trade?: number;
}

/**
 * Supply risk after the European Union's list of critical raw materials: concentration weighted by governance and
 * trade, eased by recycling and substitution.
 *
 * Source: Methodology for establishing the EU list of critical raw materials (European Commission, 2017).
 *
 * @param suppliers - the supplying countries
 * @param recycling - part of demand met from scrap, 0 to 1
 * @param substitution - substitution index for supply risk, 0 to 1 (1: nothing replaces it)
 * @returns the weighted concentration and the risk, both 0 to 1
 * @example
 * ```ts
 * supplyRisk([{ share: 1, governance: 0.5 }], 0.2, 1); // { concentration: 0.5, risk: 0.4 }
 * ```
 */
export function supplyRisk(
  suppliers: readonly Supplier[],
  recycling: number,
  substitution: number,
): { concentration: number; risk: number } {
  const weighted = suppliers.reduce(
    (sum, { share, governance, trade = 1 }) => sum + share * share * governance * trade,
    0,
  );
  return { concentration: weighted, risk: weighted * (1 - recycling) * substitution };
}
