import { Command } from 'commander';
import type { OperationsCommandOptions } from '../operations/operations-options.ts';
import { examples, wholeBetween } from './options.ts';

/** `throughline operations`: what happens on the day, through the break of gauge and customs. */
export function operationsCommand(): Command {
  return new Command('operations')
    .summary('simulate days of trains through borders and terminals')
    .description(
      'Simulates the trains that demand sends over the corridor in FOLDER day by day, with what happens on the way, through border yards and ports: times with their causes, punctuality, what is moved and refused, what binds. More that arrives than can be served is a result, not a failure.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--days <number>', 'days that count', wholeBetween(1, 36_500), 365)
    .option('--warm-up <number>', 'days before them', wholeBetween(0, 3650), 14)
    .option('--replications <number>', 'repetitions with other random numbers', wholeBetween(1, 1000), 4)
    .option('--dispatch <rule>', 'first come, priority, planned order, or rolling horizon', 'first come')
    .option('--undisturbed', 'nothing happens but what is planned')
    .option('--most', 'the most trains of each service, instead of those that demand sends when the option opens')
    .option(
      '--levers [resources]',
      'what one more, or an hour more, of the busiest resources (3 when left out) buys',
      wholeBetween(1, 50),
    )
    .option('--trace <train@day>', 'the way of one train, such as "sp3 1@20", and of what it carries to its end')
    .option('--seed <number>', 'seed of the random numbers', wholeBetween(0, 4_294_967_295), 1)
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['operations corridors/two-gauges', 'a year of trains, four times'],
        ['operations corridors/two-gauges --days 30 --undisturbed', 'a month in which nothing happens'],
        ['operations corridors/two-gauges --dispatch "planned order" --json', 'in the order of the plan, as JSON'],
      ]),
    )
    .action(async (folder: string, options: OperationsCommandOptions) => {
      const { operations } = await import('../operations/operations.ts');
      await operations(folder, options);
    });
}
