import { exitStatus } from '../exit-status.ts';
import { outStyle, print, printJson, tell } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import type { AppraisalOptions } from './appraisal-options.ts';
import { figureText, seriesLines } from './record-lines.ts';
import { screened } from './screened.ts';

/**
 * Tells whether options are worth it, and for whom.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function economy(folder: string, options: AppraisalOptions): Promise<void> {
  const found = await screened(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { record, titles } = found;
  if (options.json)
    return printJson({ do_minimum: record.do_minimum, without: record.without, options: record.options });
  if (record.without.economy !== null) return tell([`Not appraised: ${record.without.economy}.`]);
  const heads = ['option', 'building', 'net present value', 'internal rate', 'ratio', 'first year', 'best opening'];
  const rows = Object.entries(record.options).map(([id, of]) => [
    titles[id] ?? id,
    figureText(of.capital),
    figureText(of.value),
    of.internal_rate,
    figureText(of.ratio),
    figureText(of.first_year),
    of.best_opening ? figureText(of.best_opening) : 'none',
  ]);
  const outside = Object.entries(record.options).flatMap(([id, of]) =>
    of.outside.map((item) => `  ${titles[id] ?? id}: ${item}`),
  );
  const lines = Object.entries(record.options).flatMap(([id, of]) => [
    '',
    outStyle('bold', titles[id] ?? id),
    ...seriesLines(of.groups, 2),
    '',
    ...seriesLines(of.beside, 2),
    '',
    ...seriesLines(of.switching, 2),
  ]);
  print([
    outStyle('bold', `Against ${titles[record.do_minimum ?? ''] ?? ''}, by the rules of ${record.convention ?? ''}`),
    ...table(
      heads.map((title) => ({ title })),
      rows,
    ),
    ...(outside.length > 0 ? ['', 'Spent outside the years looked at, and not counted', ...outside] : []),
    ...(options.option ? lines : []),
  ]);
}
