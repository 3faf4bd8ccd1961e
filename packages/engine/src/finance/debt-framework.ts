import type { Drawn, debtFrameworkTable } from '../corridor/index.ts';

/** A framework of debt sustainability, as the library states it. */
export type DebtFramework = Drawn<typeof debtFrameworkTable>;

/** Capacity of a country to carry debt. */
export type DebtCapacity = 'weak' | 'medium' | 'strong';

/** A country's standing: score of policies from 1 to 6, the rest as parts. */
export interface DebtStanding {
  readonly policyScore: number;
  readonly growth: number;
  /** Reserves over imports. */
  readonly reserves: number;
  /** Remittances over the product. */
  readonly remittances: number;
  readonly worldGrowth: number;
}

/** What composes the indicator: weights and cut-offs of a framework. */
export type DebtWeights = Pick<
  DebtFramework,
  | 'policy_score'
  | 'growth'
  | 'reserves'
  | 'reserves_squared'
  | 'remittances'
  | 'world_growth'
  | 'weak_below'
  | 'strong_above'
>;

/**
 * Composite indicator of a country's capacity to carry debt, and the class that it falls into.
 *
 * Source: IMF and World Bank, Guidance Note on the Debt Sustainability Framework for Low-Income Countries (2018).
 *
 * @param standing - of the country
 * @param weights - of the framework, from the library
 *
 * @example
 * ```ts
 * const none = { growth: 0, reserves: 0, reserves_squared: 0, remittances: 0, world_growth: 0 };
 * const standing = { policyScore: 3.5, growth: 0.05, reserves: 0.3, remittances: 0, worldGrowth: 0.03 };
 * debtCapacity(standing, { ...none, policy_score: 0.8, weak_below: 2.69, strong_above: 3.05 }); // { indicator: 2.8, capacity: 'medium' }
 * ```
 */
export function debtCapacity(
  standing: DebtStanding,
  weights: DebtWeights,
): { readonly indicator: number; readonly capacity: DebtCapacity } {
  const { reserves } = standing;
  const indicator =
    weights.policy_score * standing.policyScore +
    weights.growth * standing.growth +
    weights.reserves * reserves +
    weights.reserves_squared * reserves * reserves +
    weights.remittances * standing.remittances +
    weights.world_growth * standing.worldGrowth;
  const capacity = indicator < weights.weak_below ? 'weak' : indicator > weights.strong_above ? 'strong' : 'medium';
  return { indicator, capacity };
}
