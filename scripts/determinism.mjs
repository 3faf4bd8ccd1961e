// Checks that the engine uses nothing whose result depends on the machine: `node scripts/determinism.mjs [FOLDER]`.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findUnsteady } from './determinism/find-unsteady.mjs';

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../packages/engine/src', import.meta.url)));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => join(folder, file))
  .sort();

let faults = 0;
for (const file of files) {
  for (const { line, column, message } of findUnsteady(file, readFileSync(file, 'utf8'))) {
    faults += 1;
    console.error(`${relative(process.cwd(), file)}:${line}:${column} ${message}`);
  }
}
console.log(`Determinism of the engine: ${files.length} files, ${faults} faults.`);
process.exitCode = faults > 0 || files.length === 0 ? 1 : 0;
