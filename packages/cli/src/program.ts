import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { BadInput, exitStatus } from './exit-status.ts';

/** The `throughline` command with all that it can do. */
export function program(version: string): Command {
  const root = new Command('throughline')
    .description('Should a railway link between two countries whose tracks do not fit be upgraded, how, and who pays?')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help shows what is possible)')
    .addHelpText('after', '\nExit status: 0 done, 1 a check failed, 2 bad input.');
  for (const command of commands) root.addCommand(command().copyInheritedSettings(root));
  return root;
}

/**
 * Runs the command and turns how it ended into an exit status.
 *
 * @param argv - arguments of the process, as in `process.argv`
 * @param version - shown by `--version`
 */
export async function run(argv: readonly string[], version: string): Promise<void> {
  try {
    await program(version).parseAsync([...argv]);
  } catch (problem) {
    process.exitCode = statusOf(problem);
  }
}

function statusOf(problem: unknown): number {
  if (problem instanceof CommanderError)
    return problem.exitCode === 0 && problem.code !== 'commander.help' ? exitStatus.done : exitStatus.badInput;
  if (problem instanceof BadInput) {
    process.stderr.write(`error: ${problem.message}\n`);
    return exitStatus.badInput;
  }
  const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  process.stderr.write(
    `This is a fault of Throughline, not of your input. Please report it with the lines below.\n${text}\n`,
  );
  return exitStatus.internalError;
}
