// A Node 24 beside the one that runs, to show that both compute the same bytes. `node tools/fetch.mjs node24` gets it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @returns {{ execPath: string, reason?: undefined } | { execPath?: undefined, reason: string }} Where it is, or why
 *   there is none, in words for the name of a skipped test.
 */
export function findNode24() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = platform === 'win' ? 'node.exe' : 'node';
  const folder = fileURLToPath(new URL('node_modules', import.meta.url));
  const execPath = join(folder, `node-${platform}-${process.arch}`, 'bin', file);
  return existsSync(execPath) ? { execPath } : { reason: 'needs tools/node24: node tools/fetch.mjs node24' };
}
