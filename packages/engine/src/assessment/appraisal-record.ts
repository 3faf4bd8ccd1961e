import type { Appraisal } from '../appraise.ts';
import type { AppraisalRecord } from './appraisal.ts';
import { type AppraisalContext, chance } from './appraisal-context.ts';
import { figure } from './figures.ts';
import { debtFrameworkRecords } from './framework-record.ts';
import { negotiationRecord } from './negotiation-record.ts';
import { optionAppraisalRecord } from './option-appraisal-record.ts';
import { redLines, timeline } from './process-record.ts';

/**
 * The appraisal as the assessment tells it: money in millions of the currency of account.
 *
 * @param appraisal - of the options
 * @param context - names and traces
 * @returns the record
 * @example
 * ```ts
 * appraisalRecord(study.appraisal, { model, trace: () => 'economy', nameOfOption: (id) => id, draws: [] }).without.economy; // null
 * ```
 */
export function appraisalRecord(appraisal: Appraisal, context: AppraisalContext): AppraisalRecord {
  const { model, trace } = context;
  const { economy, finance, negotiation } = appraisal;
  const values = economy.kind === 'computed' ? economy.result : null;
  const any = trace(values?.doMinimum ?? '');
  return {
    without: { economy: reasonOf(economy), finance: reasonOf(finance), negotiation: reasonOf(negotiation) },
    do_minimum: values?.doMinimum ?? null,
    convention: values ? model.conventions[values.convention].name : null,
    last_year: values ? figure(values.lastYear, 'year', any) : null,
    plans: Object.fromEntries(
      Object.entries(model.financing).map(([id, { title, summary }]) => [id, { title, summary }]),
    ),
    minimum_best: values ? chance(context.draws, ({ economy: of }) => of && of.best === values.doMinimum, any) : null,
    options: Object.fromEntries(
      Object.entries(values?.options ?? {}).map(([id, value]) => [
        id,
        optionAppraisalRecord(id, value, appraisal, context),
      ]),
    ),
    debt_frameworks: finance.kind === 'computed' ? debtFrameworkRecords(model, any) : [],
    negotiation:
      negotiation.kind === 'computed'
        ? negotiationRecord(negotiation.result, values?.currency ?? '', context, any)
        : null,
    timeline: timeline(model, any),
    red_lines: redLines(model, any),
  };
}

function reasonOf(computed: Appraisal['economy'] | Appraisal['finance'] | Appraisal['negotiation']): string | null {
  return computed.kind === 'none' ? computed.reason : null;
}
