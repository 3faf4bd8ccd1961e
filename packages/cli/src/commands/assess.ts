import { Command } from 'commander';
import type { AssessOptions } from '../assess/assess-options.ts';
import { examples, gathered, wholeBetween } from './options.ts';

/** `throughline assess`: the whole chain for every option, and the dossier. */
export function assessCommand(): Command {
  return new Command('assess')
    .summary('assess the options of a corridor and write the dossier')
    .description(
      'Simulates every option of the corridor in FOLDER, with its stated values and in draws of what is uncertain. Prints a summary and writes dossier.html and assessment.json. The same corridor, options and seed give the same assessment on any machine with any number of threads.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <ids>', 'only these options (repeat, or separate by commas)', gathered)
    .option('--scenario <id>', 'what the world does; the base scenario when left out')
    .option('--convention <name>', 'by whose rules options are worth it: ADB, World Bank, EU, UK TAG, …')
    .option('--seed <number>', 'seed of the random numbers', wholeBetween(0, 4_294_967_295), 1)
    .option(
      '--draws <number>',
      'draws of what is uncertain; 0 for the stated values alone',
      wholeBetween(0, 100_000),
      40,
    )
    .option('--believe <path=claim>', 'believe this claim about a contested number (repeatable)', gathered)
    .option('--threads <number>', 'threads; one for each core when left out', wholeBetween(0, 256))
    .option('--out <folder>', 'where results go, in a folder named like the corridor', 'out')
    .option('--quiet', 'show no progress')
    .option('--json', 'the assessment on stdout instead of the summary')
    .addHelpText(
      'after',
      examples([
        ['assess corridors/two-gauges', 'writes out/two-gauges/dossier.html and assessment.json'],
        ['assess corridors/two-gauges --option third-rail --draws 200 --seed 7', 'one option, more draws'],
        ['assess corridors/two-gauges --json | jq .options', 'the results for another program'],
      ]),
    )
    .action(async (folder: string, options: AssessOptions) => {
      const { assess } = await import('../assess/assess.ts');
      await assess(folder, options);
    });
}
