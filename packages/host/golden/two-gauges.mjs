// `node packages/host/golden/two-gauges.mjs` assesses corridors/two-gauges with what is built and compares it with the
// digests beside this file; `--write` puts new ones in their place, after a change that is meant to change results.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assessFolder } from '@throughline/host';
import { differences, digestsOf, readDigests, writeDigests } from './digests.mjs';
import { plan } from './plan.mjs';

const file = new URL('two-gauges.sha256', import.meta.url);
const folder = fileURLToPath(new URL('../../../corridors/two-gauges', import.meta.url));
const { assessment } = await assessFolder(folder, plan, { threads: 0 });
if (!assessment)
  throw new Error('corridors/two-gauges does not pass its checks: throughline check corridors/two-gauges');
const digests = digestsOf(assessment);

if (process.argv.includes('--write')) writeFileSync(file, writeDigests(digests));
else {
  const differing = differences(readDigests(readFileSync(file, 'utf8')), digests);
  console.log(differing.length === 0 ? digests.get('$') : `differs at ${differing.join(', ')}`);
  process.exitCode = differing.length === 0 ? 0 : 1;
}
