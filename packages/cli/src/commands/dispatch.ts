import { Command, InvalidArgumentError } from 'commander';
import type { DispatchOptions } from '../dispatch/dispatch-options.ts';
import { examples } from './options.ts';

/** `throughline dispatch`: who goes first, on a problem of one of the dispatching libraries. */
export function dispatchCommand(): Command {
  return new Command('dispatch')
    .summary('solve a train-dispatching problem (DISPLIB)')
    .description(
      'Reads a DISPLIB problem (or a single-track or in-station instance) and looks for a plan in which no two trains hold the same resource at once and the delays cost least: a feasible plan first, then better ones until the time is over or the best is proven. Ends with status 1 when no plan was found.',
    )
    .argument('<instance>', 'the problem: DISPLIB (.json), single-track (.txt) or in-station (.dzn)')
    .option('--time-limit <seconds>', 'time to work, in seconds', seconds, 60)
    .option('--objective <name>', 'for .txt: cont, inf180 or fin123; for .dzn: makespan or ends')
    .option('--out <file>', 'write the best plan into this file')
    .option('--threads <n>', 'searches at once; one a core when left out', whole)
    .option('--seed <n>', 'seed of the first search', whole, 1)
    .option('--start <file>', 'a plan to begin from')
    .option('--verify <file>', 'do not search: check this plan against the problem')
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['dispatch instance.json --time-limit 60 --out plan.json', 'searches for a minute'],
        ['dispatch instance.json --start plan.json --time-limit 600', 'goes on from a plan'],
        ['dispatch instance.json --verify plan.json', 'checks a plan, yours or ours'],
      ]),
    )
    .action(async (instance: string, options: DispatchOptions) => {
      const { dispatch } = await import('../dispatch/dispatch.ts');
      await dispatch(instance, options);
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1e6) return value;
  throw new InvalidArgumentError('It should be a number of seconds from 0.');
}

function whole(text: string): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text.trim())) return value;
  throw new InvalidArgumentError('It should be a whole number from 0.');
}
