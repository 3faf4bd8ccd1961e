import { readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { CaseFileError } from '@throughline/formats';
import { type MethodsReport, methodsSuite } from './methods.ts';
import type { TextOf } from './methods-inputs.ts';

/** Folders of the shipped cases that are in the format of the methods. */
const folders = [
  'border',
  'capacity',
  'demand',
  'economy',
  'finance',
  'impact',
  'negotiation',
  'operations',
  'supply-chain',
] as const;

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
    const path = join(places.reference, 'methods', 'reference-cases.json');
    reports.push(...(await reportsOf('methods', path, textsBelow(places.reference))));
  }
  return reports;
}

/** Largest file that a case may name: a trip table of two thousand zones is a third of it. */
const largestText = 256e6;

/** Texts that cases name, looked for below the folder and below its `methods`, and nowhere else. */
function textsBelow(folder: string): TextOf {
  return (path) => {
    for (const place of [folder, join(folder, 'methods')]) {
      const found = statSync(join(place, path), { throwIfNoEntry: false });
      if (!found?.isFile() || found.size > largestText) continue;
      const real = realpathSync(join(place, path));
      if (real.startsWith(realpathSync(folder) + sep)) return readFileSync(real, 'utf8');
    }
    return undefined;
  };
}

async function reportsOf(suite: string, path: string, textOf?: TextOf): Promise<MethodsReport[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [{ suite, skipped: `${path} is not there` }];
    throw new CaseFileError([{ place: path, found: `a file that cannot be read (${code})`, expected: 'cases' }]);
  }
  try {
    return methodsSuite({ [suite]: text }, textOf);
  } catch (problem) {
    if (!(problem instanceof CaseFileError)) throw problem;
    throw new CaseFileError(problem.faults.map((fault) => ({ ...fault, place: `${path}: ${fault.place}` })));
  }
}
