// `npm run bench -- [NAME …] [--time-limit SECONDS] [--reference DIR]` runs measurements: the files of this folder.
// Each exports `async function run({ args, reference, timeLimit, log })` and prints what it measured through `log`.
// One that cannot run here returns `{ skipped: 'why' }`.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Bench
 * @property {string[]} args What follows `--` on the command line.
 * @property {string | undefined} reference Folder of the reference data.
 * @property {number} timeLimit Seconds that one bench may take; it stops by itself.
 * @property {(line: string) => void} log
 */

const available = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.mjs') && file !== 'main.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
  .sort();

process.exitCode = await main();

/** @returns {Promise<number>} Exit status: 0 done, 1 a bench failed, 2 bad input. */
async function main() {
  const { names, args, reference, timeLimit, help, fault } = readCommandLine();
  if (help || fault) {
    if (fault) console.error(fault);
    console.error('Usage: npm run bench -- [NAME …] [--time-limit SECONDS] [--reference DIR] [-- ARGUMENTS]');
    console.error(`Benches: ${available.join(', ') || 'none yet'}`);
    return fault ? 2 : 0;
  }
  let failed = 0;
  const skipped = [];
  for (const name of names.length > 0 ? names : available) {
    console.log(`\n── ${name}`);
    const { run } = await import(new URL(`./${name}.mjs`, import.meta.url).href);
    try {
      const outcome = await run({ args, reference, timeLimit, log: (/** @type {string} */ line) => console.log(line) });
      if (outcome?.skipped) skipped.push(`${name} (${outcome.skipped})`);
    } catch (error) {
      failed += 1;
      console.error(error);
    }
  }
  if (skipped.length > 0) console.log(`\nskipped: ${skipped.join(', ')}`);
  if (failed > 0) console.error(`${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function readCommandLine() {
  const all = process.argv.slice(2);
  const end = all.indexOf('--');
  const own = end < 0 ? all : all.slice(0, end);
  const args = end < 0 ? [] : all.slice(end + 1);
  const none = { names: [], args, reference: undefined, timeLimit: Number.POSITIVE_INFINITY, help: false };
  let parsed;
  try {
    parsed = parseArgs({
      args: own,
      allowPositionals: true,
      options: {
        'time-limit': { type: 'string', default: '600' },
        reference: { type: 'string', default: process.env.THROUGHLINE_REFERENCE },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return { ...none, fault: /** @type {Error} */ (error).message };
  }
  const { values, positionals: names } = parsed;
  const timeLimit = Number(values['time-limit']);
  const reference = values.reference === undefined ? undefined : resolve(values.reference);
  const unknown = names.filter((name) => !available.includes(name));
  const fault =
    (unknown.length > 0 && `There is no bench ${unknown.join(', ')}.`) ||
    (!(timeLimit > 0) && `--time-limit is a number of seconds above 0, not ${values['time-limit']}.`) ||
    (reference !== undefined && !existsSync(reference) && `There is no folder ${reference}.`) ||
    undefined;
  return { names, args, reference, timeLimit, help: values.help, fault };
}
