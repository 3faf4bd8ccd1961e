import { telecomOf } from '@throughline/engine';
import { BadInput, exitStatus } from '../exit-status.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson } from '../terminal/output.ts';
import { telecomLines } from './report.ts';
import type { TelecomOptions } from './telecom-options.ts';

/**
 * Tells what fibre along the line adds.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 * @throws BadInput when the corridor describes no telecom network
 */
export async function telecom(folder: string, options: TelecomOptions): Promise<void> {
  const found = await modelUnder(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, option } = found;
  const year = options.year ?? found.year;
  const outcome = telecomOf(model, year);
  if (!outcome)
    throw new BadInput('The corridor describes no telecom network: it has no key `telecom` (see docs/format.md).');
  if (options.json) printJson({ option, scenario: options.scenario ?? null, year, ...outcome });
  else print(telecomLines(model, outcome, { option, year }, outStyle));
}
