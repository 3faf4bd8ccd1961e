import { Command } from 'commander';
import type { MineralsOptions } from '../minerals/minerals-options.ts';
import { examples } from './options.ts';

/** `throughline minerals`: where ore is mined, refined and sold. */
export function mineralsCommand(): Command {
  return new Command('minerals')
    .summary('who mines, refines and buys, at what price: tables, JSON')
    .description(
      'Solves the market of the minerals of the corridor in FOLDER with stated values: who mines, refines and buys how much at what price, under every policy, with and without the railway and the technology of separation, and what disruptions cost. Ends with status 1 when there is no equilibrium.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['minerals corridors/kunming-haiphong', 'the market as things stand'],
        ['minerals corridors/kunming-haiphong --option new-line --json', 'for other programs'],
      ]),
    )
    .action(async (folder: string, options: MineralsOptions) => {
      const { minerals } = await import('../minerals/minerals.ts');
      await minerals(folder, options);
    });
}
