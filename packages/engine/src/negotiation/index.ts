/**
 * Room 11, negotiation: who would agree to which split?
 * Takes what each option and financing plan brings each party; returns Shapley, core and Nash splits, walk-aways and the
 * range in which each party says yes.
 */

export * from './agreement-zone.ts';
export * from './bargaining.ts';
export * from './claims.ts';
export * from './coalitions.ts';
export * from './core.ts';
export * from './cost-sharing.ts';
export * from './deals.ts';
export * from './dependence.ts';
export * from './nearest-deal.ts';
export * from './negotiate.ts';
export * from './nucleolus.ts';
export * from './party-gains.ts';
export * from './power-indices.ts';
export * from './shapley.ts';
export * from './splits.ts';
export * from './sums.ts';
export * from './told-deals.ts';
