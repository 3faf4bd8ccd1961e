import {
  type Driving,
  type Model,
  runService,
  type ServiceRecord,
  serviceRecord,
  stationRecords,
} from '@throughline/engine';
import { writeWhole } from '@throughline/host';
import { exitStatus } from '../exit-status.ts';
import { known } from '../known.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson, tell } from '../terminal/output.ts';
import { writing } from '../writing.ts';
import { callsOf } from './calls.ts';
import { runLines } from './report.ts';
import type { RunningOptions } from './running-options.ts';

/** Key under which figures of the record name their inputs; the command prints no traces. */
const restsOn = 'run';

/**
 * Runs one train and prints what it does.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function running(folder: string, options: RunningOptions): Promise<void> {
  const found = await modelUnder(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, option } = found;
  const id = serviceNamed(options.service, model, option);
  const outcome = runService(model, id, drivingOf(options.supplement));
  const record = serviceRecord(model, id, outcome, [], restsOn);
  const calls = outcome.kind === 'run' ? callsOf(model, outcome) : [];
  if (options.svg !== undefined) await draw(options.svg, id, record, model);
  if (options.json) printJson({ option, scenario: options.scenario ?? null, service: id, ...record, calls });
  else print(runLines(record, calls, outStyle));
  if (outcome.kind !== 'run') process.exitCode = exitStatus.checkFailed;
}

function serviceNamed(id: string | undefined, { services }: Model, option: string): string {
  return known('service', id, services, { how: '`--service ID`', where: ` under option ${option}` });
}

function drivingOf(percent: number | undefined): Driving | undefined {
  return percent === undefined ? undefined : { kind: 'coasting', supplement: percent / 100 };
}

async function draw(path: string, id: string, record: ServiceRecord, model: Model): Promise<void> {
  const { outcome } = record;
  if (outcome.kind !== 'run') {
    tell([`${path} was not drawn: the train does not arrive.`]);
    return;
  }
  const { speedDistance, standaloneSvg } = await import('@throughline/charts');
  const { blankDocument } = await import('@throughline/dossier/blank-document');
  const figure = speedDistance({ id, title: record.name, run: outcome, stations: stationRecords(model) });
  await writing(path, () => writeWhole(path, standaloneSvg(figure, blankDocument())));
}
