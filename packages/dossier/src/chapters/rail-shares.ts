import { decimal, numbers, words } from '@throughline/charts';
import type { DemandRecord } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';

/** What the corridor's railways carry of a kind of goods, and all of it. */
interface Carried {
  readonly own: number;
  readonly all: number;
}

/** Part of each kind of goods, and of travellers, that the corridor's railways carry: as it stands, and with each option. */
export function railShares(told: ReadonlyArray<{ readonly title: string; readonly demand: DemandRecord }>): Markup {
  const [first] = told;
  if (first === undefined) return html``;
  const columns = [
    carriedBy(first.demand, 'flow before'),
    ...told.map(({ demand }) => carriedBy(demand, 'flow after')),
  ];
  const groups = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const heads = [
    'Goods',
    `${first.demand.before.value}, as it stands`,
    ...told.map(({ title, demand }) => `${title}, ${demand.after.value}`),
  ];
  return table(
    heads.map((head, i) => ({ head, isNumber: i > 0 })),
    groups.map((group): Content[] => [group, ...columns.map((column) => shareText(column.get(group)))]),
    { caption: 'Part of what is sent that the railways of the corridor carry' },
  );
}

function carriedBy({ ways }: DemandRecord, column: 'flow before' | 'flow after'): Map<string, Carried> {
  const [group, mode] = [words(ways, 'group'), words(ways, 'mode')];
  const sums = new Map<string, Carried>();
  for (const [i, flow] of numbers(ways, column).entries()) {
    const { own, all } = sums.get(group[i]!) ?? { own: 0, all: 0 };
    const carried = flow ?? 0;
    sums.set(group[i]!, { own: own + (mode[i] === 'this railway' ? carried : 0), all: all + carried });
  }
  return sums;
}

function shareText(carried: Carried | undefined): string {
  return carried === undefined || carried.all === 0 ? '–' : `${decimal((100 * carried.own) / carried.all, 1)}\u00a0%`;
}
