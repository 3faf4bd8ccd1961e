import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { Diagnostics } from '@throughline/engine/corridor';
import { readCorridorFolder, type TextFile } from '@throughline/host/corridor-folder';
import { type FileToWrite, writeFolder, writeTogether } from '@throughline/host/write-file';
import { BadInput } from '../exit-status.ts';
import { productFolder } from '../product-folder.ts';
import { print } from '../terminal/output.ts';
import { writing } from '../writing.ts';
import type { NewOptions } from './new-options.ts';

/**
 * Makes a folder with a small corridor: the tutorial corridor under a title of its own.
 *
 * @param folder - where it shall stand
 * @param options - what the command line says
 */
export async function scaffold(folder: string, options: NewOptions): Promise<void> {
  const target = resolve(folder);
  const exists = await isEmptyFolder(target, folder);
  const diagnostics = new Diagnostics();
  const { files } = await readCorridorFolder(join(productFolder, 'corridors', 'two-gauges'), diagnostics);
  if (diagnostics.failed) throw new BadInput('The tutorial corridor, from which a new one is made, is not in place.');
  const title = options.title ?? titleFrom(basename(target));
  const made = files.filter(({ library }) => !library).map((file) => fileFor(file, target, title));
  await writing(folder, () =>
    exists
      ? writeTogether(made.map(({ path, content }) => ({ path: join(target, path), content })))
      : writeFolder(target, made),
  );
  print([
    `${folder} holds a small corridor.`,
    '',
    `  throughline check ${folder}     says what is wrong with it`,
    `  throughline assess ${folder}    writes its dossier`,
    '',
    `Begin in ${join(folder, 'corridor.yaml')}; docs/format.md lists every attribute.`,
  ]);
}

/** Whether the folder is there and empty; anything else that is there is refused. */
async function isEmptyFolder(target: string, shown: string): Promise<boolean> {
  try {
    const entries = await readdir(target);
    if (entries.length === 0) return true;
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw new BadInput(`\`${shown}\` cannot become a folder (${code}).`);
  }
  throw new BadInput(`The folder \`${shown}\` is not empty. Name one that does not exist yet.`);
}

function fileFor({ path, text }: TextFile, target: string, title: string): FileToWrite {
  const content = withSchema(text, path, target);
  return { path, content: path === 'corridor.yaml' ? titled(content, title) : content };
}

/** Points the editor's schema line at the schemas that ship, from where the new file stands. */
function withSchema(text: string, path: string, target: string): string {
  const from = join(target, path, '..');
  return text.replace(/(\$schema=)\S*\/(\w+\.schema\.json)/, (_, key: string, name: string) => {
    const to = relative(from, join(productFolder, 'docs', 'schema', name))
      .split(sep)
      .join('/');
    return `${key}${encodeURI(to)}`;
  });
}

function titleFrom(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'A new corridor' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A corridor file under another title; the comment behind it stays. */
function titled(text: string, title: string): string {
  return text.replace(
    /^( +title: )[^#\n]*?( *)(#.*)?$/m,
    (_, key: string, gap: string, comment?: string) =>
      `${key}${JSON.stringify(title)}${comment === undefined ? '' : `${gap || ' '}${comment}`}`,
  );
}
