import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseFileError } from '@throughline/formats';
import { type MethodsReport, methodsSuite } from './methods.ts';

/** Folders of the shipped cases that are in the format of the methods. */
const folders = ['capacity'] as const;

/**
 * Runs the methods cases that ship and, where there is a folder of reference data, its `methods/reference-cases.json`.
 *
 * @param places - where cases are looked for
 * @returns reports, with what is not there skipped by name
 * @throws CaseFileError with the file in front of each place, when a file cannot be read or breaks the format
 *
 * @example
 * ```ts
 * const reports = await methodsReports({ shipped: shippedCases, reference: undefined });
 * ```
 */
export async function methodsReports(places: {
  readonly shipped: string;
  readonly reference: string | undefined;
}): Promise<MethodsReport[]> {
  const reports: MethodsReport[] = [];
  for (const folder of folders) {
    const names = await readdir(join(places.shipped, folder)).catch(() => []);
    const files = names.filter((name) => name.endsWith('.json')).sort();
    if (files.length === 0) reports.push({ suite: folder, skipped: `${join(places.shipped, folder)} holds no cases` });
    for (const file of files) {
      const suite = `${folder}/${file.slice(0, -'.json'.length)}`;
      reports.push(...(await reportsOf(suite, join(places.shipped, folder, file))));
    }
  }
  if (places.reference === undefined) {
    reports.push({ suite: 'methods', skipped: 'no folder of reference data was given' });
  } else {
    reports.push(...(await reportsOf('methods', join(places.reference, 'methods', 'reference-cases.json'))));
  }
  return reports;
}

async function reportsOf(suite: string, path: string): Promise<MethodsReport[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [{ suite, skipped: `${path} is not there` }];
    throw new CaseFileError([{ place: path, found: `a file that cannot be read (${code})`, expected: 'cases' }]);
  }
  try {
    return methodsSuite({ [suite]: text });
  } catch (problem) {
    if (!(problem instanceof CaseFileError)) throw problem;
    throw new CaseFileError(problem.faults.map((fault) => ({ ...fault, place: `${path}: ${fault.place}` })));
  }
}
