// Checks the directions of imports: `node scripts/layers.mjs [FOLDER]`. Exit status 1 when one points the wrong way.
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruisePackages } from './layers/cruise.mjs';

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const { violations, unseen, files, imports } = await cruisePackages(folder);

for (const { from, to, rule } of violations) console.error(`${from} → ${to}\n    ${rule}`);
for (const file of unseen) console.error(`${file}\n    its imports were not seen: the check is blind here`);
const faults = violations.length + unseen.length;
const where = relative(process.cwd(), folder) || '.';
console.log(`Import directions in ${where}: ${files} files, ${imports} imports, ${faults} against the order.`);
process.exitCode = faults > 0 || files === 0 || imports === 0 ? 1 : 0;
