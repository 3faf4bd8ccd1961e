import { Workbook } from '@cj-tech-master/excelts';
import { numbers } from '@throughline/charts';
import type { Assessment, PlanRecord } from '@throughline/engine';
import { writeEconomySheet } from './economy-sheet.ts';
import { type BookLoan, writeLoanSheet } from './loan-sheet.ts';
import { type BookPlan, writePlansSheet } from './plans-sheet.ts';
import { sheetName, writeRow } from './sheets.ts';

/**
 * Composes the workbook: for every option its flows with value and internal rate as live formulas, for the dearest option the
 * grant element of each plan, for every loan of the
 * financing plans its schedule, interest while it is drawn and grant element. What the engine found stands beside each formula.
 *
 * @param assessment - a study's results
 * @returns the bytes of an `.xlsx` file, or null where nothing was appraised
 *
 * @example
 * ```ts
 * const book = await composeWorkbook(assessment);
 * if (book) writeFileSync('workbook.xlsx', book);
 * ```
 */
export async function composeWorkbook(assessment: Assessment): Promise<Uint8Array | null> {
  const { appraisal, options, corridor } = assessment;
  const appraised = Object.entries(appraisal.options);
  if (appraised.length === 0) return null;
  const book = new Workbook();
  // The same assessment gives the same book, whenever it is composed.
  book.created = new Date(0);
  book.modified = new Date(0);
  const taken = new Set<string>();
  const add = (name: string) => book.addWorksheet(sheetName(name, taken));
  const about = add('About');
  writeRow(about, 1, [corridor.title]);
  writeRow(about, 2, [
    `Against ${options[appraisal.do_minimum ?? '']?.title ?? ''}, by the rules of ${appraisal.convention ?? ''}.`,
  ]);
  writeRow(about, 4, ['Option', 'Net present value', 'Unit', 'Internal rate']);
  for (const [index, [id, of]] of appraised.entries()) {
    writeRow(about, 5 + index, [options[id]?.title ?? id, of.value.value, of.value.unit, of.internal_rate]);
  }
  for (const [id, of] of appraised) writeEconomySheet(add(options[id]?.title ?? id), options[id]?.title ?? id, of);
  const dearest = dearestOf(assessment);
  if (dearest) writePlansSheet(add('Plans'), dearest.option, dearest.plans);
  for (const loan of loansOf(assessment)) writeLoanSheet(add(loan.name), loan);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The plans of the option for which most has to be found; undefined where nothing is financed. */
function dearestOf({ appraisal, options }: Assessment): { option: string; plans: BookPlan[] } | undefined {
  const amountOf = ({ parts }: PlanRecord) => parts.reduce((sum, { amount }) => sum + amount.value, 0);
  const financed = Object.entries(appraisal.options).map(([id, { plans }]) => ({
    option: options[id]?.title ?? id,
    plans: Object.entries(plans).flatMap(([plan, of]): BookPlan[] =>
      of.parts.length > 0 ? [{ title: appraisal.plans[plan]?.title ?? plan, plan: of }] : [],
    ),
  }));
  const most = ({ plans }: { readonly plans: readonly BookPlan[] }) =>
    Math.max(0, ...plans.map(({ plan }) => amountOf(plan)));
  return financed.filter(({ plans }) => plans.length > 0).sort((a, b) => most(b) - most(a))[0];
}

/** Loans of the plans, each once, for the option that borrows most. */
function loansOf({ appraisal, options }: Assessment): BookLoan[] {
  const loans = new Map<string, BookLoan>();
  for (const [id, { plans }] of Object.entries(appraisal.options)) {
    for (const [plan, { loans: terms, rule_rate }] of Object.entries(plans)) {
      for (const [fund, loan] of Object.entries(terms)) {
        if (rule_rate === null || loan.repayment === 'instalments') continue;
        const name = `${fund} (${appraisal.plans[plan]?.title ?? plan})`;
        const before = loans.get(name);
        if (before && borrowed(before.loan) >= borrowed(loan)) continue;
        loans.set(name, { name, option: options[id]?.title ?? id, loan, discount: rule_rate.value });
      }
    }
  }
  return [...loans.values()];
}

function borrowed({ years }: BookLoan['loan']): number {
  return numbers(years, 'drawn').reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}
