import { decimal, numbers, words } from '@throughline/charts';
import type { Assessment } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';

/** One number of a series. */
interface Counted {
  readonly reporter: string;
  readonly kind: string;
  readonly name: string;
  readonly goods: string | null;
  readonly year: number;
  readonly months: number;
  readonly amount: number;
}

/** What customs services and ministries count, year by year: trade side by side, goods, investment. */
export function tradeObservatory(trade: Assessment['corridor']['trade']): Markup {
  if (trade === null) return html``;
  const counted = countedOf(trade);
  const whole = counted.filter(({ kind, goods }) => kind === 'trade' && goods === null);
  const goods = counted.filter(({ kind, goods: of }) => kind !== 'investment' && !(kind === 'trade' && of === null));
  const investment = counted.filter(({ kind }) => kind === 'investment');
  return html`<h4>Trade and investment, as each side counts them</h4>
${sideBySide(whole)}
${listed('Goods, bn USD a year', goods)}
${listed('Investment, bn USD a year', investment)}
<p class="note">The model takes one of the counts of bilateral trade; which one is a contested quantity, <code>trade.amount</code>, that a run can switch with <code>--believe</code>. Years in part say so.</p>`;
}

function countedOf(trade: NonNullable<Assessment['corridor']['trade']>): Counted[] {
  const [reporter, kind, name, goods] = ['reporter', 'kind', 'name', 'goods'].map((column) => words(trade, column));
  const [year, months, amount] = ['year', 'months', 'amount'].map((column) => numbers(trade, column));
  return reporter!.map((who, i) => ({
    reporter: who,
    kind: kind![i]!,
    name: name![i]!,
    goods: goods![i] || null,
    year: year![i] ?? 0,
    months: months![i] ?? 12,
    amount: amount![i] ?? 0,
  }));
}

/** Counts of the same trade by each service, and by how much the largest lies above the least. */
function sideBySide(counted: readonly Counted[]): Markup {
  if (counted.length === 0) return html``;
  const reporters = [...new Set(counted.map(({ reporter }) => reporter))];
  const rows = yearsOf(counted).map((year): Content[] => {
    const of = reporters.map((who) => counted.find((one) => one.year === year && one.reporter === who));
    const alike = of.flatMap((one) => (one && one.months === of[0]?.months ? [one.amount] : []));
    const apart = alike.length < 2 ? '–' : `${decimal(100 * (Math.max(...alike) / Math.min(...alike) - 1))} %`;
    return [String(year), ...of.map(amountText), apart];
  });
  return table(
    ['Year', ...reporters.map((who) => `${who} counts`), 'apart by'].map((head, i) => ({ head, isNumber: i > 0 })),
    rows,
    { caption: 'Bilateral trade, bn USD a year' },
  );
}

/** One row a series, one column a year. */
function listed(caption: string, counted: readonly Counted[]): Markup {
  if (counted.length === 0) return html``;
  const years = yearsOf(counted);
  const titleOf = ({ reporter, name }: Counted) => `${name} (${reporter} counts)`;
  const rows = [...new Set(counted.map(titleOf))].map((title): Content[] => [
    title,
    ...years.map((year) => amountText(counted.find((one) => titleOf(one) === title && one.year === year))),
  ]);
  return table(
    ['What is counted', ...years.map(String)].map((head, i) => ({ head, isNumber: i > 0 })),
    rows,
    { caption, stacks: true },
  );
}

function yearsOf(counted: readonly Counted[]): number[] {
  return [...new Set(counted.map(({ year }) => year))].sort((a, b) => a - b);
}

function amountText(one: Counted | undefined): string {
  if (one === undefined) return '–';
  const months = one.months === 12 ? '' : ` (${one.months} months)`;
  return `${decimal(one.amount, one.amount < 20 ? 2 : 1)}${months}`;
}
