/**
 * Room 9, economy: is it worth it for society?
 * Takes flows, costs and outcomes of every option by year; returns costs and benefits against the do-minimum by year, by
 * country and by group, with net present value, internal rates and switching values.
 */

export * from './appraise-options.ts';
export * from './approvals.ts';
export * from './benefit-cost-ratio.ts';
export * from './capital-effects.ts';
export * from './capital-items.ts';
export * from './compare-option.ts';
export * from './convention.ts';
export * from './cost-benefit.ts';
export * from './currency.ts';
export * from './dated-flows.ts';
export * from './discounting.ts';
export * from './distribution.ts';
export * from './economic-option.ts';
export {
  type Account,
  accessCharges,
  type Effect,
  type EffectKind,
  elsewhere,
  isRailway,
  overYears,
} from './effect.ts';
export * from './internal-rate.ts';
export * from './modified-internal-rate.ts';
export * from './money-of-account.ts';
export * from './national-values.ts';
export * from './residual-value.ts';
export * from './scheduled-option.ts';
export * from './shadow-price.ts';
export { buildingCost, type EconomySums, economySums, type OptionSums } from './sums.ts';
export * from './switching-value.ts';
export * from './timing.ts';
export type { ModeIntensity } from './traffic-units.ts';
export { type BenefitMethod, type MarketBenefit, marketBenefit } from './user-accounts.ts';
export * from './user-benefit.ts';
export * from './value-growth.ts';
