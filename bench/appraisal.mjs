// What appraising costs, the trains and flows being known: all options of one draw in a few sums, all options with every
// convention, and a financing plan under a slider (traffic, tariff and exchange rate of a given plan).
// `npm run bench -- appraisal`
import { resolve } from 'node:path';
import {
  appraise,
  appraiseDraw,
  appraiseOptions,
  Diagnostics,
  financeSetting,
  prepare,
  preparePlan,
  projectOf,
  screenAppraisal,
} from '@throughline/engine';
import { parseCorridor, readCorridorFolder } from '@throughline/host';

const tried = ['do-minimum', 'faster-border', 'new-line'];
const runs = 20;

/** @param {import('./main.mjs').Bench} bench */
export async function run({ log }) {
  const diagnostics = new Diagnostics();
  const folder = resolve(import.meta.dirname, '../corridors/kunming-haiphong');
  const files = parseCorridor(await readCorridorFolder(folder, diagnostics), diagnostics);
  const { options: prepared } = prepare(files, { options: tried, seed: 1, draws: 0, switches: {} });
  const { options } = await screenAppraisal(prepared);
  const priced = Object.fromEntries(
    Object.entries(options).flatMap(([id, { outcome, ...of }]) =>
      outcome.demand ? [[id, { id, ...of, services: outcome.services, demand: outcome.demand }]] : [],
    ),
  );
  const economy = appraiseOptions(priced);
  const [minimum, dearest] = [priced['do-minimum'], economy?.options['new-line']?.scheduled];
  if (!economy || !minimum || !dearest) throw new Error('the flagship has no economy');
  const plans = Object.entries(dearest.model.financing);
  const sliders = plans.map(([, plan]) => {
    const project = projectOf(dearest, minimum, economy, { borrower: plan.borrower });
    return preparePlan(plan, project, financeSetting(dearest.model, plan.borrower));
  });
  const tellMedian = (/** @type {string} */ what, /** @type {number[]} */ times) => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (/** @type {number} */ part) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
    log(`${what.padEnd(58)} ${at(0.5).padStart(8)} ms  (at most ${at(1)} ms)`);
  };
  log(
    `${tried.length} options, ${economy.lastYear - economy.base + 1} years, in screening; processor time, medians of ${runs} runs`,
  );
  tellMedian('all options of one draw, in a few sums', await timed(async () => void appraiseDraw(options)));
  tellMedian(
    'all options by every convention, with plans and coalitions',
    await timed(async () => void (await appraise(options))),
  );
  for (const [index, [, { title }]] of plans.entries()) {
    const plan = sliders[index]?.();
    if (plan?.kind !== 'financed') throw new Error(`${title}: ${plan?.reason}`);
    const times = await timed(async (i) => void sliders[index]?.({ traffic: 0.8 + 0.02 * i, tariff: 1.1 }));
    tellMedian(`slider: ${title}`, times);
  }
  return {};
}

/** Processor times of runs after three to warm up, ms. @param {(run: number) => Promise<void>} work */
async function timed(work) {
  const times = [];
  for (let i = -3; i < runs; i++) {
    const begin = process.cpuUsage();
    await work(i);
    const { user, system } = process.cpuUsage(begin);
    if (i >= 0) times.push((user + system) / 1000);
  }
  return times;
}
