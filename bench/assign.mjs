// Traffic assignment: seconds to a gap on the networks of the TNTP collection, and beside AequilibraE on Chicago Sketch.
// Arguments after `--`: [--gap G] [--python FILE] [NAME …] (parts of network names). AequilibraE is looked for in the
// Python of --python, or of THROUGHLINE_PYTHON, or `python3`; without it that part is skipped by name.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTntpNetwork, readTntpTrips, readTntpWeights, tntpProblem } from '@throughline/formats';
import { assignDemand } from '@throughline/host';

/** Gap and cores of the comparison, and its network. */
const COMPARED = { name: 'Chicago-Sketch', gap: 1e-5, cores: 2 };

/** @param {{ args: string[], reference?: string, timeLimit?: number, log: (line: string) => void }} bench */
export async function run({ args, reference, timeLimit = 600, log }) {
  if (!reference) return { skipped: 'needs --reference' };
  const folder = join(reference, 'tntp');
  if (!existsSync(folder)) return { skipped: `${reference} has no tntp` };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      gap: { type: 'string' },
      python: { type: 'string', default: process.env.THROUGHLINE_PYTHON ?? 'python3' },
    },
  });
  const gaps = values.gap === undefined ? [1e-4, 1e-5, 1e-6, 1e-8, 1e-10, 1e-12] : [Number(values.gap)];
  log('network, method: seconds to each gap (iterations), objective');
  for (const name of readdirSync(folder).sort()) {
    if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
    const { problem } = load(join(folder, name));
    for (const method of /** @type {const} */ (['bush', 'frank-wolfe'])) {
      const wanted = method === 'bush' ? gaps : gaps.filter((gap) => gap >= 1e-5);
      await measure(problem, name, method, wanted, timeLimit, log);
    }
  }
  return beside(folder, values.python, log);
}

/**
 * @param {import('@throughline/engine').AssignmentProblem} problem @param {string} name
 * @param {'bush' | 'frank-wolfe'} method @param {number[]} gaps @param {number} seconds @param {(line: string) => void} log
 */
async function measure(problem, name, method, gaps, seconds, log) {
  const left = [...gaps];
  /** @type {string[]} */
  const reached = [];
  const answer = await assignDemand(problem, {
    relativeGap: Math.min(...gaps),
    iterations: 5000,
    seconds,
    method,
    iterated: ({ relativeGap, iterations }, since) => {
      while (left.length > 0 && relativeGap <= left[0]) {
        reached.push(`${left.shift()?.toExponential()} ${since.toFixed(2)} s (${iterations})`);
      }
    },
  });
  const objective = answer.kind === 'no-route' ? 'no route' : answer.objective;
  log(`${name}, ${method}: ${reached.join(', ') || 'no gap'}; ${objective}`);
}

/**
 * Both to the same gap, one after the other, three times; the medians are compared.
 *
 * @param {string} folder @param {string} python @param {(line: string) => void} log
 */
async function beside(folder, python, log) {
  const { name, gap, cores } = COMPARED;
  if (!existsSync(join(folder, name))) return { skipped: `no ${name} for the comparison` };
  const probe = spawnSync(python, ['-c', 'from importlib.metadata import version; print(version("aequilibrae"))'], {
    encoding: 'utf8',
  });
  if (probe.status !== 0) return { skipped: `beside AequilibraE: ${python} has none` };
  const { problem, net, trips, weights } = load(join(folder, name));
  /** @type {{ own: number[], theirs: number[] }} */
  const seconds = { own: [], theirs: [] };
  /** @type {typeof seconds} */
  const processor = { own: [], theirs: [] };
  let told = '';
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    const answer = await assignDemand(problem, { relativeGap: gap, iterations: 1000 });
    const { user, system } = process.cpuUsage(before);
    processor.own.push((user + system) / 1e6);
    if (answer.kind === 'no-route') throw new Error('no route');
    seconds.own.push(answer.seconds);
    const script = join(import.meta.dirname, 'assign-aequilibrae.py');
    const options = [net, trips, weights.toll, weights.distance, gap, cores].map(String);
    const { status, stdout, stderr } = spawnSync(python, [script, ...options], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      // Drawing its progress takes time of its own.
      env: { ...process.env, AEQ_SHOW_PROGRESS: 'FALSE' },
    });
    if (status !== 0) return { skipped: `beside AequilibraE: it failed: ${stderr.trim().split('\n').at(-1)}` };
    const theirs = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    seconds.theirs.push(theirs.seconds);
    processor.theirs.push(theirs.cpu);
    told = `gap ${answer.relativeGap.toExponential(1)} and objective ${answer.objective}; theirs ${theirs.gap.toExponential(1)}, ${theirs.objective}, ${theirs.iterations} iterations`;
  }
  const [own, theirs, ownCpu, theirCpu] = [seconds.own, seconds.theirs, processor.own, processor.theirs].map(median);
  log(
    `${name} to ${gap.toExponential()}: ours ${own.toFixed(2)} s on one core (processor ${ownCpu.toFixed(2)} s), ` +
      `AequilibraE ${probe.stdout.trim()} (bfw) ${theirs.toFixed(2)} s on ${cores} (processor ${theirCpu.toFixed(2)} s): ` +
      `${(theirs / own).toFixed(1)} and ${(theirCpu / ownCpu).toFixed(1)} times as long; ${told}`,
  );
  return {};
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** @param {string} folder */
function load(folder) {
  const files = readdirSync(folder);
  const path = (/** @type {string} */ ending) => join(folder, files.find((file) => file.endsWith(ending)) ?? ending);
  const network = readTntpNetwork(readFileSync(path('_net.tntp'), 'utf8'));
  const table = readTntpTrips(readFileSync(path('_trips.tntp'), 'utf8'));
  const stated = existsSync(path('README.md')) ? readTntpWeights(readFileSync(path('README.md'), 'utf8')) : undefined;
  const weights = { toll: stated?.toll ?? 0, distance: stated?.distance ?? 0 };
  return { problem: tntpProblem(network, table, weights), net: path('_net.tntp'), trips: path('_trips.tntp'), weights };
}
