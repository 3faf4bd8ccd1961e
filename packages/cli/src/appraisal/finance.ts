import { exitStatus } from '../exit-status.ts';
import { known } from '../known.ts';
import { outStyle, print, printJson, tell } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import type { AppraisalOptions } from './appraisal-options.ts';
import { figureText, seriesLines } from './record-lines.ts';
import { screened } from './screened.ts';
import { priceLines, searchPrices } from './search-price.ts';

/**
 * Tells how options could be paid for, plan by plan; or looks for the tariff that a cover needs.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function finance(folder: string, options: AppraisalOptions): Promise<void> {
  const found = await screened(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { record, titles } = found;
  if (record.without.finance !== null) return tell([`Not worked out: ${record.without.finance}.`]);
  const named = Object.fromEntries(Object.entries(record.plans).map(([id, { title }]) => [id, { name: title }]));
  const plan = options.plan === undefined ? undefined : known('plan', options.plan, named, { how: '', where: '' });
  const [lever, target] =
    options.searchAccess === undefined
      ? (['tariffs', options.searchTariff] as const)
      : (['access charges', options.searchAccess] as const);
  if (target !== undefined) {
    const wanted = { lever, target, measure: options.of ?? 'cover', quiet: options.quiet ?? false };
    const searched = await searchPrices(found, plan === undefined ? wanted : { ...wanted, plan });
    return options.json ? printJson(searched) : print(priceLines(searched, found));
  }
  const plansOf = (id: string) =>
    Object.entries(record.options[id]?.plans ?? {}).filter(([name]) => plan === undefined || name === plan);
  if (options.json) {
    const told = Object.keys(record.options).map((id) => [id, Object.fromEntries(plansOf(id))]);
    return printJson(Object.fromEntries(told));
  }
  const heads = [
    'plan',
    'grant element',
    'gift',
    'paid by the state',
    'if 25 % dearer',
    'least cover',
    'debt / product',
  ];
  const lines = Object.keys(record.options).flatMap((id) => {
    const possible = plansOf(id).filter(([, of]) => of.impossible === null);
    const reasons = new Set(plansOf(id).flatMap(([, of]) => of.impossible ?? []));
    const rows = possible.map(([name, of]) => [
      record.plans[name]?.title ?? name,
      figureText(of.grant_element),
      figureText(of.grant_equivalent),
      figureText(of.subsidy),
      figureText(of.subsidy_after_shock),
      figureText(of.least_cover),
      figureText(of.most_debt_over_product),
    ]);
    const funds = options.option ? plansOf(id).flatMap(([, of]) => ['', ...seriesLines(of.funds, 4)]) : [];
    return [
      '',
      outStyle('bold', titles[id] ?? id),
      ...[...reasons].map((reason) => `  Impossible: ${reason}.`),
      ...(rows.length === 0
        ? []
        : table(
            heads.map((title) => ({ title })),
            rows,
            2,
          )),
      ...funds,
    ];
  });
  const [, first] = Object.values(record.options).flatMap((of) => Object.entries(of.plans))[0] ?? [];
  print([`Grant elements by ${first?.rule ?? 'no rule'}; terms stand beside the funds (--option).`, ...lines]);
}
