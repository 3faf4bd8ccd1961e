import { type Appraisal, type AppraisedOption, appraise } from './appraise.ts';
import { type ClaimSwitches, centralValues, type Model } from './corridor/index.ts';
import { courseOf } from './course.ts';
import { type Present, presentOf, simulate } from './simulate.ts';
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
 * @param of - claims that are believed
 * @returns the options and their appraisal
 * @example
 * ```ts
 * const { appraisal } = await screenAppraisal(prepare(files, plan).options);
 * ```
 */
export async function screenAppraisal(
  prepared: readonly PreparedOption[],
  of: { readonly switches?: ClaimSwitches } = {},
): Promise<ScreenedAppraisal> {
  const options: Record<string, AppraisedOption> = {};
  let present: Present | null | undefined;
  for (const { id, compiled: stage, course } of prepared) {
    const drawn = courseOf(course, (compiled) => centralValues(compiled, of.switches ?? {}));
    // All options start from the same present.
    present ??= presentOf(drawn, 'screening');
    const [{ model, year }] = drawn.open;
    const outcome = await simulate(drawn, 'screening', present);
    options[id] = { outcome, model, stated: stage.corridor, opens: year };
  }
  return { options, appraisal: await appraise(options) };
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
