/**
 * Validation: runs cases whose answers are known and says which come out right. A suite is one line in {@link suites};
 * what a suite cannot find is skipped by name.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CaseFileError } from '@throughline/formats';
import { methodsSuite } from './methods.ts';
import { methodsReports } from './methods-places.ts';
import { validatePeerLine } from './peer-line.ts';
import { type RunningRow, validateOsrdPositions, validateReferenceCases, validateTrainRuns } from './running.ts';
import { tntpTexts, validateTntp } from './tntp.ts';
import { validateYard } from './yard.ts';

/** One quantity of one case, expected and computed. */
export type CaseRow = RunningRow;

/** What came of a suite: its rows, or why it was skipped. */
export type SuiteReport =
  | { readonly suite: string; readonly rows: readonly CaseRow[] }
  | { readonly suite: string; readonly skipped: string };

/** A file of cases that cannot be used; the message names the file. */
export class UnusableCases extends Error {
  override readonly name = 'UnusableCases';
}

/** Where cases are looked for. */
export interface CasePlaces {
  /** Folder of cases that ship with the product. */
  readonly shipped: string;
  /** Folder of reference data of others, when the user has one. */
  readonly reference: string | undefined;
}

interface Suite {
  readonly name: string;
  readonly place: keyof CasePlaces;
  /** Path below its place; a `/` at the end marks a folder of case files. */
  readonly path: string;
  readonly run: (path: string) => Promise<readonly CaseRow[]>;
}

/** The suites in the order in which they run. */
const suites: readonly Suite[] = [
  { name: 'running', place: 'shipped', path: 'running/', run: eachFile('running', validateReferenceCases) },
  {
    name: 'running/reference-cases',
    place: 'reference',
    path: 'running/reference-cases.json',
    run: oneFile(validateReferenceCases),
  },
  { name: 'running/trainruns', place: 'reference', path: 'running/trainruns/', run: trainRuns },
  {
    name: 'running/osrd-positions',
    place: 'reference',
    path: 'running/osrd-positions.json',
    run: oneFile(validateOsrdPositions),
  },
  { name: 'operations/yard', place: 'reference', path: 'peers/yard.json', run: transshipmentYard },
  { name: 'operations/line', place: 'reference', path: 'peers/', run: peerLines },
  { name: 'tntp', place: 'reference', path: 'tntp/', run: tntpNetworks },
];

/** Folder of the cases that ship with the product. */
export const shippedCases = fileURLToPath(new URL('../../../../validation/', import.meta.url));

/**
 * Runs every suite that can be found.
 *
 * @param places - where cases are looked for
 * @throws UnusableCases when a file of cases breaks its format
 */
export async function validateAll(places: CasePlaces): Promise<SuiteReport[]> {
  const reports: SuiteReport[] = [];
  for (const { name, place, path, run } of suites) {
    const folder = places[place];
    if (folder === undefined) reports.push({ suite: name, skipped: 'no folder of reference data was given' });
    else if (!(await exists(join(folder, path))))
      reports.push({ suite: name, skipped: `${join(folder, path)} is not there` });
    else reports.push({ suite: name, rows: await run(join(folder, path)) });
  }
  const methods = await methodsReports(places).catch((problem) => {
    throw problem instanceof CaseFileError ? new UnusableCases(problem.message) : problem;
  });
  return [...reports, ...methods];
}

/**
 * Runs the cases of a user's own file: running times in the format `corridor-reference-cases/1`, or cases of the methods,
 * each with its topic.
 *
 * @param path - the file
 * @throws UnusableCases when it cannot be read or breaks its format
 */
export async function validateFile(path: string): Promise<readonly SuiteReport[]> {
  const suite = basename(path).replace(/\.json$/, '');
  return parsed(path, await readText(path), (text) =>
    /"topic"\s*:/.test(text) ? methodsSuite({ [suite]: text }) : [{ suite, rows: validateReferenceCases(text, suite) }],
  );
}

function oneFile(validate: (text: string) => readonly CaseRow[]): Suite['run'] {
  return (path) => rowsOf(path, validate);
}

function eachFile(suite: string, validate: (text: string, suite: string) => readonly CaseRow[]): Suite['run'] {
  return async (folder) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    const rows = names.map((name) => {
      const own = `${suite}/${name.slice(0, -'.json'.length)}`;
      return rowsOf(join(folder, name), (text) => validate(text, own));
    });
    return (await Promise.all(rows)).flat();
  };
}

async function trainRuns(folder: string): Promise<readonly CaseRow[]> {
  const [trains, paths] = await Promise.all([yamlTexts(join(folder, 'trains')), yamlTexts(join(folder, 'paths'))]);
  return rowsOf(join(folder, 'reference.csv'), (expectations) => validateTrainRuns({ expectations, trains, paths }));
}

async function transshipmentYard(path: string): Promise<readonly CaseRow[]> {
  const results = await readText(path.replace(/\.json$/, '_results.json'));
  return rowsOf(path, (yard) => validateYard({ yard, results }));
}

async function peerLines(folder: string): Promise<readonly CaseRow[]> {
  const names = (await readdir(folder)).filter((name) => /^corridor-.*\.json$/.test(name)).sort();
  const rows = names.map((name) =>
    rowsOf(join(folder, name), (text) => validatePeerLine(text, name.slice(0, -'.json'.length))),
  );
  return (await Promise.all(rows)).flat();
}

async function tntpNetworks(folder: string): Promise<readonly CaseRow[]> {
  return Object.entries(await tntpTexts(folder)).flatMap(([name, texts]) => validateTntp('tntp', name, texts));
}

async function yamlTexts(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const texts = names.map(
    async (name) => [name.slice(0, -'.yaml'.length), await readText(join(folder, name))] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

async function rowsOf(path: string, validate: (text: string) => readonly CaseRow[]): Promise<readonly CaseRow[]> {
  return parsed(path, await readText(path), validate);
}

function parsed<T>(path: string, text: string, read: (text: string) => T): T {
  try {
    return read(text);
  } catch (problem) {
    if (problem instanceof CaseFileError) throw new UnusableCases(`${path}: ${problem.message}`);
    throw problem;
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (problem) {
    throw new UnusableCases(`${path} cannot be read (${(problem as NodeJS.ErrnoException).code}).`);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
