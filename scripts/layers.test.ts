import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cruisePackages } from './layers/cruise.mjs';
import { readRooms } from './layers/read-rooms.mjs';

const repository = dirname(import.meta.dirname);
let folder: string;

/** A small house in which every import goes the right way. */
const sound: Record<string, string> = {
  'engine/src/numerics/root.ts': 'export const root = Math.sqrt;',
  'engine/src/corridor/length.ts': "import { root } from '../numerics/root.ts';\nexport const length = root(4);",
  'engine/src/corridor/index.ts': "export { length } from './length.ts';",
  'engine/src/running/index.ts': "import { length } from '../corridor/index.ts';\nexport const time = length / 2;",
  'engine/src/economy/index.ts': 'export type Worth = number;',
  'engine/src/simulate.ts': "import { time } from './running/index.ts';\nexport const outcome = time;",
  'engine/src/appraise.ts': "import { outcome } from './simulate.ts';\nexport const appraisal = outcome;",
  'engine/src/index.ts': "export { appraisal } from './appraise.ts';",
  'formats/src/index.ts': "import { appraisal } from '@throughline/engine';\nexport const text = String(appraisal);",
  'host/src/index.ts':
    "import { platform } from 'node:os';\nexport { text } from '@throughline/formats';\nexport { platform };",
  'engine/src/corridor/length.test.ts': "import 'node:fs';\nimport '../running/index.ts';",
};

const dependencies: Record<string, string[]> = { engine: [], formats: ['engine'], host: ['engine', 'formats'] };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  for (const [name, below] of Object.entries(dependencies)) {
    const own = Object.fromEntries(below.map((one) => [`@throughline/${one}`, '0.1.0']));
    write(
      `${name}/package.json`,
      JSON.stringify({
        name: `@throughline/${name}`,
        exports: { '.': { source: './src/index.ts' } },
        dependencies: own,
      }),
    );
    mkdirSync(join(folder, 'node_modules/@throughline'), { recursive: true });
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@throughline', name), 'junction');
  }
  for (const [file, text] of Object.entries(sound)) write(file, text);
  cpSync(join(repository, 'packages/engine/src/rooms.ts'), join(folder, 'packages/engine/src/rooms.ts'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string) {
  const path = join(folder, 'packages', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

it('reads the thirteen rooms in their order', async () => {
  const rooms = await readRooms(repository);
  expect(rooms).toHaveLength(13);
  expect([rooms[0], rooms[1], rooms[12]]).toEqual(['corridor', 'running', 'evidence']);
});

it('finds nothing in a house where every import goes the right way, and sees all of its TypeScript', async () => {
  expect(await cruisePackages(folder)).toEqual({ violations: [], unseen: [], files: 12, imports: 11 });
});

it('lets a package in by every door that the other one has', async () => {
  write(
    'engine/package.json',
    JSON.stringify({
      name: '@throughline/engine',
      exports: { '.': { source: './src/index.ts' }, './corridor': { source: './src/corridor/index.ts' } },
    }),
  );
  write('host/src/a.ts', "import '@throughline/engine/corridor';");
  expect(await cruisePackages(folder)).toMatchObject({ violations: [], unseen: [] });
});

describe('a planted violation is found', () => {
  it.each([
    ['a room imports a later one', 'engine/src/corridor/a.ts', "import '../running/index.ts';", 'running/index.ts'],
    [
      'even for a type only',
      'engine/src/running/a.ts',
      "import type { Worth } from '../economy/index.ts';\nexport type A = Worth;",
      'economy/index.ts',
    ],
    [
      'a room climbs through the window of an earlier one',
      'engine/src/running/a.ts',
      "import '../corridor/length.ts';",
      'corridor/length.ts',
    ],
    ['a room imports a level', 'engine/src/running/a.ts', "import '../simulate.ts';", 'src/simulate.ts'],
    [
      'what is no room enters one by the window',
      'engine/src/summary/a.ts',
      "import '../corridor/length.ts';",
      'corridor/length.ts',
    ],
    ['numerics imports a room', 'engine/src/numerics/a.ts', "import '../corridor/index.ts';", 'corridor/index.ts'],
    [
      'simulate imports a room of appraise',
      'engine/src/simulate.ts',
      "import './economy/index.ts';",
      'economy/index.ts',
    ],
    ['simulate imports appraise', 'engine/src/simulate.ts', "import './appraise.ts';", 'src/appraise.ts'],
    ['the engine reads a file', 'engine/src/running/a.ts', "import 'node:fs';", 'fs'],
    [
      'the engine imports another package',
      'engine/src/running/a.ts',
      "import '@throughline/formats';",
      'formats/src/index.ts',
    ],
    ['a format reads a file', 'formats/src/a.ts', "import 'fs';", 'fs'],
    [
      'a package reaches into another',
      'host/src/a.ts',
      "import '../../engine/src/numerics/root.ts';",
      'numerics/root.ts',
    ],
    ['a package imports a higher one', 'formats/src/a.ts', "import '@throughline/host';", 'host/src/index.ts'],
    ['a source imports a test', 'engine/src/running/a.ts', "import '../corridor/length.test.ts';", 'length.test.ts'],
    ['an import leads nowhere', 'host/src/a.ts', "import './nowhere.ts';", 'nowhere.ts'],
    ['a package that nobody placed', 'novel/src/index.ts', "import 'node:fs';", 'fs'],
  ])('%s', async (_what, file, text, target) => {
    write(file, text);
    const { violations } = await cruisePackages(folder);
    expect(violations).toContainEqual(
      expect.objectContaining({ from: `packages/${file}`, to: expect.stringMatching(new RegExp(`${target}$`)) }),
    );
  });

  it('a circle of three files', async () => {
    for (const [from, to] of ['ab', 'bc', 'ca']) write(`host/src/${from}.ts`, `import './${to}.ts';`);
    const { violations } = await cruisePackages(folder);
    expect(violations.map(({ rule }) => rule)).toContainEqual(expect.stringContaining('circle'));
  });

  it('a library that is not declared', async () => {
    mkdirSync(join(folder, 'node_modules/stranger'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/stranger/package.json'), '{ "name": "stranger", "main": "index.js" }');
    writeFileSync(join(folder, 'node_modules/stranger/index.js'), '');
    write('host/src/a.ts', "import 'stranger';");
    const { violations } = await cruisePackages(folder);
    expect(violations.map(({ rule }) => rule)).toContainEqual(expect.stringContaining('package.json'));
  });
});
