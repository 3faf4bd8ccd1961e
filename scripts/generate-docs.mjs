// Writes what documents can be written from data: the JSON Schemas, the reference of the corridor format, and the data
// inventory. Run it after changing an attribute table or a corridor; a test compares what it writes with what is there.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { formatReference, jsonSchemaOf, schemaKinds } from '@throughline/engine/corridor';
import { dataInventory } from './docs/data-inventory.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} folder A repository with `corridors/`.
 * @returns {Promise<Record<string, string>>} Texts by path from the folder.
 */
export async function generatedDocs(folder) {
  const schemas = schemaKinds.map((kind) => [
    `docs/schema/${kind}.schema.json`,
    `${JSON.stringify(jsonSchemaOf(kind), undefined, 2)}\n`,
  ]);
  return {
    ...Object.fromEntries(schemas),
    'docs/format.md': formatReference(),
    'docs/data-inventory.md': await dataInventory(join(folder, 'corridors')),
  };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  for (const [path, text] of Object.entries(await generatedDocs(root))) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    console.log(path);
  }
}
