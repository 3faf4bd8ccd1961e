import { Argument, Command } from 'commander';
import { examples } from './options.ts';

const kinds = ['corridor', 'option', 'scenario', 'financing'] as const;

/** `throughline schema`: the JSON Schema of corridor files, for editors. */
export function schemaCommand(): Command {
  return new Command('schema')
    .summary('print the JSON Schema of corridor, option, scenario or financing files')
    .description(
      'Prints the JSON Schema (2020-12) of a kind of corridor file, written from the tables that the reader itself uses.',
    )
    .addArgument(new Argument('[kind]', 'kind of file').choices(kinds).default('corridor'))
    .addHelpText(
      'after',
      examples([
        ['schema', 'the schema of the files of a corridor'],
        ['schema option > option.schema.json', 'for the files below options/'],
      ]),
    )
    .action(async (kind: (typeof kinds)[number]) => {
      const { jsonSchemaOf } = await import('@throughline/engine/corridor');
      const { printJson } = await import('../terminal/output.ts');
      printJson(jsonSchemaOf(kind));
    });
}
