import { Command, InvalidArgumentError } from 'commander';
import type { RunningOptions } from '../running/running-options.ts';
import { examples } from './options.ts';

/** `throughline running`: one train alone on its route. */
export function runningCommand(): Command {
  return new Command('running')
    .summary('run one train alone: table, JSON, SVG')
    .description(
      'Runs one train of a service of the corridor in FOLDER alone on its route, with stated values: when it passes which station, in which driving phases, on what energy. Ends with status 1 when the train does not arrive.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--service <id>', 'the service')
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--supplement <percent>', 'running time added over the shortest and spent on coasting', supplement)
    .option('--svg <file>', 'draw speed over distance into this file')
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['running corridors/two-gauges --service north-freight', 'times, phases and energy'],
        ['running corridors/two-gauges --service north-freight --supplement 5', 'with 5 % more time, coasting'],
        ['running corridors/two-gauges --service north-freight --svg run.svg', 'a drawing of the run'],
      ]),
    )
    .action(async (folder: string, options: RunningOptions) => {
      const { running } = await import('../running/running.ts');
      await running(folder, options);
    });
}

function supplement(text: string): number {
  const value = Number(text.replace(/\s*%$/, ''));
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('It should be a percentage from 0 to 100.');
}
