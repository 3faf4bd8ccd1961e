import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, Diagnostics, formatDiagnostic, prepare } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { assessFolder } from './assess-corridor.ts';
import { type CorridorTexts, parseCorridor, type TextFile } from './corridor-folder.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const plan = { options: [], seed: 1, draws: 2, switches: {} };

function textsUnder(folder: string, place = ''): TextFile[] {
  return readdirSync(join(folder, place))
    .sort()
    .flatMap((name) => {
      const path = place === '' ? name : `${place}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) return textsUnder(folder, path);
      return [{ path, text: readFileSync(join(folder, path), 'utf8'), library: false }];
    });
}

const smallest = textsUnder(join(fixtures, 'valid/smallest'));

/** The smallest corridor with the files of a fixture in place of its own. */
function corridorWith(name: string): { texts: CorridorTexts; own: readonly TextFile[] } {
  const path = join(fixtures, 'invalid', name);
  const own = statSync(path).isDirectory() ? textsUnder(path) : [replacement(readFileSync(path, 'utf8'))];
  const others = smallest.filter((file) => !own.some((mine) => mine.path === file.path));
  return { texts: { id: name, files: [...others, ...own] }, own };
}

function replacement(text: string): TextFile {
  const path = /^# replaces: (.*)$/m.exec(text)?.[1];
  if (path === undefined) throw new Error('a fixture says which file it replaces');
  return { path, text, library: false };
}

interface Expectation {
  readonly file: string;
  readonly line: number;
  /** Parts of the diagnosis, in order. */
  readonly parts: readonly string[];
}

/** What a file's head says is wrong with it: `# expect: [file] line N: part found part expected part did you mean part`. */
function expectationsOf({ path, text }: TextFile): Expectation[] {
  return [...text.matchAll(/^# expect: (?:(\S+) )?line (\d+): (.*)$/gm)].map(([, file, line, words]) => ({
    file: file ?? path,
    line: Number(line),
    parts: words.split(/ (?=found |expected |did you mean )/).map((part) => part.replace(/^(found|expected) /, '')),
  }));
}

function meets(diagnostic: Diagnostic, { file, line, parts }: Expectation): boolean {
  const said = formatDiagnostic(diagnostic);
  return diagnostic.at?.file === file && diagnostic.at.line === line && parts.every((part) => said.includes(part));
}

function diagnose(texts: CorridorTexts): readonly Diagnostic[] {
  const diagnostics = new Diagnostics();
  const files = parseCorridor(texts, diagnostics);
  return diagnostics.failed ? diagnostics.all : prepare(files, plan).diagnostics.all;
}

it.each(readdirSync(join(fixtures, 'valid')))('valid/%s is assessed', async (name) => {
  const { assessment, diagnostics } = await assessFolder(join(fixtures, 'valid', name), plan, { threads: 0 });
  expect(diagnostics.all.map((diagnostic) => formatDiagnostic(diagnostic))).toEqual([]);
  for (const { journeys } of Object.values(assessment?.options ?? {}))
    for (const { total } of Object.values(journeys)) expect(total?.value).toBeGreaterThan(0);
});

describe('an invalid corridor is answered by what its head says, and by nothing else', () => {
  it.each(readdirSync(join(fixtures, 'invalid')))('invalid/%s', (name) => {
    const { texts, own } = corridorWith(name);
    const expected = own.flatMap(expectationsOf);
    const found = diagnose(texts);
    const said = found.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n');
    expect(expected.length, 'a fixture says what is expected').toBeGreaterThan(0);
    for (const expectation of expected)
      expect(
        found.some((diagnostic) => meets(diagnostic, expectation)),
        `${JSON.stringify(expectation)} in\n${said}`,
      ).toBe(true);
    expect(
      found.filter((diagnostic) => !expected.some((expectation) => meets(diagnostic, expectation))),
      said,
    ).toEqual([]);
  });
});
