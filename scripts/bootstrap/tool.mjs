// Heavy tools have lock files of their own under tools/ and are installed when something first needs them.
import { join } from 'node:path';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';

/**
 * @param {string} root The repository.
 * @param {string} name Folder below `tools`.
 */
export const hasTool = (root, name) => isInstalled(join(root, 'tools', name));

/**
 * Installs a tool unless it is there.
 *
 * @param {string} root The repository.
 * @param {string} name Folder below `tools`.
 * @param {(line: string) => void} [say]
 */
export async function fetchTool(root, name, say = (line) => console.error(line)) {
  if (hasTool(root, name)) return;
  const folder = join(root, 'tools', name);
  await withLock(join(root, '.cache', `tool-${name}.lock`), say, async (lock) => {
    if (!hasTool(root, name)) await install(folder, { say, what: `the tool ${name}`, lock });
  });
}
