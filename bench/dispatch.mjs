// The dispatching solver against its libraries: instance, value, best known, ratio, seconds.
// Arguments after `--`: [--single-track] [--station] [--threads N] [--seed N] [NAME …] (parts of instance names).
// The time limit counts for each instance. Workers with different seeds exchange their best plans.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

const built = (path) => new URL(`../packages/${path}`, import.meta.url).href;

if (!isMainThread && workerData?.bench === 'dispatch') await work(workerData);

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
  const chosen = [
    values['single-track'] && 'single-track',
    values.station && 'station',
    !values['single-track'] && !values.station && 'displib',
  ].filter(Boolean);
  const { verifySolution } = await import(built('engine/dist/timetable/dispatch/index.js'));
  for (const library of chosen) {
    if (!existsSync(join(reference, library))) return { skipped: `${reference} has no ${library}` };
    const ratios = [];
    log(`${library}: instance, value, best known, ratio, seconds to the value, seconds, status, bound`);
    for (const { name, best, load } of await instancesOf[library](join(reference, library))) {
      if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
      const problem = await load();
      const answer = await solve(problem, Number(values['time-limit']), Number(values.threads), Number(values.seed));
      const verdict = answer.events ? verifySolution(problem, answer.events) : undefined;
      const sound = verdict?.feasible && verdict.objective === answer.objective;
      const ratio = sound ? (best === 0 ? (answer.objective === 0 ? 1 : Infinity) : answer.objective / best) : Infinity;
      ratios.push(ratio);
      const fault = answer.events && !sound ? `  UNSOUND: ${verdict.reason ?? 'wrong value'}` : '';
      log(
        `${name.padEnd(24)} ${String(answer.objective ?? '–').padStart(9)} ${String(best).padStart(9)} ${ratio.toFixed(4)} ` +
          `${answer.reached.toFixed(1).padStart(7)} ${answer.seconds.toFixed(1).padStart(7)}  ${answer.status} ${answer.bound}${fault}`,
      );
    }
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    const share = ratios.filter((ratio) => ratio <= 1).length / ratios.length;
    const below = ratios.filter((ratio) => ratio < 1).length;
    log(
      `${library}: ${ratios.length} instances, mean ratio ${mean.toFixed(4)}, ${(share * 100).toFixed(1)} % at least ` +
        `equal to the best known, ${below} better than it`,
    );
  }
}

const table = (file) => {
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell])));
};

const instancesOf = {
  displib: async (folder) => {
    const { readDisplibProblem } = await import(built('formats/dist/displib/index.js'));
    const best = new Map(table(join(folder, 'best-known.csv')).map((row) => [row.instance, Number(row.best_known)]));
    return readdirSync(join(folder, 'problems'))
      .sort()
      .map((file) => ({
        name: file.replace(/\.json$/, ''),
        best: best.get(file.replace(/\.json$/, '')) ?? Number.NaN,
        load: () => readDisplibProblem(readFileSync(join(folder, 'problems', file), 'utf8')),
      }));
  },
  'single-track': async (folder) => {
    const { readSingleTrackInstance } = await import(built('formats/dist/single-track/index.js'));
    return table(join(folder, 'best-known.csv')).flatMap((row) =>
      ['cont', 'inf180', 'fin123'].map((objective) => ({
        name: `${row.name}-${objective}`,
        best: Number(row[`${objective}_best`]),
        load: () => readSingleTrackInstance(readFileSync(join(folder, row.file), 'utf8'), objective),
      })),
    );
  },
  station: async (folder) => {
    const { readStationInstance } = await import(built('formats/dist/station/index.js'));
    return table(join(folder, 'best-known.csv')).flatMap((row) =>
      [
        ['makespan', 'best_makespan'],
        ['sum-of-ends', 'best_sum_end_times'],
      ].map(([objective, column]) => ({
        name: `${row.instance.replace(/^.*\/|\.dzn$/g, '')}-${objective}`,
        best: Number(row[column]),
        load: () => readStationInstance(readFileSync(join(folder, row.instance), 'utf8'), objective),
      })),
    );
  },
};

async function solve(problem, timeLimit, threads, seed) {
  const begin = performance.now();
  const answer = { objective: undefined, events: undefined, status: 'unknown', bound: 0, reached: 0, seconds: 0 };
  const workers = Array.from(
    { length: threads },
    (_, i) =>
      new Worker(new URL(import.meta.url), {
        workerData: { bench: 'dispatch', problem, seed: seed + i, end: Date.now() + timeLimit * 1000 },
      }),
  );
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise((resolve, reject) => {
          worker.on('error', reject);
          worker.on('exit', resolve);
          worker.on('message', ({ status, bound, solution }) => {
            answer.bound = Math.max(answer.bound, bound);
            if (solution && !(solution.objective >= answer.objective)) {
              Object.assign(answer, solution, { reached: (performance.now() - begin) / 1000 });
              for (const other of workers) if (other !== worker) other.postMessage(solution.events);
            }
            if (answer.status === 'unknown' || status === 'optimal') answer.status = status;
            if (status === 'optimal' || status === 'infeasible')
              for (const other of workers) if (other !== worker) other.terminate();
          });
        }),
    ),
  );
  answer.seconds = (performance.now() - begin) / 1000;
  return answer;
}

async function work({ problem, seed, end }) {
  const { DispatchSearch } = await import(built('engine/dist/timetable/dispatch/index.js'));
  const search = new DispatchSearch(problem, seed);
  const late = () => Date.now() >= end;
  let told;
  while (!search.finished && !late()) {
    search.run(50_000, late);
    for (let offer = receiveMessageOnPort(parentPort); offer; offer = receiveMessageOnPort(parentPort))
      if (search.offer(offer.message)) told = search.best;
    if (search.best === told) continue;
    told = search.best;
    parentPort.postMessage({ status: search.status, bound: search.bound, solution: told });
  }
  parentPort.postMessage({ status: search.status, bound: search.bound, solution: search.best });
}
