import { financeOptions, screenAppraisal } from '@throughline/engine';
import type { Screened } from './screened.ts';

/** What a tariff gives. */
export interface TariffTried {
  /** On the tariffs and fares that the option has. */
  readonly factor: number;
  /** Least debt service cover; without debt, revenue over operating cost in the worst year of operation. */
  readonly cover: number | null;
}

/** The tariff that a cover needs, or that none gives it. */
export interface TariffFound {
  readonly option: string;
  readonly plan: string;
  readonly cover: number;
  readonly needed: TariffTried | null;
  readonly best: TariffTried;
  readonly tried: readonly TariffTried[];
}

const factors = [0.6, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.2];
const halvings = 5;

/**
 * Looks for the least tariff at which every option has a cover under a plan. The whole chain is run for each tariff, so
 * that a higher one has lost its traffic.
 *
 * @param screened - options as prepared and appraised
 * @param wanted - least cover, and the plan; the first of the corridor when left out
 */
export async function searchTariff(
  { prepared, found, record }: Screened,
  wanted: { readonly cover: number; readonly plan?: string },
): Promise<TariffFound[]> {
  const plan = wanted.plan ?? Object.keys(Object.values(record.options)[0]?.plans ?? {})[0] ?? '';
  const results: TariffFound[] = [];
  for (const option of Object.keys(record.options)) {
    const own = prepared.filter(({ id }) => id === option || id === record.do_minimum);
    const tryFactor = async (factor: number): Promise<TariffTried> => {
      const { options, appraisal } =
        factor === 1 ? found : await screenAppraisal(own, { tariffs: { [option]: factor } });
      if (appraisal.economy.kind === 'none') return { factor, cover: null };
      const priced = Object.fromEntries(
        Object.entries(options).flatMap(([id, { outcome, ...of }]) =>
          outcome.demand ? [[id, { id, ...of, services: outcome.services, demand: outcome.demand }] as const] : [],
        ),
      );
      const worked = financeOptions(priced, appraisal.economy.result)?.options[option]?.[plan]?.plan;
      if (worked?.kind !== 'financed') return { factor, cover: null };
      const { least } = worked.cover;
      return { factor, cover: least.kind === 'ratio' ? least.ratio : null };
    };
    const tried: TariffTried[] = [];
    for (const factor of factors) tried.push(await tryFactor(factor));
    const reaches = ({ cover }: TariffTried) => cover !== null && cover >= wanted.cover;
    const index = tried.findIndex(reaches);
    let needed = tried[index] ?? null;
    let below = tried[index - 1];
    for (let i = 0; i < halvings && needed && below; i++) {
      const middle = await tryFactor(0.5 * (below.factor + needed.factor));
      tried.push(middle);
      if (reaches(middle)) needed = middle;
      else below = middle;
    }
    const best = tried.reduce((a, b) => ((b.cover ?? -Infinity) > (a.cover ?? -Infinity) ? b : a));
    results.push({ option, plan, cover: wanted.cover, needed, best, tried });
  }
  return results;
}

/**
 * The search in words, a line an option.
 *
 * @param found - as {@link searchTariff} returns it
 * @param titles - of the options
 */
export function tariffLines(found: readonly TariffFound[], titles: Readonly<Record<string, string>>): string[] {
  const told = (cover: number | null) => (cover === null ? 'no cover' : cover.toFixed(2));
  return found.map(({ option, plan, cover, needed, best }) => {
    const name = titles[option] ?? option;
    return needed
      ? `${name} under ${plan}: a cover of ${cover} needs ${(100 * needed.factor).toFixed(0)} % of its tariffs (${told(needed.cover)}).`
      : `${name} under ${plan}: no tariff from 60 to 320 % gives a cover of ${cover}; most is ${told(best.cover)} at ${(100 * best.factor).toFixed(0)} %.`;
  });
}
