import { readFile, stat } from 'node:fs/promises';
import { BadInput } from './exit-status.ts';

/**
 * The text of a file that the user names.
 *
 * @param file - its path
 * @param largest - most bytes that are read
 * @throws BadInput in a sentence when there is no such file, or it is too large
 */
export async function textOf(file: string, largest: number): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new BadInput(`There is no file \`${file}\`.`);
  if (!found.isFile()) throw new BadInput(`\`${file}\` is not a file.`);
  if (found.size > largest) {
    throw new BadInput(`\`${file}\` has ${Math.round(found.size / 1e6)} MB; at most ${largest / 1e6} MB are read.`);
  }
  return readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    throw new BadInput(`\`${file}\` cannot be read (${problem.code}).`);
  });
}
