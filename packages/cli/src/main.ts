#!/usr/bin/env node
import { canonicalJson, Diagnostics, formatDiagnostic, readCorridor } from '@throughline/engine';
import { assessFolder, parseCorridor, readCorridorFolder, writeWhole } from '@throughline/host';

if (process.argv[2] === 'assess') {
  const t0 = performance.now();
  const r = await assessFolder(
    process.argv[3] as string,
    { options: [], seed: 1, draws: Number(process.argv[4] ?? 24), switches: {} },
    { threads: Number(process.argv[5] ?? 2) },
  );
  for (const x of r.diagnostics.all) console.error(formatDiagnostic(x));
  if (r.assessment) {
    await writeWhole(`out/${r.assessment.made_by.corridor}/assessment.json`, canonicalJson(r.assessment));
    for (const [o, a] of Object.entries(r.assessment.options)) {
      console.log(`== ${o} ${a.title}`);
      for (const [s, x] of Object.entries(a.services))
        console.log(
          '  S',
          s,
          x.outcome.kind === 'run'
            ? `${(x.outcome.time.value / 3600).toFixed(2)} h ${x.outcome.average_speed.value.toFixed(1)} km/h ${x.distance.value.toFixed(0)} km ${x.mass.value.toFixed(0)} t net ${x.net_load.value.toFixed(0)} t len ${x.length.value.toFixed(0)} m ${x.outcome.energy_taken.value.toFixed(0)} kWh`
            : x.outcome.message,
        );
      for (const [s, x] of Object.entries(a.journeys))
        console.log(
          '  J',
          s,
          x.total
            ? `${(x.total.value / 3600).toFixed(1)} h (${((x.total.low ?? 0) / 3600).toFixed(1)}–${((x.total.high ?? 0) / 3600).toFixed(1)}) run ${((x.running?.value ?? 0) / 3600).toFixed(1)} border ${((x.border?.value ?? 0) / 3600).toFixed(1)}`
            : 'does not arrive',
          x.parts.map((p) => p.how ?? '').join('|'),
        );
    }
  }
  console.error(`${(performance.now() - t0).toFixed(0)} ms`);
  process.exit(r.assessment ? 0 : 2);
}

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
