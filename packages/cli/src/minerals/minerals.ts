import { mineralMarket, mineralsRecord } from '@throughline/engine';
import { BadInput, exitStatus } from '../exit-status.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson } from '../terminal/output.ts';
import { journeyTimes } from './journey-times.ts';
import type { MineralsOptions } from './minerals-options.ts';
import { mineralsLines } from './report.ts';

/** Key under which figures of the record name their inputs; the command prints no traces. */
const restsOn = 'minerals';

/**
 * Solves the market of the minerals and prints what it finds.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 * @throws BadInput when the corridor has no minerals
 */
export async function minerals(folder: string, options: MineralsOptions): Promise<void> {
  const found = await modelUnder(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, option } = found;
  const outcome = mineralMarket(model, journeyTimes(model), 'full');
  if (!outcome) throw new BadInput('The corridor has no minerals: it has no key `minerals` (see docs/format.md).');
  const record = mineralsRecord(model, outcome, [], restsOn);
  if (options.json) printJson({ option, scenario: options.scenario ?? null, ...record });
  else print(mineralsLines(record, option, outStyle));
  if (!record.summary) process.exitCode = exitStatus.checkFailed;
}
