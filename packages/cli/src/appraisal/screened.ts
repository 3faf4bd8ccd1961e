import {
  type AppraisalRecord,
  appraisalRecord,
  Diagnostics,
  type PreparedOption,
  prepare,
  type ScreenedAppraisal,
  screenAppraisal,
} from '@throughline/engine';
import { parseCorridor, readCorridorFolder } from '@throughline/host';
import { reportLines } from '../diagnostics-report.ts';
import { BadInput } from '../exit-status.ts';
import { errStyle, tell } from '../terminal/output.ts';
import type { AppraisalOptions } from './appraisal-options.ts';

/** A corridor whose options were appraised in screening. */
export interface Screened {
  readonly prepared: readonly PreparedOption[];
  readonly found: ScreenedAppraisal;
  readonly record: AppraisalRecord;
  readonly titles: Readonly<Record<string, string>>;
}

/**
 * Reads a corridor and appraises its options with their stated values; the do-minimum is always among them.
 *
 * @param folder - the corridor's folder
 * @param options - which options and scenario
 * @returns what was found, or undefined when the corridor cannot be used; what is wrong has then been told
 */
export async function screened(folder: string, options: AppraisalOptions): Promise<Screened | undefined> {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(folder, diagnostics);
  const files = diagnostics.failed ? undefined : parseCorridor(texts, diagnostics);
  const { scenario, convention } = options;
  const plan = {
    options: [],
    seed: 0,
    draws: 0,
    switches: {},
    ...(scenario === undefined ? {} : { scenario }),
    ...(convention === undefined ? {} : { convention }),
  };
  const read = files && !diagnostics.failed ? prepare(files, plan) : undefined;
  diagnostics.all.push(...(read?.diagnostics.all ?? []));
  tell(reportLines(diagnostics.all, folder, errStyle));
  if (!read || diagnostics.failed) return undefined;
  const known = read.options.map(({ id }) => id);
  for (const id of options.option ?? []) {
    if (!known.includes(id)) throw new BadInput(`There is no option \`${id}\`; there are ${known.join(', ')}.`);
  }
  const minimum = read.options[0]?.compiled.corridor.economy?.do_minimum;
  const wanted = options.option && options.option.length > 0 ? [...options.option, minimum] : known;
  const prepared = read.options.filter(({ id }) => wanted.includes(id));
  const found = await screenAppraisal(prepared);
  const titles = Object.fromEntries(prepared.map(({ id, read: of }) => [id, of.head?.title ?? id]));
  const [first] = Object.values(found.options);
  if (!first) throw new BadInput('The corridor has no options.');
  const record = appraisalRecord(found.appraisal, {
    model: (minimum === undefined ? undefined : found.options[minimum]?.model) ?? first.model,
    draws: [],
    trace: () => 'economy',
    nameOfOption: (id) => titles[id] ?? id,
  });
  return { prepared, found, record, titles };
}
