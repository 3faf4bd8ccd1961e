import {
  type PlanMeasure,
  type PriceLever,
  type PriceSearch,
  type PriceTried,
  type PriceWanted,
  searchPrice,
} from '@throughline/engine';
import { BadInput } from '../exit-status.ts';
import { outStyle } from '../terminal/output.ts';
import { progressLine } from '../terminal/progress.ts';
import { table } from '../terminal/table.ts';
import type { Screened } from './screened.ts';

/** What was looked for under one option, and what was found. */
export interface OptionSearch extends PriceSearch, Pick<PriceWanted, 'plan' | 'lever' | 'measure' | 'target'> {
  readonly option: string;
}

/** Prices that a search tries at the most, about, for its progress. */
const expected = 20;

/**
 * Looks for the price at which each option reaches a target under a plan.
 *
 * @param screened - options as prepared and appraised
 * @param wanted - what is moved, what is measured, the target, and the plan: the first of the corridor when left out
 */
export async function searchPrices(
  { prepared, record, titles }: Screened,
  wanted: {
    readonly lever: PriceLever;
    readonly measure: PlanMeasure;
    readonly target: number;
    readonly plan?: string;
    readonly quiet: boolean;
  },
): Promise<OptionSearch[]> {
  const { lever, measure, target } = wanted;
  const plan = wanted.plan ?? Object.keys(record.plans)[0] ?? '';
  const minimum = prepared.find(({ id }) => id === record.do_minimum);
  if (!minimum) throw new BadInput('The corridor has no do-minimum to compare with.');
  const progress = progressLine(process.stderr, wanted.quiet);
  const searches: OptionSearch[] = [];
  for (const option of prepared) {
    if (option === minimum) continue;
    const label = `${lever} of ${titles[option.id] ?? option.id}`;
    const onTried = (_: PriceTried, count: number) =>
      progress.show({ label, done: Math.min(count, expected - 1), total: expected });
    const found = await searchPrice(option, minimum, { plan, lever, measure, target, onTried });
    searches.push({ option: option.id, plan, lever, measure, target, ...found });
  }
  progress.clear();
  return searches;
}

const perYear = 31_557_600;

/**
 * Searches in words, with a table of the prices that were tried.
 *
 * @param searches - as {@link searchPrices} returns them
 * @param screened - for titles and the currency
 */
export function priceLines(searches: readonly OptionSearch[], { found, titles, record }: Screened): string[] {
  const { finance } = found.appraisal;
  const currency = finance.kind === 'computed' ? finance.result.currency : '';
  return searches.flatMap((search, i) => {
    const { option, plan } = search;
    const size = sizeOf(search);
    return [
      ...(i === 0 ? [] : ['']),
      outStyle('bold', `${titles[option] ?? option}, ${record.plans[plan]?.title ?? plan}`),
      `  ${verdict(search)}`,
      ...table(
        [
          'price',
          'least cover',
          'cover over life',
          `value [${size.name} ${currency}]`,
          'Mt a year',
          'm persons a year',
        ].map((title) => ({
          title,
          align: 'right' as const,
        })),
        search.tried.map((tried) => [
          percent(tried.factor),
          number(tried.cover),
          number(tried.lifeCover),
          number(tried.value === null ? null : tried.value / size.per, size.digits),
          number(tried.goods * perYear * 1e-9),
          number(tried.persons * perYear * 1e-6),
        ]),
        2,
      ),
    ];
  });
}

/** In what values are told: billions where there are many of them, else millions. */
function sizeOf({ tried }: OptionSearch): { readonly name: string; readonly per: number; readonly digits: number } {
  const most = Math.max(...tried.map(({ value }) => Math.abs(value ?? 0)));
  return most >= 1e11 ? { name: 'bn', per: 1e9, digits: 0 } : { name: 'm', per: 1e6, digits: most >= 1e9 ? 0 : 3 };
}

function verdict(search: OptionSearch): string {
  const { needed, peak, stated, lever, measure, target, tried } = search;
  const size = sizeOf(search);
  const of = (one: PriceTried) => ({ cover: one.cover, 'life cover': one.lifeCover, value: one.value })[measure];
  const told = (value: number | null) =>
    value === null
      ? 'none'
      : measure === 'value'
        ? `${(value / size.per).toFixed(size.digits)} ${size.name}`
        : value.toFixed(2);
  const lost = (one: PriceTried) =>
    stated.goods > 0
      ? ` with ${Math.abs(100 * (1 - one.goods / stated.goods)).toFixed(0)} % ${one.goods > stated.goods ? 'more' : 'less'} goods than at the prices stated`
      : '';
  if (needed)
    return `A ${measure} of ${told(target)} needs ${percent(needed.factor)} of the stated ${lever} (${told(of(needed))})${lost(needed)}.`;
  if (of(peak) === null) return `No ${measure} can be told: the plan borrows nothing, or cannot be carried out.`;
  const [first, last] = [tried[0], tried.at(-1)] as [PriceTried, PriceTried];
  return `No ${lever} from ${percent(first.factor)} to ${percent(last.factor)} of those stated give a ${measure} of ${told(target)}. The most is ${told(of(peak))} at ${percent(peak.factor)},${lost(peak)}${peak === last ? '' : '; beyond it, lost traffic costs more than the price brings'}.`;
}

function percent(factor: number): string {
  return `${(100 * factor).toFixed(factor < 0.995 || factor > 1.005 ? 1 : 0)} %`;
}

function number(value: number | null, digits = 2): string {
  return value === null ? '–' : value.toFixed(digits);
}
