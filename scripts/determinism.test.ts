import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnsteady } from './determinism/find-unsteady.mjs';

const messages = (text: string) => findUnsteady('a.ts', text).map(({ message }) => message);

describe('what may differ between machines, days or runs is found', () => {
  it.each([
    ['const a = Math.pow(2, 0.5);', 'Math.pow'],
    ['const a = Math.exp(1) + 1;', 'Math.exp'],
    ['const a = Math.log1p(1);', 'Math.log1p'],
    ['const a = Math.hypot(1, 2);', 'Math.hypot'],
    ['const a = Math.random();', 'Math.random'],
    ["const a = Math['sin'](1);", 'Math.sin'],
    ['const a = [1].map(Math.cbrt);', 'Math.cbrt'],
    ['const { tan } = Math;', 'only as Math.<member>'],
    ['const m = Math;', 'only as Math.<member>'],
    ['const f = (name: "sin") => Math[name](1);', 'only as Math.<member>'],
    ['const a = b ** 3;', 'power'],
    ['const a = b ** 0.5;', 'power'],
    ['const a = b ** c;', 'power'],
    ['function f(a: number) { a **= 1.5; }', 'power'],
    ["const a = 'a'.localeCompare('b');", 'localeCompare'],
    ["const a = 'a'['localeCompare']('b');", 'localeCompare'],
    ['const a = (1).toLocaleString();', 'toLocaleString'],
    ['const a = new Intl.NumberFormat();', 'Intl'],
    ['const a = Date.now();', 'Date'],
    ['const a = new Date(0);', 'Date'],
    ['const a = performance.now();', 'performance'],
    ['const a = process.env;', 'process'],
    ['const a = globalThis;', 'globalThis'],
    ['setTimeout(f, 1);', 'setTimeout'],
    ['const a = { process };', 'process'],
    ['let counter = 0;', 'state'],
    ['export var counter = 0;', 'state'],
  ])('%s', (text, word) => {
    expect(messages(text)).toEqual([expect.stringContaining(word)]);
  });
});

describe('what is the same everywhere is left alone', () => {
  it.each([
    'const a = Math.sqrt(b) + Math.max(1, Math.PI) + [2].map(Math.abs)[0];',
    'const a = b ** 2 + 10n ** 3n;',
    'for (const process of node.processes) run(process);',
    'const a = border.process; const b = { Date: 1 }; type A = { performance: number };',
    'function f() { let sum = 0; for (let i = 0; i < 3; i += 1) sum += i; return sum; }',
    '// Math.pow, Date and localeCompare are only spoken of here.',
    "const a = 'Date.now()';",
  ])('%s', (text) => {
    expect(messages(text)).toEqual([]);
  });
});

it('says where', () => {
  expect(findUnsteady('a.ts', 'const a = 1;\nconst b = a +\n  Math.cos(a);')).toEqual([
    expect.objectContaining({ line: 3, column: 3 }),
  ]);
});

it('fails as a command on one planted fault, names its place, and leaves tests alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  try {
    mkdirSync(join(folder, 'running'));
    writeFileSync(join(folder, 'running/sound.ts'), 'export const a = Math.sqrt(2);');
    writeFileSync(join(folder, 'running/sound.test.ts'), 'export const a = Math.random();');
    expect(check(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 files, 0 faults') });
    writeFileSync(join(folder, 'running/planted.ts'), 'export const a = Math.random();');
    expect(check(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('planted.ts:1:18 Math.random') });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function check(folder: string) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'determinism.mjs'), folder], { encoding: 'utf8' });
}
