import type { Model } from '../corridor/index.ts';
import type { DebtFrameworkRecord } from './appraisal.ts';
import { series } from './figures.ts';

const classes = ['weak', 'medium', 'strong'] as const;
const ratios = [
  ['present value of external debt over product', 'pv_ext_gdp'],
  ['present value of external debt over exports', 'pv_ext_exports'],
  ['external service over exports', 'ds_exports'],
  ['external service over revenue', 'ds_revenue'],
  ['present value of all public debt over product', 'pv_total_gdp'],
] as const;

/**
 * For every country that borrows and every framework of debt sustainability: whether it is assessed by it, and its
 * thresholds where it is.
 *
 * @param model - the corridor
 * @param rests - key of its trace
 * @example
 * ```ts
 * debtFrameworkRecords(model, 'economy')[0].applies; // false for a country with access to markets
 * ```
 */
export function debtFrameworkRecords(model: Model, rests: string): DebtFrameworkRecord[] {
  const borrowers = [...new Set(Object.values(model.financing).map(({ borrower }) => borrower))];
  return borrowers.flatMap((borrower) =>
    Object.values(model.debt_frameworks).map((framework): DebtFrameworkRecord => {
      const applies = framework.applies_to.includes(model.countries[borrower].iso);
      const thresholds = series(
        [
          ['capacity', null, classes],
          ...ratios.map(([name, key]) => [name, '1', classes.map((of) => framework[of][key])] as const),
        ],
        rests,
      );
      return {
        name: framework.name,
        country: model.countries[borrower].name,
        applies,
        thresholds: applies ? thresholds : null,
      };
    }),
  );
}
