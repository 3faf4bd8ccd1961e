// Reads from each package's own package.json through which of its files others may enter.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder A repository with `packages/`.
 * @returns {Record<string, string[]>} Files below `src/` by package, as its `exports` name them.
 */
export function readDoors(folder) {
  const names = readdirSync(join(folder, 'packages')).filter((name) =>
    existsSync(join(folder, 'packages', name, 'package.json')),
  );
  return Object.fromEntries(names.map((name) => [name, doorsOf(join(folder, 'packages', name, 'package.json'))]));
}

/** @param {string} path */
function doorsOf(path) {
  /** @type {{ exports?: Record<string, { source: string }> }} */
  const { exports = {} } = JSON.parse(readFileSync(path, 'utf8'));
  return Object.values(exports).map(({ source }) => source.replace('./src/', ''));
}
