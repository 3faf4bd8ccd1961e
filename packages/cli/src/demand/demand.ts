import { demandRecord, simulateDemand } from '@throughline/engine';
import { exitStatus } from '../exit-status.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson, tell } from '../terminal/output.ts';
import type { DemandOptions } from './demand-options.ts';
import { demandLines } from './report.ts';

/** Key under which figures of the record name their inputs; the command prints no traces. */
const restsOn = 'demand';

/**
 * Finds demand under an option and prints it.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function demand(folder: string, options: DemandOptions): Promise<void> {
  const found = await modelUnder(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, course, option } = found;
  const outcome = simulateDemand(course);
  const record = demandRecord(model, outcome, [], restsOn);
  if (record === null || outcome.demand === null) {
    tell(['This corridor has no markets: nothing says who would send what.']);
    process.exitCode = exitStatus.badInput;
    return;
  }
  if (options.json) printJson({ option, scenario: options.scenario ?? null, ...record });
  else print(demandLines(option, record, outStyle));
  const reached = outcome.demand.years.every(({ convergence }) => convergence.outcome === 'converged');
  if (!reached) process.exitCode = exitStatus.checkFailed;
}
