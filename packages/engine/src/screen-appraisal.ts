import { type Appraisal, type AppraisedOption, appraise } from './appraise.ts';
import { type ClaimSwitches, centralValues, type Model } from './corridor/index.ts';
import { type Course, courseOf } from './course.ts';
import { simulate } from './simulate.ts';
import type { PreparedOption } from './study.ts';

/** Options as screened, and what they mean beside each other. */
export interface ScreenedAppraisal {
  readonly options: Readonly<Record<string, AppraisedOption>>;
  readonly appraisal: Appraisal;
}

/**
 * Appraises options with their stated values in `screening`: no timetable is planned.
 *
 * @param prepared - the options, the do-minimum among them
 * @param of - claims that are believed, and a factor on the tariffs of the corridor's railways by option
 * @returns the options and their appraisal
 * @example
 * ```ts
 * const { appraisal } = await screenAppraisal(prepare(files, plan).options, { tariffs: { 'new-line': 1.2 } });
 * ```
 */
export async function screenAppraisal(
  prepared: readonly PreparedOption[],
  of: { readonly switches?: ClaimSwitches; readonly tariffs?: Readonly<Record<string, number>> } = {},
): Promise<ScreenedAppraisal> {
  const options: Record<string, AppraisedOption> = {};
  for (const { id, compiled: stage, course } of prepared) {
    const drawn = courseOf(course, (compiled) => centralValues(compiled, of.switches ?? {}));
    options[id] = await screened(drawn, stage.corridor, of.tariffs?.[id] ?? 1);
  }
  return { options, appraisal: await appraise(options) };
}

async function screened(drawn: Course, stated: AppraisedOption['stated'], factor: number): Promise<AppraisedOption> {
  const dearer = ({ year, model }: Course['present']) => ({ year, model: withTariffs(model, factor) });
  const [first, ...later] = drawn.open;
  const course = { present: drawn.present, open: [dearer(first), ...later.map(dearer)] } as const;
  const outcome = await simulate(course, 'screening');
  return { outcome, model: course.open[0].model, stated, opens: first.year };
}

/**
 * The corridor with other tariffs and fares on its own railways; other carriers keep theirs.
 *
 * @param model - the corridor as drawn
 * @param factor - on every tariff, charge and fare of a link that is a journey, above 0
 * @returns the same corridor with other prices
 * @throws RangeError of a factor of 0 or less
 * @example
 * ```ts
 * withTariffs(model, 1.2).links.rail.tariff; // a fifth more
 * ```
 */
export function withTariffs(model: Model, factor: number): Model {
  if (!(factor > 0 && factor < Infinity)) throw new RangeError(`factor on tariffs is ${factor}, expected above 0`);
  if (factor === 1) return model;
  const links = Object.entries(model.links).map(([id, link]) => {
    if (link.journey === undefined) return [id, link] as const;
    const { tariff, charge, fare } = link;
    const priced = {
      ...link,
      ...(tariff === undefined ? {} : { tariff: factor * tariff }),
      ...(charge === undefined ? {} : { charge: factor * charge }),
      ...(fare === undefined ? {} : { fare: factor * fare }),
    };
    return [id, priced] as const;
  });
  return { ...model, links: Object.fromEntries(links) };
}
