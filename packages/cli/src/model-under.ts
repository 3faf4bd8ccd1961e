import { type Course, centralValues, courseOf, Diagnostics, type Model, optionsOf, prepare } from '@throughline/engine';
import { parseCorridor, readCorridorFolder } from '@throughline/host';
import { believedClaims } from './believed.ts';
import { reportLines } from './diagnostics-report.ts';
import { errStyle, tell } from './terminal/output.ts';

/** Which corridor a command looks at. */
export interface Asked {
  readonly option?: string;
  readonly scenario?: string;
  /** Claims that hold about contested numbers, as `path=claim`. */
  readonly believe?: readonly string[];
}

/**
 * Reads a corridor under one option and scenario, with stated values, and tells what is wrong with it.
 *
 * @param folder - the corridor's folder
 * @param asked - the option, the one that builds least when left out, the scenario, and what is believed
 * @returns the model of the year looked at, the corridor through the years, the option and that year, or undefined when the corridor cannot be used
 */
export async function modelUnder(folder: string, { option, scenario, believe }: Asked) {
  const switches = believedClaims(believe);
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(folder, diagnostics);
  const files = diagnostics.failed ? undefined : parseCorridor(texts, diagnostics);
  let model: Model | undefined;
  let course: Course | undefined;
  let year = 0;
  let id = option ?? '';
  if (files && !diagnostics.failed) {
    id = option ?? (optionsOf(files, { options: [] })[0] as string);
    const plan = { options: [id], seed: 0, draws: 0, switches, ...(scenario === undefined ? {} : { scenario }) };
    const prepared = prepare(files, plan);
    diagnostics.all.push(...prepared.diagnostics.all);
    const first = prepared.options[0];
    if (first && !prepared.diagnostics.failed) {
      course = courseOf(first.course, (compiled) => centralValues(compiled, switches));
      model = course.open[0].model;
      year = first.compiled.year;
    }
  }
  tell(reportLines(diagnostics.all, folder, errStyle));
  return model && course && { model, course, option: id, year };
}
