// Writes what documents can be written from data: the JSON Schemas, the reference of the corridor format, and the data
// inventory. Run it after changing an attribute table or a corridor; a test compares what it writes with what is there.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { formatReference, jsonSchemaOf, schemaKinds } from '@throughline/engine/corridor';
import { dataInventory } from './docs/data-inventory.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths of the pages, and who writes their text. */
export const generated = {
  ...Object.fromEntries(schemaKinds.map((kind) => [`docs/schema/${kind}.schema.json`, () => schemaText(kind)])),
  'docs/format.md': formatReference,
  'docs/data-inventory.md': () => dataInventory(join(root, 'corridors')),
};

/** @param {import('@throughline/engine/corridor').SchemaKind} kind */
const schemaText = (kind) => `${JSON.stringify(jsonSchemaOf(kind), undefined, 2)}\n`;

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  for (const [path, write] of Object.entries(generated)) {
    const text = await write();
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    console.log(path);
  }
}
