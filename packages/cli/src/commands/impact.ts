import { Command, Option } from 'commander';
import type { ImpactOptions } from '../impact/impact-options.ts';
import { examples } from './options.ts';

/** `throughline impact`: air, land, water and people. */
export function impactCommand(): Command {
  return new Command('impact')
    .summary('air, land, water and people: table, JSON')
    .description(
      'Tells what an option of the corridor in FOLDER does to land, water and people, with stated values: land taken, what its alignment crosses, noise, people who have to move, the screening of banks and states, and all of it by place. Emissions by year stand in the dossier.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--place <id>', 'one place only')
    .addOption(new Option('--register <language>', 'print the consultation register').choices(['en', 'vi', 'zh']))
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['impact corridors/kunming-haiphong --option new-line', 'land, crossings, noise and screening'],
        ['impact corridors/kunming-haiphong --option new-line --place lao-cai-province', 'what happens there'],
        ['impact corridors/kunming-haiphong --option new-line --register vi', 'the register, to be printed'],
      ]),
    )
    .action(async (folder: string, options: ImpactOptions) => {
      const { impact } = await import('../impact/impact.ts');
      await impact(folder, options);
    });
}
