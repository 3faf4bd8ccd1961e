import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file to be written. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, then renamed.
 *
 * @param path - where it shall stand; folders are made
 * @param content - its content
 * @returns a promise that the file stands in its place
 * @throws the system's error when it cannot be written; what stood there stays
 * @example
 * ```ts
 * await writeWhole('out/assessment.json', '{}');
 * ```
 */
export function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  return writeTogether([{ path, content }]);
}

/**
 * Writes files that belong together: none takes its name before all have been written in full.
 *
 * @param files - the files; folders are made
 * @throws the system's error when one of them cannot be written; no temporary file stays
 * @example
 * ```ts
 * await writeTogether([{ path: 'out/map.svg', content: '<svg/>' }, { path: 'out/index.html', content: '<p>' }]);
 * ```
 */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  const parts = files.map(({ path, content }) => ({ path, content, temporary: temporaryName(path) }));
  try {
    for (const { temporary, content } of parts) {
      await mkdir(dirname(temporary), { recursive: true });
      await writeFile(temporary, content);
    }
    for (const { temporary, path } of parts) await rename(temporary, path);
  } catch (problem) {
    for (const { temporary } of parts) await rm(temporary, { force: true });
    throw problem;
  }
}

/**
 * Writes a folder whole or not at all: under a temporary name beside it, then renamed.
 *
 * @param folder - where it shall stand; it must not exist, or be empty
 * @param files - its files, with paths inside it
 * @throws the system's error when it cannot be written; no temporary folder stays
 * @example
 * ```ts
 * await writeFolder('out/dossier', [{ path: 'index.html', content: '<p>A dossier.</p>' }]);
 * ```
 */
export async function writeFolder(folder: string, files: readonly FileToWrite[]): Promise<void> {
  const temporary = temporaryName(folder);
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(join(temporary, path)), { recursive: true });
      await writeFile(join(temporary, path), content);
    }
    await rename(temporary, folder);
  } catch (problem) {
    await rm(temporary, { recursive: true, force: true });
    throw problem;
  }
}

function temporaryName(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.part`;
}
