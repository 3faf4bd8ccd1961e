// What is due before a command can run: the install, the build, both or (nearly always) nothing.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { Failure } from './spawn.mjs';

/** Folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Brings the folder into the state in which commands run.
 *
 * @param {{ steps?: string[], folder?: string, say?: (line: string) => void }} [options] `steps` among `install` and
 *   `build` (both when empty); `folder` is the repository.
 * @returns {Promise<number>} Exit status: 0 when everything asked for is in place.
 */
export async function prepare({ steps = [], folder = root, say = (line) => console.error(line) } = {}) {
  const unknown = steps.filter((step) => step !== 'install' && step !== 'build');
  if (unknown.length > 0) {
    say(`bootstrap knows the steps install and build, not ${unknown.join(', ')}.`);
    return 2;
  }
  const wantsBuild = steps.length === 0 || steps.includes('build');
  const ready = () => isInstalled(folder) && (!wantsBuild || isBuilt(folder));
  if (ready()) return 0;

  try {
    await withLock(join(folder, '.cache', 'bootstrap.lock'), say, async (lock) => {
      if (!isInstalled(folder)) await install(folder, { say, lock });
      if (wantsBuild && !isBuilt(folder)) await build(folder, { say, lock });
    });
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return error.status;
  }
}
