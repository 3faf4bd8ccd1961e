import { Command } from 'commander';
import type { ValidateOptions } from '../validate/validate-options.ts';
import { examples } from './options.ts';

/** `throughline validate`: does the engine reproduce known answers? */
export function validateCommand(): Command {
  return new Command('validate')
    .summary('run reference cases: expected and actual')
    .description(
      'Runs the cases that ship with Throughline, those of a folder of reference data, or your own. Shows a line for each suite and each case that is off; skips by name what it does not find.',
    )
    .option(
      '--cases <files...>',
      'run these files instead: running times (corridor-reference-cases/1) or cases of the methods',
    )
    .option('--reference <folder>', 'folder of reference data of others; THROUGHLINE_REFERENCE when left out')
    .option('--verbose', 'show every case')
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['validate', 'runs the cases that ship'],
        ['validate --reference ../reference', 'also the published cases in that folder'],
        ['validate --cases my-trains.json --verbose', 'compares your own cases, row by row'],
      ]),
    )
    .action(async (options: ValidateOptions) => {
      const { validate } = await import('../validate/validate.ts');
      await validate(options);
    });
}
