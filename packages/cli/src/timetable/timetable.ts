import { type Model, planLine, smallWorks, type TimetableOptions } from '@throughline/engine';
import { BadInput, exitStatus } from '../exit-status.ts';
import { known } from '../known.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson } from '../terminal/output.ts';
import { type ProgressLine, progressLine } from '../terminal/progress.ts';
import { capacityLines } from './capacity-report.ts';
import { drawGraph, lineOfGraph } from './drawing.ts';
import type { Found } from './found.ts';
import { timetableJson } from './json.ts';
import { timetableLines } from './report.ts';
import type { TimetableCommandOptions } from './timetable-options.ts';
import { worksLines } from './works-report.ts';

/** Sections of each leg that are tried when nobody says how many. */
const usualWorks = 3;

/**
 * Makes the timetable of a corridor under one option and prints it.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function timetable(folder: string, options: TimetableCommandOptions): Promise<void> {
  checkTogether(options);
  const under = await modelUnder(folder, options);
  if (!under) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, option } = under;
  const search = searchOf(options, model, option);
  const line = options.svg === undefined ? undefined : lineOfGraph(options.line, model, option);
  const progress = progressLine(process.stderr, process.stderr.isTTY !== true && options.works === undefined);
  const found = find(model, options, search, progress);
  progress.clear();
  if (options.svg !== undefined && line !== undefined)
    await drawGraph(options.svg, found, line, options.blocking === true);
  if (options.json) printJson(timetableJson(found, { option, ...options }));
  else {
    print([
      ...timetableLines(found, outStyle),
      ...(options.capacity ? capacityLines(found, outStyle) : []),
      ...(found.works ? worksLines(found, outStyle) : []),
      ...(line === undefined ? [] : ['', `Train graph of ${model.lines[line]!.name}: ${options.svg}`]),
    ]);
  }
}

function checkTogether({ svg, line, blocking, json }: TimetableCommandOptions): void {
  if (line !== undefined && svg === undefined)
    throw new BadInput('`--line` says which line to draw; name a file for the drawing with `--svg FILE`.');
  if (blocking && svg === undefined && !json)
    throw new BadInput('Blocking times are drawn or told to other programs; add `--svg FILE` or `--json`.');
}

function searchOf({ trains, seed, workLimit }: TimetableCommandOptions, model: Model, option: string) {
  const wanted = (trains ?? []).map((text): [string, number] => {
    const [, id = '', count = ''] = /^(.*)=(\d{1,4})$/.exec(text) ?? [];
    if (id === '' || Number(count) > 1000)
      throw new BadInput(
        `\`--trains ${text}\` should name a service and its trains a day, at most 1000: \`--trains south-freight=12\`.`,
      );
    return [known('service', id, model.services, { how: '', where: ` under option ${option}` }), Number(count)];
  });
  return { seed, trains: Object.fromEntries(wanted), ...(workLimit === undefined ? {} : { workLimit }) };
}

function find(
  model: Model,
  { works }: TimetableCommandOptions,
  search: TimetableOptions,
  { show }: ProgressLine,
): Found {
  show({ label: 'making the timetable', done: 0, total: 1 });
  const planned = planLine(model, search);
  if (works === undefined) return { model, ...planned };
  const count = works === true ? usualWorks : works;
  return { model, ...planned, works: smallWorks(model, planned, { ...search, count, progress: show }) };
}
