// One bootstrap at a time in a folder. The lock names its holder and is touched every second while held, so that the
// lock of a process that died is told from one that is busy, without trusting clocks to agree.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './spawn.mjs';

/** @typedef {{ token: string, host: string, pid: number, child?: number }} Holder */

const touchEvery = 1000;
const pollEvery = 200;

/** In milliseconds: a lock untouched for `stale` is abandoned; `patience` is the longest wait. */
const defaults = { stale: 60_000, patience: 1_800_000 };

/**
 * Does the work while holding the lock; waits for another holder first.
 *
 * @template T
 * @param {string} file
 * @param {(line: string) => void} say
 * @param {(lock: { holds(pid: number): void }) => Promise<T>} work Calls `holds` with each child process it starts, so
 *   that a child that outlives its killed parent is waited for.
 * @param {Partial<typeof defaults>} [limits]
 * @returns {Promise<T>}
 */
export async function withLock(file, say, work, limits = {}) {
  /** @type {Holder} */
  const self = { token: randomUUID(), host: hostname(), pid: process.pid };
  mkdirSync(dirname(file), { recursive: true });
  await acquire(file, self, say, { ...defaults, ...limits });
  const touching = setInterval(() => touch(file), touchEvery);
  touching.unref();
  try {
    return await work({
      holds(pid) {
        self.child = pid;
        writeFileSync(file, JSON.stringify(self));
      },
    });
  } finally {
    clearInterval(touching);
    if (read(file)?.token === self.token) rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {Holder} self
 * @param {(line: string) => void} say
 * @param {typeof defaults} limits
 */
async function acquire(file, self, say, limits) {
  const started = performance.now();
  let said = false;
  let seen = '';
  let seenAt = started;
  while (!create(file, JSON.stringify(self))) {
    const holder = read(file);
    const now = `${holder?.token} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`;
    if (now !== seen) [seen, seenAt] = [now, performance.now()];
    if (isAbandoned(holder, performance.now() - seenAt, limits)) breakLock(file, holder);
    else if (!said)
      say(`Another start is at work in this folder (process ${holder?.pid ?? 'unknown'}); waiting for it …`);
    said = true;
    if (performance.now() - started > limits.patience)
      throw new Failure(`Waited too long; remove ${file} if nothing else runs.`);
    await sleep(pollEvery);
  }
}

/**
 * @param {Holder | undefined} holder
 * @param {number} untouched Milliseconds for which we saw no sign of life.
 * @param {typeof defaults} limits
 */
function isAbandoned(holder, untouched, limits) {
  const working = !holder || holder.host !== hostname() || [holder.pid, holder.child].some(isAlive);
  return !working || untouched > limits.stale;
}

/**
 * Removes the lock of a dead holder. Of several that try, one does: the others find that the holder has changed.
 *
 * @param {string} file
 * @param {Holder | undefined} holder
 */
function breakLock(file, holder) {
  const guard = `${file}.breaking`;
  if (!create(guard, '')) {
    const left = statSync(guard, { throwIfNoEntry: false });
    if (left && Date.now() - left.mtimeMs > 10_000) rmSync(guard, { force: true });
    return;
  }
  if (read(file)?.token === holder?.token) rmSync(file, { force: true });
  rmSync(guard, { force: true });
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {boolean} Whether we were the one to create it.
 */
function create(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Removed by hand: nothing to keep fresh.
  }
}

/** @param {number | undefined} pid */
function isAlive(pid) {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Whether a process has ended without being collected by its parent, as happens for long in containers without init.
 *
 * @param {number} pid
 */
function isZombie(pid) {
  if (process.platform !== 'linux') return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
