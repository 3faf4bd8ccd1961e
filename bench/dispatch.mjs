// The dispatching solver against its libraries: instance, value, best known, ratio, seconds.
// Arguments after `--`: [--single-track | --station] [--threads N] [--seed N] [NAME …] (parts of instance names).
// The time limit counts for each instance.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifySolution } from '@throughline/engine';
import { readDisplibProblem, readSingleTrackInstance, readStation, stationProblem } from '@throughline/formats';
import { dispatchPortfolio } from '@throughline/host';

/**
 * @typedef {{ name: string, best: number, load: () => import('@throughline/engine').DispatchProblem }} Instance
 */

/** @param {{ args: string[], reference?: string, timeLimit?: number, log: (line: string) => void }} bench */
export async function run({ args, reference, timeLimit = 60, log }) {
  if (!reference) return { skipped: 'needs --reference' };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'single-track': { type: 'boolean', default: false },
      station: { type: 'boolean', default: false },
      threads: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      'time-limit': { type: 'string', default: String(timeLimit) },
    },
  });
  const library = values['single-track'] ? 'single-track' : values.station ? 'station' : 'displib';
  const folder = join(reference, library);
  if (!existsSync(folder)) return { skipped: `${reference} has no ${library}` };
  const read = { displib, 'single-track': singleTrack, station }[library];
  /** @type {number[]} */
  const ratios = [];
  let proven = 0;
  let seconds = 0;
  log('instance, value, best known, ratio, seconds to the value, seconds, status, bound');
  for (const { name, best, load } of read(folder)) {
    if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
    const problem = load();
    const answer = await dispatchPortfolio(problem, {
      seconds: Number(values['time-limit']),
      threads: Number(values.threads),
      seed: Number(values.seed),
    });
    const verdict = answer.objective === undefined ? undefined : verifySolution(problem, answer.events);
    const sound = verdict?.feasible === true && verdict.objective === answer.objective;
    const ratio = sound && answer.objective !== undefined ? ratioOf(answer.objective, best) : Number.POSITIVE_INFINITY;
    ratios.push(ratio);
    seconds += answer.seconds;
    if (answer.status === 'optimal') proven += 1;
    const fault = answer.objective !== undefined && !sound ? '  UNSOUND' : '';
    log(
      `${name.padEnd(24)} ${String(answer.objective ?? '–').padStart(9)} ${String(best).padStart(9)} ${ratio.toFixed(4)} ` +
        `${answer.reached.toFixed(1).padStart(7)} ${answer.seconds.toFixed(1).padStart(7)}  ${answer.status} ${answer.bound}${fault}`,
    );
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  const share = ratios.filter((ratio) => ratio <= 1).length / ratios.length;
  const below = ratios.filter((ratio) => ratio < 1).length;
  log(
    `${ratios.length} instances, mean ratio ${mean.toFixed(4)}, ${(share * 100).toFixed(1)} % at least equal to the ` +
      `best known, ${below} better than it; ${proven} proven; ${seconds.toFixed(0)} s in all`,
  );
  return {};
}

/** @param {number} value @param {number} best */
function ratioOf(value, best) {
  if (best === 0) return value === 0 ? 1 : Number.POSITIVE_INFINITY;
  return value / best;
}

/** @param {string} folder @returns {Instance[]} */
function displib(folder) {
  const best = new Map(bestKnown(folder).map((row) => [row.instance, Number(row.best_known)]));
  return readdirSync(join(folder, 'problems'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.json$/, '');
      const load = () => readDisplibProblem(readFileSync(join(folder, 'problems', file), 'utf8'));
      return { name, best: best.get(name) ?? Number.NaN, load };
    });
}

/** Each instance under its three objectives. @param {string} folder @returns {Instance[]} */
function singleTrack(folder) {
  return bestKnown(folder).flatMap((row) =>
    /** @type {const} */ (['cont', 'inf180', 'fin123']).map((objective) => ({
      name: `${row.name}-${objective}`,
      best: Number(row[`${objective}_best`]),
      load: () => readSingleTrackInstance(readFileSync(join(folder, row.file ?? ''), 'utf8'), objective),
    })),
  );
}

/** Each instance under its two objectives. @param {string} folder @returns {Instance[]} */
function station(folder) {
  return bestKnown(folder).flatMap((row) =>
    /** @type {const} */ ([
      ['makespan', 'best_makespan'],
      ['ends', 'best_sum_end_times'],
    ]).map(([objective, column]) => ({
      name: `${(row.instance ?? '').replace(/^.*\/|\.dzn$/g, '')}-${objective}`,
      best: Number(row[column]),
      load: () => stationProblem(readStation(readFileSync(join(folder, row.instance ?? ''), 'utf8')), objective),
    })),
  );
}

/** @param {string} folder @returns {Record<string, string>[]} */
function bestKnown(folder) {
  const [head = '', ...rows] = readFileSync(join(folder, 'best-known.csv'), 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [columns[i], cell])));
}
