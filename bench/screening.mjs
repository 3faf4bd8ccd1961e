// How far the screening of operations lies from simulated days: waits for other trains by journey, options and loads of the
// flagship. The one factor is fitted on all options but one and tried on that one. `npm run bench -- screening`
import { resolve } from 'node:path';
import {
  centralValues,
  compareAtBorders,
  Diagnostics,
  fittedShares,
  journeyTime,
  modelOf,
  planDay,
  prepare,
  prepareScreen,
  runService,
  screenOperations,
  simulateOperations,
} from '@throughline/engine';
import { parseCorridor, readCorridorFolder } from '@throughline/host';

const tried = ['do-minimum', 'metre-upgrade', 'new-line'];
const shares = [0.3, 0.6];
const hour = 3600;

/** @typedef {{ option: string, simulated: number, random: number, total: number }} Row */

/** @param {import('./main.mjs').Bench} bench */
export async function run({ log }) {
  const diagnostics = new Diagnostics();
  const folder = resolve(import.meta.dirname, '../corridors/kunming-haiphong');
  const files = parseCorridor(await readCorridorFolder(folder, diagnostics), diagnostics);
  const { options } = prepare(files, { options: tried, seed: 1, draws: 0, switches: {} });
  /** @type {Row[]} */
  const rows = options.flatMap(({ id, compiled }) => rowsOf(id, modelOf(compiled, centralValues(compiled))));
  log('option           factor without it  mean error  of the journey');
  for (const option of tried) {
    const factor = fitted(rows.filter((row) => row.option !== option));
    const own = rows.filter((row) => row.option === option);
    const mean = (/** @type {(row: Row) => number} */ of) => own.reduce((sum, row) => sum + of(row), 0) / own.length;
    const error = (/** @type {Row} */ { random, simulated }) => Math.abs(factor * random - simulated);
    log(
      `${option.padEnd(15)}  ${factor.toFixed(3).padStart(17)}  ${`${mean(error).toFixed(2)} h`.padStart(10)}  ${`${(100 * mean((row) => error(row) / row.total)).toFixed(1)} %`.padStart(14)}`,
    );
  }
  log(`all: ${fitted(rows).toFixed(3)} from ${rows.length} journeys`);
  return {};
}

/** Least squares through the origin. @param {readonly Row[]} rows */
function fitted(rows) {
  const products = rows.reduce((sum, { simulated, random }) => sum + simulated * random, 0);
  return products / rows.reduce((sum, { random }) => sum + random * random, 0);
}

/** @param {string} option @param {import('@throughline/engine').Model} model @returns {Row[]} */
function rowsOf(option, model) {
  const runs = Object.fromEntries(Object.keys(model.services).map((id) => [id, runService(model, id)]));
  const borders = compareAtBorders(model);
  const journeys = Object.fromEntries(
    Object.keys(model.journeys).map((id) => [id, journeyTime(model, id, runs, borders)]),
  );
  const screen = prepareScreen(model, runs, journeys);
  return shares.flatMap((share) => {
    const driven = Object.entries(model.services).filter(([, { kind }]) => kind === 'demand-driven');
    const trains = Object.fromEntries(driven.map(([id, { most = 0 }]) => [id, Math.round(most * 86_400 * share)]));
    const day = planDay(model, { trains, workLimit: 5e5 });
    const result = simulateOperations(model, day, journeys, { days: 60, warmUp: 10, replications: 1 });
    const rates = Object.fromEntries(
      Object.entries(result.services).map(([id, { arrived }]) => [id, arrived / 86_400]),
    );
    const { levels } = screenOperations(screen, { all: rates, loaded: rates });
    return Object.entries(levels).flatMap(([id, { parts }]) => {
      const found = result.journeys[id];
      if (!found?.time || found.time.count < 20) return [];
      const waits = found.parts.filter(({ group }) => group === 'other trains');
      const simulated = waits.reduce((sum, { time }) => sum + time, 0) / hour;
      const random = (parts.meets ?? 0) / fittedShares.line / hour;
      return [{ option, simulated, random, total: found.time.mean / hour }];
    });
  });
}
