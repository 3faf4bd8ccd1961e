import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = dirname(import.meta.dirname);
const itself = 'scripts/committed-files.test.ts';
const pictures = new Set(['.png', '.jpg', '.woff2', '.woff', '.ico', '.pdf', '.xlsx', '.parquet', '.wasm', '.gz']);

/** What ties a file to one machine. Web addresses may hold `/home/` behind their host. */
const traces: [string, RegExp][] = [
  ['a home folder', /(?<![\w./-])\/(?:home|Users|root)\/[\w.-]+/],
  ['a folder of one machine', /(?<![\w.@/-])\/(?:work|tmp\/[\w.-]+|mnt|workspace)\/[\w.-]+/],
  ['a folder of one machine', /\b[A-Z]:\\Users\\/],
  ['a package registry', /\bregistry\.(?:npmjs\.org|yarnpkg\.com)|\/artifactory\/|\bverdaccio\b|npm\.pkg\.github/],
];

/** Files that speak of such places on purpose: tests of how a browser is found on other people's machines. */
const exempt = new Set([itself, 'tools/browser/installed-browser.test.ts']);

it('holds no trace of the machine a file was written on', () => {
  const found = committedFiles()
    .filter((file) => !exempt.has(file) && !pictures.has(extname(file)))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
      return lines.flatMap((line, index) => findTraces(line).map((what) => `${file}:${index + 1} names ${what}`));
    });
  expect(found).toEqual([]);
});

it.each([
  ['see /home/mai/notes', 1],
  ['"/root/.npm"', 1],
  ['cd /work/main', 1],
  ['https://registry.npmjs.org/x', 1],
  ['https://example.org/home/news', 0],
  ['packages/work/main', 0],
  ['../work/main', 0],
])('tells a trace from an address: %s', (line, count) => {
  expect(findTraces(line)).toHaveLength(count);
});

function findTraces(line: string): string[] {
  return traces.filter(([, pattern]) => pattern.test(line)).map(([what]) => what);
}

/** Files under version control; in a downloaded archive, all files but what is made from them. */
function committedFiles(): string[] {
  if (existsSync(join(root, '.git'))) {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
    return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  }
  const made = new Set(['node_modules', 'dist', 'out', '.cache', '.git']);
  const walk = (below: string): string[] =>
    readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return made.has(entry.name) ? [] : walk(path);
      return [path];
    });
  return walk('');
}
