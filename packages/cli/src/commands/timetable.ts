import { Command } from 'commander';
import type { TimetableCommandOptions } from '../timetable/timetable-options.ts';
import { examples, gathered, wholeBetween } from './options.ts';

/** `throughline timetable`: which trains fit together, and how many more would. */
export function timetableCommand(): Command {
  return new Command('timetable')
    .summary('make the daily timetable: trains, waits, capacity, SVG')
    .description(
      'Makes a conflict-free timetable of a day for the services of the corridor in FOLDER, with stated values: when each train leaves and arrives, what it waits for, which trains do not fit and why. Trains that do not fit are a result, not a failure.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <id>', 'the option; the one that builds least when left out')
    .option('--scenario <id>', 'the scenario; the base scenario when left out')
    .option('--trains <service=number>', 'trains a day of a service instead of those it wants (repeatable)', gathered)
    .option('--capacity', 'how full each section is, and how many more trains of the main journey fit')
    .option(
      '--works [sections]',
      'what a crossing station in each of the fullest sections (5 when left out) would buy',
      wholeBetween(1, 100),
    )
    .option('--svg <file>', 'draw the train graph of a line into this file')
    .option('--line <id>', 'the line to draw; the first of the main journey when left out')
    .option('--blocking', 'with the times for which trains block sections')
    .option('--seed <number>', 'seed of the search', wholeBetween(0, 4_294_967_295), 1)
    .option('--work-limit <number>', 'how long the search goes on, in steps', wholeBetween(0, 1e12))
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['timetable corridors/two-gauges', 'trains of a day by service'],
        ['timetable corridors/two-gauges --capacity --works', 'sections, room for more trains, small works'],
        ['timetable corridors/two-gauges --trains south-freight=12', 'with twelve trains of one service'],
        ['timetable corridors/two-gauges --svg graph.svg --line southern --blocking', 'the train graph of a line'],
      ]),
    )
    .action(async (folder: string, options: TimetableCommandOptions) => {
      const { timetable } = await import('../timetable/timetable.ts');
      await timetable(folder, options);
    });
}
