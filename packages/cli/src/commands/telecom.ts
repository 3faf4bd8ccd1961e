import { Command } from 'commander';
import type { TelecomOptions } from '../telecom/telecom-options.ts';
import { examples, wholeBetween } from './options.ts';

/** `throughline telecom`: the line as a cable route. */
export function telecomCommand(): Command {
  return new Command('telecom')
    .summary('the line as a cable route: table, JSON')
    .description(
      'Tells what fibre along the line of the corridor in FOLDER adds to the connections of its country, with stated values: traffic carried, availability, delay, radio cover and rent, each with and without the cables of the railway.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--year <year>', 'the year of the traffic; that of the option when left out', wholeBetween(1900, 2200))
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['telecom corridors/kunming-haiphong --option new-line', 'cables of the opening year'],
        ['telecom corridors/kunming-haiphong --option new-line --year 2045 --json', 'for other programs'],
      ]),
    )
    .action(async (folder: string, options: TelecomOptions) => {
      const { telecom } = await import('../telecom/telecom.ts');
      await telecom(folder, options);
    });
}
