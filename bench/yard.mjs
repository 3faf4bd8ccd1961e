// Simulates years of the neutral transshipment yard of the reference data, every container an entity, and, where SimPy is
// installed, the same years with it: `npm run bench -- yard --reference DIR -- [YEARS]`. PYTHON names the interpreter.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { driveNode } from '@throughline/engine';
import { readPeerYard } from '@throughline/formats';

/** SimPy 3.0.11, seconds a year, as published beside the yard. */
const published = [4.4, 4.9];

/** @param {import('./main.mjs').Bench} bench */
export async function run({ args, reference, log }) {
  const folder = reference === undefined ? undefined : resolve(reference, 'peers');
  if (folder === undefined || !existsSync(resolve(folder, 'yard.json'))) {
    return { skipped: 'no --reference DIR with peers/yard.json' };
  }
  const { network, warmUp, measured } = readPeerYard(readFileSync(resolve(folder, 'yard.json'), 'utf8'));
  const years = args[0] === undefined ? 10 : Number(args[0]);
  const year = (/** @type {number} */ draw) => {
    const before = process.cpuUsage();
    const { events } = driveNode(network, { seed: 1, draw, warmUp, measured });
    const { user, system } = process.cpuUsage(before);
    return { events, seconds: (user + system) / 1e6 };
  };
  // The first two years are those in which the machine code is made.
  const first = [year(0), year(1)];
  const rest = Array.from({ length: years }, (_, draw) => year(draw + 2));
  const median = rest.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(years / 2)];
  const rate = years / rest.reduce((sum, { seconds }) => sum + seconds, 0);
  log(`first two years: ${first.map(({ seconds }) => `${seconds.toFixed(3)} s`).join(', ')}`);
  log(`${years} more: median ${median.toFixed(3)} s a year, ${rate.toFixed(2)} years per CPU second`);
  log(`${Math.round(rest[0].events / rest[0].seconds).toLocaleString('en')} events per CPU second`);
  log(
    `against SimPy as published (${published.join('–')} s): ${published.map((s) => (s * rate).toFixed(0)).join('–')} times`,
  );
  const simpy = secondsOfSimPy(folder);
  if (simpy === undefined)
    log('SimPy is not installed here: no ratio in one run (PYTHON names an interpreter that has it)');
  else
    log(
      `SimPy ${simpy.version} here: ${simpy.seconds.toFixed(2)} s a year; ratio in this run ${(simpy.seconds * rate).toFixed(1)}`,
    );
  if (simpy)
    log(`CPU seconds of a warm year: ${median.toFixed(3)}, so ${(simpy.seconds / median).toFixed(1)} times by medians`);
  return undefined;
}

/**
 * One year of the yard with the program beside it.
 *
 * @param {string} folder
 */
function secondsOfSimPy(folder) {
  const script = resolve(folder, 'yard.py');
  const code = [
    'import json, simpy',
    `source = open(${JSON.stringify(script)}).read().split('if __name__')[0]`,
    `names = {'__file__': ${JSON.stringify(script)}, '__name__': 'yard'}`,
    'exec(source, names)',
    'print(json.dumps([simpy.__version__, names["replicate"](1000)[1]["cpuS"]]))',
  ].join('\n');
  const { status, stdout } = spawnSync(process.env.PYTHON ?? 'python3', ['-c', code], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [version, seconds] = JSON.parse(stdout);
  return { version, seconds };
}
