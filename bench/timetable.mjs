// Plans trains on the neutral 300 km single track of the reference data and compares with SUMO deciding alone; times
// the timetable of every option of the flagship corridor. `npm run bench -- timetable --reference DIR -- [WORK]`
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  centralValues,
  conflictsOf,
  Diagnostics,
  modelOf,
  planTimetable,
  planTrains,
  prepare,
  timetableProblem,
} from '@throughline/engine';
import { planOfScenario, readPeerScenario } from '@throughline/formats';
import { parseCorridor, readCorridorFolder } from '@throughline/host';

/** Trains a day, file, SUMO's mean journey when it decides alone (h), and how long a departure may be put off (s). */
const scenarios = /** @type {const} */ ([
  [32, 'corridor-1d.json', '5.87', 0],
  [64, 'corridor-f20p12-1d.json', '6.26', 3600],
  [96, 'corridor-f30p18-1d.json', 'deadlock', 21_600],
]);

/** @param {import('./main.mjs').Bench} bench */
export async function run({ args, reference, log }) {
  const workLimit = args[0] === undefined ? 40e6 : Number(args[0]);
  await flagship(log);
  const folder = reference === undefined ? undefined : resolve(reference, 'peers');
  if (folder === undefined || !existsSync(folder)) return { skipped: 'no --reference DIR with peers/' };
  log('\ntrains  planned  mean from request  from departure  SUMO alone  alone  conflicts  seconds');
  for (const [count, file, sumo, latestDeparture] of scenarios) {
    const scenario = readPeerScenario(readFileSync(resolve(folder, file), 'utf8'));
    const problem = planOfScenario(scenario, { latestDeparture });
    const begin = performance.now();
    const { paths, cost, bound } = planTrains(problem, { workLimit });
    const seconds = (performance.now() - begin) / 1000;
    const planned = paths.filter((path) => path !== undefined);
    const journeys = planned.reduce((sum, { stays }) => sum + stays[stays.length - 1].arrival - stays[0].departure, 0);
    const hours = (/** @type {number} */ sum) => `${(sum / planned.length / 3600).toFixed(2)} h`;
    log(
      `${String(count).padStart(6)}  ${String(planned.length).padStart(7)}  ${hours(cost).padStart(17)}  ${hours(journeys).padStart(14)}  ${sumo.padStart(10)}  ${hours(bound)}  ${String(conflictsOf(problem, paths).length).padStart(9)}  ${seconds.toFixed(1).padStart(7)}`,
    );
  }
}

/** @param {(line: string) => void} log */
async function flagship(log) {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(resolve(import.meta.dirname, '../corridors/kunming-haiphong'), diagnostics);
  const files = parseCorridor(texts, diagnostics);
  const { options } = prepare(files, { options: [], seed: 1, draws: 0, switches: {} });
  log('option             trains  refused  cost / alone  problem s  plan s');
  for (const { compiled } of options) {
    const model = modelOf(compiled, centralValues(compiled));
    const begin = performance.now();
    timetableProblem(model);
    const middle = performance.now();
    const { trains, refused, cost, bound } = planTimetable(model);
    const end = performance.now();
    const count = refused.reduce((sum, part) => sum + part.count, 0);
    const problem = (middle - begin) / 1000;
    log(
      `${compiled.option.padEnd(18)} ${String(trains.length).padStart(6)}  ${String(count).padStart(7)}  ${(cost / bound).toFixed(3).padStart(12)}  ${problem.toFixed(2).padStart(9)}  ${((end - middle) / 1000 - problem).toFixed(2).padStart(6)}`,
    );
  }
}
