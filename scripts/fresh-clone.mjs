// What a stranger goes through: a copy of HEAD in an empty folder named `ä b`, an empty npm cache, an install killed
// half-way, two starts, the tests. `npm run fresh-clone`; `--keep` leaves the folder, `--no-test` stops before the tests,
// `--clone` clones instead of unpacking an archive. Takes minutes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findNpm } from './bootstrap/npm.mjs';
import { root } from './bootstrap/prepare.mjs';

const { values } = parseArgs({
  options: {
    keep: { type: 'boolean', default: false },
    'no-test': { type: 'boolean', default: false },
    clone: { type: 'boolean', default: false },
  },
});

const base = mkdtempSync(join(tmpdir(), 'throughline-fresh-'));
const folder = join(base, 'ä b');
const npm = findNpm() ?? '';
for (const name of ['home', 'cache', 'tmp']) mkdirSync(join(base, name));
const outside = {
  HOME: join(base, 'home'),
  USERPROFILE: join(base, 'home'),
  TMPDIR: join(base, 'tmp'),
  npm_config_cache: join(base, 'cache'),
  npm_config_userconfig: process.env.npm_config_userconfig ?? join(homedir(), '.npmrc'),
};
const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^THROUGHLINE_|^INIT_CWD$/i.test(name));
const environment = { ...Object.fromEntries(inherited), ...outside };

/** @type {{ step: string, ok: boolean, seconds: number, remark: string }[]} */
const rows = [];

await step('copy of HEAD', async () => {
  copyHead();
  return { ok: existsSync(join(folder, 'package.json')), remark: folder };
});
await step('start, killed half-way through the install', killedStart);
await step('start', async () => {
  const { status, output } = await run(['start']);
  return { ok: status === 0, remark: `status ${status}${status === 0 ? '' : `: ${lastLine(output)}`}` };
});
await step('second start', secondStart);
if (!values['no-test']) {
  await step('test', async () => {
    const { status, output } = await run(['test']);
    return { ok: status === 0, remark: lastLine(output.replace(/\nnpm (?:error|warn|notice).*/g, '')) };
  });
}
await step('nothing written outside', async () => {
  const left = readdirSync(outside.HOME, { recursive: true, encoding: 'utf8' });
  return { ok: left.length === 0, remark: left.slice(0, 3).join(', ') };
});

console.log('');
for (const { step: name, ok, seconds, remark } of rows) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}${remark ? `: ${remark}` : ''}`);
}
if (values.keep) console.log(`\nLeft in ${base}`);
else rmSync(base, { recursive: true, force: true });
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

/**
 * @param {string} name
 * @param {() => Promise<{ ok: boolean, remark: string }>} work
 */
async function step(name, work) {
  console.error(`── ${name}`);
  const started = performance.now();
  const { ok, remark } = await work();
  rows.push({ step: name, ok, seconds: (performance.now() - started) / 1000, remark });
}

function copyHead() {
  if (values.clone) {
    spawnSync('git', ['clone', '--quiet', root, folder], { stdio: 'inherit' });
    return;
  }
  mkdirSync(folder);
  const archive = join(base, 'archive.tar');
  spawnSync('git', ['archive', '--format=tar', '-o', archive, 'HEAD'], { cwd: root, stdio: 'inherit' });
  spawnSync('tar', ['-xf', archive, '-C', folder], { stdio: 'inherit' });
}

/** Kills everything the start has set going as soon as packages begin to arrive. */
async function killedStart() {
  const child = spawn(process.execPath, [npm, 'start'], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: 'ignore',
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  const arriving = () =>
    existsSync(join(folder, 'node_modules')) && readdirSync(join(folder, 'node_modules')).length > 20;
  for (let waited = 0; waited < 120_000 && !arriving(); waited += 20) await sleep(20);
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else process.kill(-(child.pid ?? 0), 'SIGKILL');
  await closed;
  const stamped = existsSync(join(folder, 'node_modules', '.throughline-stamp'));
  const count = existsSync(join(folder, 'node_modules')) ? readdirSync(join(folder, 'node_modules')).length : 0;
  return { ok: !stamped && count > 0, remark: `${count} folders in node_modules, ${stamped ? 'a' : 'no'} stamp` };
}

/** With a registry and a proxy that only count who calls. */
async function secondStart() {
  let calls = 0;
  const listener = createServer((_request, response) => {
    calls += 1;
    response.writeHead(503).end();
  });
  listener.on('connect', (_request, socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (listener.address());
  const url = `http://127.0.0.1:${address.port}/`;
  const { status, output } = await run(['start'], {
    npm_config_registry: url,
    npm_config_proxy: url,
    npm_config_https_proxy: url,
    HTTP_PROXY: url,
    HTTPS_PROXY: url,
  });
  listener.close();
  const idle = !/Installing|Building/.test(output);
  return {
    ok: status === 0 && calls === 0 && idle,
    remark: `status ${status}, ${calls} network calls, ${idle ? 'nothing installed or built' : 'installed or built again'}`,
  };
}

/**
 * @param {string[]} args Of npm.
 * @param {Record<string, string>} [extra] Environment.
 * @returns {Promise<{ status: number, output: string }>}
 */
function run(args, extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [npm, ...args], {
      cwd: folder,
      env: { ...environment, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk;
        process.stderr.write(chunk);
      });
    }
    child.on('close', (code) => resolve({ status: code ?? 1, output }));
  });
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
