import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanEnvironment, findNpm } from './bootstrap/npm.mjs';

/**
 * Stands in for npm: notes that it ran, empties `node_modules`, and puts a compiler there that copies `.ts` to `.js`.
 * With `FAKE_NPM=slow` it stops half-way and waits to be killed.
 */
const fakeNpm = `
const { appendFileSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('npm-ran.txt', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/half', { recursive: true });
if (process.env.FAKE_NPM === 'fails') process.exit(7);
const finish = () => {
  rmSync('node_modules/half', { recursive: true });
  mkdirSync('node_modules/typescript/bin', { recursive: true });
  writeFileSync('node_modules/typescript/bin/tsc', process.env.FAKE_TSC);
};
if (process.env.FAKE_NPM === 'slow') setTimeout(finish, 60_000);
else if (process.env.FAKE_NPM === 'takes-a-second') setTimeout(finish, 1000);
else finish();
`;

const fakeCompiler = `
const fs = require('node:fs');
fs.appendFileSync('tsc-ran.txt', process.argv.slice(2).join(' ') + '\\n');
fs.mkdirSync('packages/one/dist', { recursive: true });
fs.copyFileSync('packages/one/src/index.ts', 'packages/one/dist/index.js');
fs.writeFileSync('packages/one/dist/.tsbuildinfo', 'x');
if (fs.readFileSync('packages/one/src/index.ts', 'utf8').includes('error')) process.exit(2);
`;

const noSignals = process.platform === 'win32';
let base: string;
let folder: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'throughline-'));
  folder = join(base, 'ä b');
  mkdirSync(join(folder, 'packages', 'one', 'src'), { recursive: true });
  cpSync(import.meta.dirname, join(folder, 'scripts'), { recursive: true });
  writeFileSync(join(base, 'npm-cli.js'), fakeNpm);
  write('package-lock.json', '{}');
  write('tsconfig.json', '{ "references": [{ "path": "packages/one" }] }');
  write('tsconfig.base.json', '{}');
  write('packages/one/package.json', '{}');
  write('packages/one/tsconfig.json', '{}');
  write('packages/one/src/index.ts', 'export {};');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('the first start', () => {
  it('installs without audit, fund and install scripts, then builds, and says so', () => {
    const first = bootstrap();
    expect(first.status).toBe(0);
    expect(runs('npm')).toEqual([
      'ci --no-audit --no-fund --include=dev --include=optional --loglevel=error --ignore-scripts',
    ]);
    expect(runs('tsc')).toHaveLength(1);
    expect(existsSync(join(folder, 'packages/one/dist/index.js'))).toBe(true);
    expect(first.stderr).toMatch(/Installing the libraries .*ä b/);
    expect(first.stdout).toBe('');
  });

  it('says what to do when npm fails, leaves no stamp, and builds nothing', () => {
    const first = bootstrap({ FAKE_NPM: 'fails' });
    expect(first.status).toBe(1);
    expect(first.stderr).toContain('npm ended with status 7');
    expect(first.stderr).not.toContain('    at ');
    expect(runs('tsc')).toEqual([]);
    expect(bootstrap().status).toBe(0);
    expect(runs('npm')).toHaveLength(2);
  });

  it('stops with the compiler at sources that do not compile, and says so again at the next start', () => {
    write('packages/one/src/index.ts', 'error');
    expect(bootstrap().status).toBe(1);
    const second = bootstrap();
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('The sources do not compile');
    expect(runs('npm')).toHaveLength(1);
  });

  it('only installs when only the install is asked for', () => {
    expect(bootstrap({}, ['install']).status).toBe(0);
    expect(runs('npm')).toHaveLength(1);
    expect(runs('tsc')).toEqual([]);
  });
});

describe('the second start', () => {
  it('runs neither npm nor the compiler, says nothing and takes less than a second', () => {
    bootstrap();
    const started = performance.now();
    const second = bootstrap();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(second).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(runs('npm')).toHaveLength(1);
    expect(runs('tsc')).toHaveLength(1);
  });

  it.each([
    ['a source changed', () => write('packages/one/src/index.ts', 'export const a = 1;')],
    ['a source was added', () => write('packages/one/src/index.json', '{}')],
    ['the compiler ran by itself', () => write('packages/one/dist/.tsbuildinfo', 'longer')],
    ['a compiled file is gone', () => rmSync(join(folder, 'packages/one/dist/index.js'))],
  ])('builds again when %s', (_reason, change) => {
    bootstrap();
    change();
    expect(bootstrap().status).toBe(0);
    expect(runs('npm')).toHaveLength(1);
    expect(runs('tsc')).toHaveLength(2);
    bootstrap();
    expect(runs('tsc')).toHaveLength(2);
  });

  it('does not build again for a test', () => {
    bootstrap();
    write('packages/one/src/index.test.ts', 'export {};');
    bootstrap();
    expect(runs('tsc')).toHaveLength(1);
  });

  it('installs again when the lock file changed', () => {
    bootstrap();
    write('package-lock.json', '{ "changed": true }');
    expect(bootstrap().status).toBe(0);
    expect(runs('npm')).toHaveLength(2);
  });
});

describe('a start that was cut short', () => {
  it('is taken up again after an install killed half-way', async () => {
    const killed = start({ FAKE_NPM: 'slow' });
    await until(() => existsSync(join(folder, 'node_modules/half')) && lockText().includes('child'));
    const { child } = JSON.parse(lockText());
    killed.kill('SIGKILL');
    process.kill(child, 'SIGKILL');
    const next = bootstrap();
    expect(next.status).toBe(0);
    expect(next.stderr).toContain('afresh');
    expect(existsSync(join(folder, 'node_modules/half'))).toBe(false);
    expect(bootstrap().stderr).toBe('');
  });

  it('waits for an npm that outlived its killed start before it installs afresh', async () => {
    const killed = start({ FAKE_NPM: 'takes-a-second' });
    await until(() => lockText().includes('child'));
    killed.kill('SIGKILL');
    const next = bootstrap();
    expect(next.stderr).toContain('waiting for it');
    expect(next.status).toBe(0);
    expect(runs('npm')).toHaveLength(2);
  });

  it('compiles everything anew after a build killed half-way', () => {
    bootstrap();
    write('.cache/build-stamp', 'unfinished\n');
    expect(bootstrap().status).toBe(0);
    expect(runs('tsc').at(-1)).toBe('-b --force');
  });

  it.skipIf(noSignals)(`ends with npm when interrupted${noSignals ? ' (skipped: needs signals)' : ''}`, async () => {
    const interrupted = start({ FAKE_NPM: 'slow' });
    const ended = new Promise<number | null>((resolve) => interrupted.on('close', resolve));
    await until(() => lockText().includes('child'));
    const { child } = JSON.parse(lockText());
    interrupted.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(() => process.kill(child, 0)).toThrow('ESRCH');
    expect(existsSync(join(folder, '.cache/bootstrap.lock'))).toBe(false);
  });
});

it('lets two starts at once install and build only once', async () => {
  const both = [start({ FAKE_NPM: 'takes-a-second' }), start({ FAKE_NPM: 'takes-a-second' })];
  const ends = await Promise.all(both.map((one) => new Promise((resolve) => one.on('close', resolve))));
  expect(ends).toEqual([0, 0]);
  expect(runs('npm')).toHaveLength(1);
  expect(runs('tsc')).toHaveLength(1);
});

it('answers an old Node with one sentence', () => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' });`;
  write('pretend.cjs', pretend);
  const old = spawnSync(process.execPath, ['-r', './pretend.cjs', 'scripts/bootstrap.cjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(old.status).toBe(1);
  expect(old.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/needs Node 20\.19 or newer; this is Node 18\.20\.4\./),
  ]);
});

it('guards with syntax that the oldest Nodes read', () => {
  const guard = readFileSync(join(import.meta.dirname, 'bootstrap.cjs'), 'utf8');
  expect(guard).not.toMatch(/=>|`|\bconst\b|\blet\b|\bimport\s*\(|\?\.|\?\?/);
});

describe('npm', () => {
  /** A place of a kind that Node is installed to, with npm where it then is. */
  function installed(script: string) {
    const file = join(realpathSync(base), script);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    return file;
  }

  it.each([
    ['as an installer for Windows puts it', 'nodejs/node.exe', 'nodejs/node_modules/npm/bin/npm-cli.js'],
    ['as an archive for Linux and macOS has it', 'node/bin/node', 'node/lib/node_modules/npm/bin/npm-cli.js'],
  ])('is found beside Node %s', (_how, node, script) => {
    const npm = installed(script);
    expect(findNpm({ env: {}, execPath: join(realpathSync(base), node) })).toBe(npm);
  });

  it('is found on the path when Node has none beside it', () => {
    const npm = installed('other/node_modules/npm/bin/npm-cli.js');
    const env = { PATH: ['', join(base, 'none'), join(base, 'other')].join(delimiter) };
    expect(findNpm({ env, execPath: join(base, 'bin', 'node') })).toBe(npm);
  });

  it('is the one that called us, but not another package manager that did', () => {
    const beside = installed('bin/node_modules/npm/bin/npm-cli.js');
    const execPath = join(realpathSync(base), 'bin', 'node');
    const calling = installed('calling/npm-cli.js');
    expect(findNpm({ env: { npm_execpath: calling }, execPath })).toBe(calling);
    expect(findNpm({ env: { npm_execpath: installed('yarn.js') }, execPath })).toBe(beside);
  });

  it('is not found where there is none', () => {
    expect(findNpm({ env: {}, execPath: join(base, 'bin', 'node') })).toBeUndefined();
  });

  it('is not told what the outer npm was told about itself', () => {
    const inner = cleanEnvironment({
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      npm_config_workspace: 'a',
      npm_config_cache: 'b',
      HOME: 'c',
    });
    expect(inner).toEqual({ npm_config_cache: 'b', HOME: 'c' });
  });
});

function environment(extra: Record<string, string>) {
  return { ...process.env, npm_execpath: join(base, 'npm-cli.js'), FAKE_TSC: fakeCompiler, ...extra };
}

function bootstrap(extra: Record<string, string> = {}, steps: string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/bootstrap.cjs'), ...steps], {
    cwd: base,
    env: environment(extra),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function start(extra: Record<string, string>) {
  return spawn(process.execPath, [join(folder, 'scripts/bootstrap.cjs')], {
    cwd: base,
    env: environment(extra),
    stdio: 'ignore',
  });
}

function write(file: string, text: string) {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function runs(program: 'npm' | 'tsc'): string[] {
  const file = join(folder, `${program}-ran.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

function lockText(): string {
  const file = join(folder, '.cache/bootstrap.lock');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function until(condition: () => boolean) {
  const started = performance.now();
  while (!condition()) {
    if (performance.now() - started > 10_000) throw new Error('waited in vain');
    await sleep(20);
  }
}
