import { Command } from 'commander';
import { exitStatus } from '../exit-status.ts';
import { examples, gathered, positive } from './options.ts';

interface CheckOptions {
  readonly option?: string[];
  readonly scenario?: string;
  readonly elevationTolerance: number;
  readonly json?: true;
}

/** `throughline check`: is the corridor sound, and what stops a train at its borders? */
export function checkCommand(): Command {
  return new Command('check')
    .summary('read and check a corridor; say what stops a train at its borders')
    .description(
      'Reads the corridor in FOLDER under every option and scenario and reports everything that is wrong with it at once. Then shows what stops a train at each border, how well gradients agree with elevations, and how well the numbers are founded. Runs no train.',
    )
    .argument('<folder>', "the corridor's folder")
    .option('--option <ids>', 'only these options (repeat, or separate by commas)', gathered)
    .option('--scenario <id>', 'only this scenario')
    .option(
      '--elevation-tolerance <metres>',
      'largest difference between integrated gradients and station elevations',
      positive,
      10,
    )
    .option('--json', 'machine-readable results on stdout')
    .addHelpText(
      'after',
      examples([
        ['check corridors/two-gauges', 'checks the tutorial corridor'],
        ['check corridors/two-gauges --json | jq .numbers', 'counts cited and estimated numbers'],
      ]),
    )
    .action(check);
}

async function check(folder: string, options: CheckOptions): Promise<void> {
  const { inspectFolder } = await import('../check/inspect.ts');
  const { inspectionLines } = await import('../check/report.ts');
  const { reportLines } = await import('../diagnostics-report.ts');
  const { print, printJson, tell, outStyle, errStyle } = await import('../terminal/output.ts');
  const inspection = await inspectFolder(folder, {
    options: options.option ?? [],
    scenario: options.scenario,
    elevationTolerance: options.elevationTolerance,
  });
  tell(reportLines(inspection.diagnostics, folder, errStyle));
  if (options.json) printJson(inspection);
  else if (inspection.usable) print(inspectionLines(inspection, outStyle));
  if (!inspection.usable) process.exitCode = exitStatus.badInput;
  else if (inspection.failures.length > 0) process.exitCode = exitStatus.checkFailed;
}
