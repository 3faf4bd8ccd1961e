// Installs exactly what a lock file lists, once for each lock file, Node major and machine kind.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, findNpm } from './npm.mjs';
import { Failure, runNode } from './spawn.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';

/** @param {string} folder */
const stampFile = (folder) => join(folder, 'node_modules', '.throughline-stamp');

/**
 * @param {string} folder Folder with a `package-lock.json`.
 * @returns {string} What the stamp of a complete install says.
 */
export function installKey(folder) {
  const [major] = process.versions.node.split('.');
  const lockHash = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  return `${lockHash} node ${major} ${process.platform} ${process.arch}\n`;
}

/**
 * @param {string} folder
 * @returns {boolean} Whether `node_modules` is the complete install of this lock file for this machine.
 */
export function isInstalled(folder) {
  return readStamp(stampFile(folder)) === installKey(folder);
}

/**
 * Runs `npm ci` in a folder and stamps it. An install that was killed has no stamp and is done afresh.
 *
 * @param {string} folder
 * @param {{
 *   say: (line: string) => void,
 *   what?: string,
 *   runScripts?: boolean,
 *   lock?: { holds(pid: number): void },
 * }} options `what` names what is installed; `runScripts` lets the packages run their install scripts.
 */
export async function install(folder, { say, what = 'the libraries', runScripts = false, lock }) {
  const npm = findNpm();
  if (!npm) {
    throw new Failure(
      `Found no npm beside ${process.execPath} or on the path; install Node with npm and run it again.`,
    );
  }
  const again = existsSync(join(folder, 'node_modules'));
  say(`Installing ${what}${again ? ' afresh' : ''} (${folder}) …`);
  const started = Date.now();
  const heartbeat = setInterval(() => say(`  still installing (${seconds(started)} s)`), 20_000);
  try {
    removeStamp(stampFile(folder));
    const key = installKey(folder);
    const args = [npm, 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
    const status = await runNode([...args, runScripts ? '--no-ignore-scripts' : '--ignore-scripts'], {
      cwd: folder,
      env: cleanEnvironment(),
      onStart: (pid) => lock?.holds(pid),
    });
    if (status !== 0) {
      throw new Failure(
        `Could not install ${what}: npm ended with status ${status} (see above). The first start needs the package ` +
          'registry or a filled npm cache; run the command again once it can be reached.',
      );
    }
    writeStamp(stampFile(folder), key);
  } finally {
    clearInterval(heartbeat);
  }
  say(`Installed ${what} in ${seconds(started)} s.`);
}

/** @param {number} started Milliseconds. */
const seconds = (started) => Math.round((Date.now() - started) / 1000);
