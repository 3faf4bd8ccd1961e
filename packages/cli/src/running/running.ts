import {
  centralValues,
  closest,
  Diagnostics,
  type Driving,
  type Model,
  modelOf,
  optionsOf,
  prepare,
  runService,
  type ServiceRecord,
  serviceRecord,
  stationRecords,
} from '@throughline/engine';
import { parseCorridor, readCorridorFolder, writeWhole } from '@throughline/host';
import { reportLines } from '../diagnostics-report.ts';
import { BadInput, exitStatus } from '../exit-status.ts';
import { errStyle, outStyle, print, printJson, tell } from '../terminal/output.ts';
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

async function modelUnder(folder: string, { option, scenario }: RunningOptions) {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(folder, diagnostics);
  const files = diagnostics.failed ? undefined : parseCorridor(texts, diagnostics);
  let model: Model | undefined;
  let id = option ?? '';
  if (files && !diagnostics.failed) {
    id = option ?? (optionsOf(files, { options: [] })[0] as string);
    const plan = { options: [id], seed: 0, draws: 0, switches: {}, ...(scenario === undefined ? {} : { scenario }) };
    const prepared = prepare(files, plan);
    diagnostics.all.push(...prepared.diagnostics.all);
    const compiled = prepared.options[0]?.compiled;
    if (compiled) model = modelOf(compiled, centralValues(compiled));
  }
  tell(reportLines(diagnostics.all, folder, errStyle));
  return model && { model, option: id };
}

function serviceNamed(id: string | undefined, { services }: Model, option: string): string {
  if (id !== undefined && Object.hasOwn(services, id)) return id;
  const near = id === undefined ? undefined : closest(id, Object.keys(services));
  const known = Object.entries(services).map(([own, { name }]) => `  ${own}: ${name}`);
  const problem =
    id === undefined ? 'Name a service with `--service ID`.' : `There is no service \`${id}\` under option ${option}.`;
  throw new BadInput(
    [
      problem,
      ...(near ? [`Did you mean \`${near}\`?`] : []),
      known.length > 0 ? 'The services are:' : 'The corridor has none.',
      ...known,
    ].join('\n'),
  );
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
