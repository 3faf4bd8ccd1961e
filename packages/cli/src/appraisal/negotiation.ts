import { exitStatus } from '../exit-status.ts';
import { outStyle, print, printJson, tell } from '../terminal/output.ts';
import type { AppraisalOptions } from './appraisal-options.ts';
import { seriesLines } from './record-lines.ts';
import { screened } from './screened.ts';

/**
 * Tells who would agree to which split.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function negotiation(folder: string, options: AppraisalOptions): Promise<void> {
  const found = await screened(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { record, titles } = found;
  const { negotiation: told } = record;
  if (options.json)
    return printJson({ negotiation: told, without: record.without.negotiation, timeline: record.timeline });
  if (!told) return tell([`Not worked out: ${record.without.negotiation ?? 'no parties'}.`]);
  const { best } = told;
  const zones = Object.entries(record.options).flatMap(([id, { zones: of }]) => [
    `  ${titles[id] ?? id}`,
    ...seriesLines(of, 4),
  ]);
  print([
    outStyle('bold', 'What each party gains by option and plan'),
    ...seriesLines(told.gains),
    '',
    outStyle('bold', 'Whom each deal needs, and what strikes it off'),
    ...seriesLines(told.consents),
    '',
    outStyle('bold', 'What coalitions could get alone'),
    ...(told.choices.columns[0]?.values.length ? seriesLines(told.choices) : ['nothing beyond the do-minimum']),
    '',
    outStyle('bold', 'Splits of what all gain together'),
    ...seriesLines(told.splits),
    best
      ? `All together would choose ${titles[best.option] ?? best.option} with ${record.plans[best.plan]?.title ?? best.plan}; the Shapley value ${told.in_core ? 'is' : 'is not'} in the core.`
      : 'No option gains anything for all together.',
    '',
    outStyle('bold', 'Parts of the capital cost that both would accept'),
    ...zones,
  ]);
}
