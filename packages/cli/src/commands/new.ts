import { Command } from 'commander';
import type { NewOptions } from '../scaffold/new-options.ts';
import { examples } from './options.ts';

/** `throughline new`: a small corridor to start from. */
export function newCommand(): Command {
  return new Command('new')
    .summary('make a small corridor to start from')
    .description(
      'Makes FOLDER with a small, complete corridor: two countries, two gauges, one border, an option that keeps things as they are and one that changes them. Every line says what it is. The folder must not exist, or be empty.',
    )
    .argument('<folder>', 'where the corridor shall stand')
    .option('--title <text>', 'title of the study; made from the name of the folder when left out')
    .addHelpText(
      'after',
      examples([['new my-corridor', 'makes my-corridor/, which passes `throughline check my-corridor`']]),
    )
    .action(async (folder: string, options: NewOptions) => {
      const { scaffold } = await import('../scaffold/scaffold.ts');
      await scaffold(folder, options);
    });
}
