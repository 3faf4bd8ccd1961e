/**
 * Room 10, finance: can it be paid for?
 * Takes the costs of an option, its revenue and a financing plan; returns loan schedules, grant elements, returns and
 * cover ratios in nominal money of each currency.
 */

export * from './annuity.ts';
export * from './bridge.ts';
export * from './burden.ts';
export * from './construction-interest.ts';
export * from './debt-cover.ts';
export * from './debt-dynamics.ts';
export * from './debt-framework.ts';
export * from './finance-options.ts';
export * from './finance-plan.ts';
export * from './financed-project.ts';
export type { FundResult } from './fund-result.ts';
export * from './funding-gap.ts';
export * from './funds.ts';
export * from './grant-element.ts';
export * from './loan-schedule.ts';
export * from './loan-terms.ts';
export * from './soft-loan.ts';
export * from './sums.ts';
