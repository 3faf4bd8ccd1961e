import { Command, InvalidArgumentError } from 'commander';
import type { AssignOptions } from '../assign/assign-options.ts';
import { examples, positive, wholeBetween } from './options.ts';

/** `throughline assign`: which routes traffic takes when they fill up, on a network in the TNTP format. */
export function assignCommand(): Command {
  return new Command('assign')
    .summary('assign traffic to a network (TNTP files)')
    .description(
      'Reads a network and a trip table in the TNTP format and finds the user equilibrium: nobody has a cheaper route than the one taken. Works until the relative gap (T − S) / T is reached, with T what all pay and S what they would pay on cheapest routes. Ends with status 1 when a limit came first.',
    )
    .argument('<net>', 'the network, `…_net.tntp`')
    .argument('<trips>', 'the trip table, `…_trips.tntp`')
    .option('--gap <number>', 'the relative gap to reach', gap, 1e-6)
    .option('--iterations <n>', 'at most so many iterations', wholeBetween(0, 1_000_000), 1000)
    .option('--time-limit <seconds>', 'at most so long, in seconds', positive)
    .option('--toll-weight <number>', 'what a unit of toll counts in units of time', weight)
    .option('--distance-weight <number>', 'what a unit of length counts in units of time', weight)
    .option('--system-optimum', 'what is cheapest for all together instead')
    .option('--method <name>', '`bush` (Algorithm B) or `frank-wolfe` (bi-conjugate)', method, 'bush')
    .option('--out <file>', 'write flows and costs of the links into this file, as TNTP')
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      `\nWithout --toll-weight and --distance-weight the weights are those of the file's <TOLL FACTOR> and <DISTANCE FACTOR>,\nor those that a README.md beside the network states below “Generalized Cost Weights”, or 0; which ones were taken is told.\n${examples(
        [
          ['assign SiouxFalls_net.tntp SiouxFalls_trips.tntp --gap 1e-10', 'an equilibrium to ten digits'],
          ['assign net.tntp trips.tntp --out flows.tntp --json', 'flows in a file, the outcome as JSON'],
        ],
      )}`,
    )
    .action(async (net: string, trips: string, options: AssignOptions) => {
      const { assign } = await import('../assign/assign.ts');
      await assign(net, trips, options);
    });
}

function gap(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  throw new InvalidArgumentError('It should be a number between 0 and 1, such as 1e-6.');
}

function weight(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value < Infinity) return value;
  throw new InvalidArgumentError('It should be a number from 0.');
}

function method(text: string): 'bush' | 'frank-wolfe' {
  if (text === 'bush' || text === 'frank-wolfe') return text;
  throw new InvalidArgumentError('It should be `bush` or `frank-wolfe`.');
}
