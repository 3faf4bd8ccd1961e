import { Command } from 'commander';
import type { DemandOptions } from '../demand/demand-options.ts';
import { examples, gathered } from './options.ts';

/** `throughline demand`: who sends what by which way. */
export function demandCommand(): Command {
  return new Command('demand')
    .summary('who sends what by which way: tonnes, travellers, shares')
    .description(
      'Finds the fixed point of service and demand of the corridor in FOLDER, with stated values, in the base year, before and when the option opens, and 10 and 30 years later. Prints tonnes and travellers, shares before and after, what was held back from the calibration, and what would have to be true for the forecasts of others. Ends with status 1 when a fixed point was not reached.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--believe <path=claim>', 'believe this claim about a contested number (repeatable)', gathered)
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['demand corridors/kunming-haiphong', 'demand with the least that is built'],
        ['demand corridors/kunming-haiphong --option new-line', 'demand with the new line'],
        ['demand corridors/kunming-haiphong --believe trade.amount=s103', 'with the trade that China counts'],
        ['demand corridors/kunming-haiphong --option new-line --json | jq .answers', 'the answers for another program'],
      ]),
    )
    .action(async (folder: string, options: DemandOptions) => {
      const { demand } = await import('../demand/demand.ts');
      await demand(folder, options);
    });
}
