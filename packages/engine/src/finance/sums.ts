import type { FinanceResult } from './finance-options.ts';

/** What is kept of an option under a plan in one draw; null where the plan is impossible. */
export interface PlanSums {
  /** Before finance, and what the state adds: nominal present values in the borrower's currency. */
  readonly value: number;
  readonly subsidy: number;
  readonly leastCover: number | null;
  /** Of the whole package, by the corridor's first rule. */
  readonly grantElement: number | null;
  readonly debtOverProduct: number | null;
}

/** What is kept of the finance of one draw, by option and plan. */
export type FinanceSums = Readonly<Record<string, Readonly<Record<string, PlanSums | null>>>>;

/**
 * The finance of a draw in a few sums.
 *
 * @param result - of all options in one draw
 * @example
 * ```ts
 * financeSums(financeOptions(options, economy))['new-line']['concessional']?.grantElement; // 0.15
 * ```
 */
export function financeSums({ options, rule }: FinanceResult): FinanceSums {
  const sumsOf = ({ plan, burden }: FinanceResult['options'][string][string]): PlanSums | null => {
    if (plan.kind === 'impossible') return null;
    const { least } = plan.cover;
    return {
      value: plan.value,
      subsidy: plan.subsidyValue,
      leastCover: least.kind === 'ratio' ? least.ratio : null,
      grantElement: rule === null ? null : (plan.package[rule]?.grantElement ?? null),
      debtOverProduct: burden?.most.debtOverProduct ?? null,
    };
  };
  return Object.fromEntries(
    Object.entries(options).map(([id, plans]) => [
      id,
      Object.fromEntries(Object.entries(plans).map(([plan, found]) => [plan, sumsOf(found)])),
    ]),
  );
}
