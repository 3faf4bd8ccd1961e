import { stat } from 'node:fs/promises';
import {
  type CaseRow,
  type SuiteReport,
  shippedCases,
  UnusableCases,
  validateAll,
  validateFile,
} from '@throughline/host/validation';
import { BadInput, exitStatus } from '../exit-status.ts';
import { outStyle, print, printJson } from '../terminal/output.ts';
import { validationLines } from './report.ts';
import type { ValidateOptions } from './validate-options.ts';

/**
 * Runs reference cases and says which come out right.
 *
 * @param options - what the command line says
 */
export async function validate(options: ValidateOptions): Promise<void> {
  const reports = await reportsOf(options).catch((problem) => {
    throw problem instanceof UnusableCases ? new BadInput(problem.message) : problem;
  });
  const rows = reports.flatMap((report) => ('rows' in report ? report.rows : []));
  if (options.json) printJson(reports.map(told));
  else print(validationLines(reports, options.verbose === true, outStyle));
  if (rows.some(({ ok }) => !ok)) process.exitCode = exitStatus.checkFailed;
}

async function reportsOf({ cases, reference }: ValidateOptions): Promise<SuiteReport[]> {
  if (cases) return (await Promise.all(cases.map(validateFile))).flat();
  const folder = reference ?? (process.env.THROUGHLINE_REFERENCE || undefined);
  if (folder !== undefined && !(await isFolder(folder)))
    throw new BadInput(`There is no folder \`${folder}\` with reference data.`);
  return validateAll({ shipped: shippedCases, reference: folder });
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function told(report: SuiteReport) {
  if ('skipped' in report) return report;
  return { suite: report.suite, ok: report.rows.every(({ ok }) => ok), rows: report.rows satisfies readonly CaseRow[] };
}
