// How long the whole chain takes: one option in `screening` and in `full`, and all options as `npm start` assesses them.
// `npm run bench -- chain [-- OPTION …]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { centralValues, courseOf, Diagnostics, evaluateDraws, prepare, simulate } from '@throughline/engine';
import { parseCorridor, readCorridorFolder } from '@throughline/host';

const root = resolve(import.meta.dirname, '..');
const corridor = join(root, 'corridors/kunming-haiphong');
const draws = 4;
/** Earlier draws look at policies and disruptions of minerals besides. */
const first = 20;

/** @param {import('./main.mjs').Bench} bench */
export async function run({ args, timeLimit, log }) {
  const diagnostics = new Diagnostics();
  const files = parseCorridor(await readCorridorFolder(corridor, diagnostics), diagnostics);
  const plan = { options: args, seed: 1, draws, switches: {} };
  const { options } = prepare(files, plan);
  const begin = performance.now();
  log('option           years  screening, alone  full, alone  rounds of demand');
  for (const option of options) {
    if (performance.now() - begin > timeLimit * 1000) return {};
    await evaluateDraws([option], plan, { from: first, to: first + 1 });
    const screening = await seconds(() => evaluateDraws([option], plan, { from: first, to: first + draws }));
    let rounds = '';
    const full = await seconds(async () => {
      const { demand } = await simulate(
        courseOf(option.course, (compiled) => centralValues(compiled)),
        'full',
      );
      rounds = (demand?.years ?? []).map(({ convergence }) => convergence.rounds).join(' ');
    });
    log(
      `${option.id.padEnd(15)}  ${String(option.course.open.length).padStart(5)}  ${`${Math.round((1000 * screening) / draws)} ms`.padStart(16)}  ${`${full.toFixed(1)} s`.padStart(11)}  ${rounds}`,
    );
  }
  const together = await seconds(() => evaluateDraws(options, plan, { from: first, to: first + draws }));
  log(`all options of a draw together: ${Math.round((1000 * together) / draws / options.length)} ms an option`);
  if (args.length > 0) return {};
  const out = mkdtempSync(join(tmpdir(), 'throughline-chain-'));
  const started = performance.now();
  const main = join(root, 'packages/cli/dist/main.js');
  spawnSync(process.execPath, [main, 'assess', corridor, '--out', out], { stdio: 'ignore' });
  log(
    `npm start, all options in full with the usual draws: ${((performance.now() - started) / 1000).toFixed(0)} s of the clock`,
  );
  rmSync(out, { recursive: true });
  return {};
}

/** Processor seconds. @param {() => Promise<unknown>} work */
async function seconds(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
