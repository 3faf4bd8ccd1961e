// All checks in order: `npm test`. `--deep` runs the property tests at length; `--expect-skips FILE` fails on a skip
// whose reason is not in the file.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './bootstrap/build.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { root } from './bootstrap/prepare.mjs';
import { Failure, runNode } from './bootstrap/spawn.mjs';
import { fetchTool } from './bootstrap/tool.mjs';
import { readReport, summarise } from './test/summary.mjs';

const { values } = parseArgs({
  options: { deep: { type: 'boolean', default: false }, 'expect-skips': { type: 'string' } },
});
const say = (/** @type {string} */ line) => console.error(line);
const reports = join(root, '.cache', 'test');
const env = { ...process.env, ...(values.deep ? { THROUGHLINE_DEEP: '1' } : {}) };
const expected = values['expect-skips'] === undefined ? undefined : readFileSync(values['expect-skips'], 'utf8');

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @type {import('./test/summary.mjs').Check[]} */
const checks = [];

await check('compile', () =>
  withLock(join(root, '.cache', 'bootstrap.lock'), say, (lock) => build(root, { say, lock })).then(() => 0),
);
await check('types of the tests', () => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.tests.json'));
await check('format and lint', lint);
await check('import directions', () => node('scripts/layers.mjs'));
await check('determinism of the engine', () => node('scripts/determinism.mjs'));
await check('unit, property and command-line tests', () => vitest('unit'), 'unit');
await check('browser tests', fetchBrowserAndTest, 'browser');

const summary = summarise(checks, expected);
writeFileSync(join(reports, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
console.log(summary.text);
process.exitCode = summary.failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {() => Promise<number>} run
 * @param {string} [project] Its tests are counted one by one.
 */
async function check(name, run, project) {
  say(`\n── ${name}`);
  const started = performance.now();
  let status = 1;
  try {
    status = await run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    if (error.status === 130) process.exit(130);
  }
  const seconds = (performance.now() - started) / 1000;
  checks.push({ name, ok: status === 0, seconds, tests: project ? readReport(reportOf(project)) : undefined });
}

/** @param {string[]} args */
function node(...args) {
  return runNode(args, { cwd: root, env });
}

/** Biome makes a folder in the user's caches, though it puts nothing there: we give it one of ours. */
function lint() {
  const args = ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'];
  const home = join(root, '.cache', 'home');
  mkdirSync(home, { recursive: true });
  return runNode(args, { cwd: root, env: { ...env, HOME: home, XDG_CACHE_HOME: home } });
}

/** @param {string} project */
function vitest(project) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`];
  return node('node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', ...reporters);
}

async function fetchBrowserAndTest() {
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      await fetchTool(root, 'browser', say);
    } catch (error) {
      if (!(error instanceof Failure) || error.status === 130) throw error;
      say(`${error.message}\nThe browser tests are skipped.`);
    }
  }
  return vitest('browser');
}

/** @param {string} project */
function reportOf(project) {
  return join(reports, `${project}.json`);
}
