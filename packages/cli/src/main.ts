#!/usr/bin/env node
import { Diagnostics, formatDiagnostic, readCorridor } from '@throughline/engine';
import { parseCorridor, readCorridorFolder } from '@throughline/host';

const d = new Diagnostics();
const texts = await readCorridorFolder(process.argv[3] as string, d);
const files = parseCorridor(texts, d);
let n = d.all.length;
for (const x of d.all) console.error(formatDiagnostic(x));
for (const o of [...files.options.keys()]) {
  const r = readCorridor(files, o);
  console.error(`== ${o}: ${r.diagnostics.all.length} findings, ${r.quantities.length} quantities`);
  for (const x of r.diagnostics.all.slice(0, 80)) console.error(formatDiagnostic(x));
  n += r.diagnostics.all.length;
}
process.exit(n > 0 ? 2 : 0);
