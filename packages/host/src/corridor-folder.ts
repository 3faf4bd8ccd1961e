import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Diagnostics, type MapNode } from '@throughline/engine/corridor';
import { parseYaml, yamlLimits } from '@throughline/formats/yaml';
import type { CorridorTexts, TextFile } from './corridor-texts.ts';

export * from './corridor-texts.ts';

/** Bounds on a corridor's folder. */
export const folderLimits = { files: 400, bytes: 4 * yamlLimits.characters } as const;

/** Folders whose files are named by what they describe. */
const namedFolders = ['options', 'scenarios', 'financing'];
const libraryFolder = fileURLToPath(new URL('../../../library/', import.meta.url));
const fileName = /^[a-z0-9][a-z0-9-]{0,79}\.ya?ml$/;

/**
 * Reads the files of a corridor's folder and the library files it names. Nothing outside the two folders is read:
 * links that lead out are refused, and so are files beyond {@link folderLimits}.
 *
 * @param folder - path of the corridor's folder
 * @param diagnostics - receives a folder that is not there, files that cannot be used
 * @returns the texts of all files that can be used
 * @throws the system's error when a file cannot be read
 * @example
 * ```ts
 * const texts = await readCorridorFolder('corridors/pass-line', new Diagnostics());
 * ```
 */
export async function readCorridorFolder(folder: string, diagnostics: Diagnostics): Promise<CorridorTexts> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined || !(await lstat(root)).isDirectory()) {
    diagnostics.error('', undefined, `There is no folder \`${folder}\`.`, {
      found: root === undefined ? 'nothing' : 'a file',
      expected: 'the folder of a corridor',
    });
    return { id: basename(folder), files: [] };
  }
  const files: TextFile[] = [];
  for (const place of ['', ...namedFolders]) files.push(...(await readYamlFiles(root, place, false, diagnostics)));
  if (!files.some((file) => !file.path.includes('/'))) {
    diagnostics.error('', undefined, `The folder \`${folder}\` holds no corridor.`, {
      found: 'no YAML files',
      expected: 'files such as corridor.yaml and network.yaml',
    });
  }
  const names = libraryNames(files);
  const shared = names.length > 0 ? await readYamlFiles(libraryFolder, '', true, diagnostics) : [];
  return {
    id: basename(root),
    files: [...files, ...shared.filter((file) => names.includes(basename(file.path).replace(/\.ya?ml$/, '')))],
  };
}

async function readYamlFiles(
  root: string,
  place: string,
  library: boolean,
  diagnostics: Diagnostics,
): Promise<TextFile[]> {
  const entries = await readdir(join(root, place), { withFileTypes: true }).catch(() => []);
  const names = entries
    .map((entry) => entry.name)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const files: TextFile[] = [];
  let bytes = 0;
  for (const name of names) {
    const path = place ? `${place}/${name}` : library ? `library/${name}` : name;
    const at = { file: path, line: 1, column: 1 };
    const real = await realpath(join(root, place, name)).catch(() => undefined);
    const size = real === undefined ? 0 : (await lstat(real)).size;
    if (!fileName.test(name)) {
      diagnostics.error('', at, 'The name of a corridor file is made of small letters, digits and hyphens.', {
        found: `\`${name}\``,
        expected: 'a name such as `network.yaml`',
      });
    } else if (real === undefined || !(await lstat(real)).isFile() || relative(root, real).startsWith(`..${sep}`)) {
      diagnostics.error('', at, "This is not a file inside the corridor's folder.", {
        found: 'a link or a folder',
        expected: 'a file',
      });
    } else if (size > yamlLimits.characters) {
      diagnostics.error('', at, 'This file is too large for a corridor file.', {
        found: `${(size / 1e6).toFixed(1)} MB`,
        expected: `at most ${yamlLimits.characters / 1e6} MB`,
      });
    } else if (bytes + size > folderLimits.bytes || files.length >= folderLimits.files) {
      diagnostics.error('', at, 'The files before this one are as many and as large as a corridor may be.', {
        found: `${files.length} files of ${(bytes / 1e6).toFixed(1)} MB`,
        expected: `at most ${folderLimits.files} files of ${folderLimits.bytes / 1e6} MB in all`,
      });
    } else {
      bytes += size;
      files.push({ path, text: await readFile(real, 'utf8'), library });
    }
  }
  return files;
}

/** The library files that a corridor names, looked for before anything else is read. */
function libraryNames(files: readonly TextFile[]): string[] {
  const names: string[] = [];
  for (const file of files.filter(({ path }) => !path.includes('/'))) {
    const tree = parseYaml(file.text, file.path, new Diagnostics());
    const head = tree?.kind === 'map' ? tree.entries.get('corridor')?.value : undefined;
    const list = head?.kind === 'map' ? (head as MapNode).entries.get('library')?.value : undefined;
    if (list?.kind === 'list')
      names.push(...list.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : [])));
  }
  return names;
}
