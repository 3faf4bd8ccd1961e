// A year of trains through the flagship, the neutral 300 km line beside SUMO, and how cost grows with days.
// `npm run bench -- operations --reference DIR`
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  centralValues,
  DaySimulation,
  Diagnostics,
  driveLine,
  modelOf,
  planDay,
  planTrains,
  prepare,
} from '@throughline/engine';
import { planOfScenario, readPeerScenario } from '@throughline/formats';
import { parseCorridor, readCorridorFolder } from '@throughline/host';

/** Simulated days that SUMO 1.27.1 does per CPU second on the 300 km line, in the order of the plan. */
const SUMO = 0.17;
const day = 86_400;

/** CPU seconds of a piece of work. @param {() => void} work */
function seconds(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** @param {import('./main.mjs').Bench} bench */
export async function run({ reference, log }) {
  await flagship(log);
  const folder = reference === undefined ? undefined : resolve(reference, 'peers');
  if (folder === undefined || !existsSync(folder)) return { skipped: 'no --reference DIR with peers/' };
  log('\nThe neutral 300 km line');
  log('trains a day  dispatch         days  arrived  mean journey  days per CPU s  times SUMO');
  for (const [count, file, later] of /** @type {const} */ ([
    [32, 'corridor-1d.json', 0],
    [64, 'corridor-f20p12-1d.json', 3600],
    [96, 'corridor-f30p18-1d.json', 21_600],
  ])) {
    const scenario = readPeerScenario(readFileSync(resolve(folder, file), 'utf8'));
    const problem = planOfScenario(scenario, { latestDeparture: later, period: day });
    const { paths } = planTrains(problem, { workLimit: 20e6 });
    for (const [dispatch, days] of /** @type {const} */ ([
      ['planned order', 1000],
      ['first come', 100],
      ['priority', 100],
      ['rolling horizon', 2],
    ])) {
      driveLine(problem, paths, { days: Math.min(days, 20), dispatch });
      let driven = driveLine(problem, paths, { days: 1, dispatch });
      const used = seconds(() => {
        driven = driveLine(problem, paths, { days, dispatch });
      });
      const mean = `${(driven.journeys / driven.arrived / 3600).toFixed(2)} h`;
      log(
        `${String(count).padStart(12)}  ${dispatch.padEnd(15)}  ${String(days).padStart(4)}  ${`${driven.arrived}/${driven.trains}`.padStart(7)}  ${mean.padStart(12)}  ${(days / used).toFixed(days / used < 10 ? 2 : 0).padStart(14)}  ${(days / used / SUMO).toFixed(0).padStart(10)}`,
      );
    }
    throughput(log, folder, file, later);
  }
  return {};
}

/**
 * One day's trains, all of which ask to leave as the file says: how long the solver's plan takes until the last has
 * arrived, and how long the rule deciding alone.
 *
 * @param {(line: string) => void} log @param {string} folder @param {string} file @param {number} later
 */
function throughput(log, folder, file, later) {
  const scenario = readPeerScenario(readFileSync(resolve(folder, file), 'utf8'));
  const planned = planTrains(planOfScenario(scenario, { latestDeparture: later }), { workLimit: 20e6 });
  const problem = planOfScenario(scenario, {});
  const starts = problem.trains.map(({ graph, departure }) => ({
    stays: graph.points.map(() => ({
      state: 0,
      track: graph.states[0].tracks[0],
      arrival: 0,
      departure: departure.from,
    })),
    movements: [],
    bookings: [],
    cost: 0,
  }));
  const last = planned.paths.reduce((most, path) => Math.max(most, path?.stays.at(-1)?.arrival ?? 0), 0);
  const missing = planned.paths.filter((path) => path === undefined).length;
  log(
    `              one day's trains as they ask to leave, the last after ${(last / day).toFixed(3)} d by the solver's plan${missing > 0 ? ` (${missing} without a path)` : ''}`,
  );
  for (const dispatch of /** @type {const} */ (['first come', 'priority', 'rolling horizon'])) {
    const alone = driveLine(problem, starts, { days: 1, dispatch });
    log(
      `              ${dispatch.padEnd(15)}  ${alone.arrived} of ${alone.trains} arrive, mean ${(alone.journeys / alone.arrived / 3600).toFixed(2)} h, the last after ${(alone.lastArrival / day).toFixed(3)} d: throughput ${((100 * last) / alone.lastArrival).toFixed(1)} %`,
    );
  }
}

/** @param {(line: string) => void} log */
async function flagship(log) {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(resolve(import.meta.dirname, '../corridors/kunming-haiphong'), diagnostics);
  const { options } = prepare(parseCorridor(texts, diagnostics), {
    options: ['do-minimum'],
    seed: 1,
    draws: 0,
    switches: {},
  });
  const { compiled } = options[0];
  const model = modelOf(compiled, centralValues(compiled));
  const part = (/** @type {number} */ share) =>
    Object.fromEntries(
      Object.entries(model.services)
        .filter(([, { kind }]) => kind === 'demand-driven')
        .map(([id, { most = 0 }]) => [id, Math.round(most * day * share)]),
    );
  log('The flagship, with what happens on the day, border and port');
  log('trains a day  dispatch       days  trains  events   CPU s  CPU µs a train  MB');
  for (const [share, days] of /** @type {const} */ ([
    [0.35, 365],
    [0.35, 3650],
    [0.35, 36_500],
    [1, 365],
  ])) {
    const planned = planDay(model, { trains: part(share), workLimit: 1e6 });
    const trains = planned.paths.filter((path) => path !== undefined).length;
    for (const dispatch of /** @type {const} */ (['first come'])) {
      const options = { days, warmUp: 14, seed: 1, draw: 0, dispatch, disturbed: true };
      const simulation = new DaySimulation(model, planned, {}, options);
      const used = seconds(() => simulation.run());
      log(
        `${String(trains).padStart(12)}  ${dispatch.padEnd(13)}  ${String(days).padStart(4)}  ${String(simulation.arrived).padStart(6)}  ${String(simulation.events).padStart(7)}  ${used.toFixed(2).padStart(5)}  ${((1e6 * used) / simulation.arrived).toFixed(0).padStart(14)}  ${(process.memoryUsage().rss / 1e6).toFixed(0)}`,
      );
    }
  }
  // The solver of a rolling horizon takes memory of its own: after the years, so that theirs is what they need.
  modes(log, model, planDay(model, { trains: part(0.35), workLimit: 1e6 }));
}

/**
 * The same days under each way of dispatching: punctual to five minutes, and hours from the wish to leave to the arrival.
 *
 * @param {(line: string) => void} log
 * @param {import('@throughline/engine').Model} model
 * @param {import('@throughline/engine').PlannedDay} planned
 */
function modes(log, model, planned) {
  for (const dispatch of /** @type {const} */ (['first come', 'priority', 'planned order', 'rolling horizon'])) {
    const days = new DaySimulation(
      model,
      planned,
      {},
      {
        days: 14,
        warmUp: 3,
        seed: 1,
        draw: 0,
        dispatch,
        disturbed: true,
      },
    );
    const used = seconds(() => days.run());
    const sum = (/** @type {(tally: (typeof days.tallies)[number]) => number} */ of) =>
      days.tallies.reduce((total, tally) => total + of(tally), 0);
    const hours = sum(({ trainSeconds }) => trainSeconds) / sum(({ arrived }) => arrived) / 3600;
    log(
      `    14 days  ${dispatch.padEnd(15)}  ${days.arrived} arrive, mean ${hours.toFixed(2)} h on the line, ${(used / 17).toFixed(2)} CPU s a day`,
    );
  }
}
