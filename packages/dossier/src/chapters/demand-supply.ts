import { decimal, numbers, rowsOf, words } from '@throughline/charts';
import type { DemandRecord } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';

/** How full the trains are, and how full roads and gates. */
export function trainsAndRoads({ trains, roads, years }: DemandRecord): Markup {
  const gaps = numbers(years, 'road gap').flatMap((gap) => (gap === null ? [] : [gap]));
  return html`${rowsOf(trains) === 0 ? '' : html`<details><summary>Trains of each service, and how full they are</summary>${trainTable(trains)}</details>`}
${
  rowsOf(roads) === 0
    ? ''
    : html`<details><summary>Roads and gates, and how full they are</summary>${roadTable(roads)}
<p class="note">Trucks take the roads that are cheapest for them when all do: user equilibrium, to a relative gap of ${gapText(gaps)}. Roads without a stated capacity are left out, as are gates that nobody takes.</p></details>`
}`;
}

function gapText(gaps: readonly number[]): string {
  const worst = 1e-9 * Math.max(0, ...gaps);
  return worst < 1e-12 ? 'less than 1e-12' : `${worst.toExponential(0)} at most`;
}

function trainTable(trains: DemandRecord['trains']): Markup {
  const [service, year] = [words(trains, 'service'), numbers(trains, 'year')];
  const [whole, load] = [numbers(trains, 'whole trains'), numbers(trains, 'load')];
  const [tonnes, travellers] = [numbers(trains, 'tonnes'), numbers(trains, 'travellers')];
  const cell = (i: number): Content => {
    if (i < 0) return '–';
    const carried = tonnes[i] ?? null;
    const each = carried === null ? decimal(travellers[i] ?? 0) : `${decimal(carried)}\u00a0t`;
    return html`${decimal(whole[i] ?? 0)}\u00a0×\u00a0${each}<br>${decimal(load[i] ?? 0)}\u00a0%`;
  };
  return html`${byYear(service, year, cell, 'Service', 'Whole trains a day, what each carries and the part of its room that is')}
<p class="note">Trains a day × the tonnes (t) or travellers in each, and how much of its room that is. Wagons that come back empty are in the trains.</p>`;
}

function roadTable(roads: DemandRecord['roads']): Markup {
  const [name, year] = [words(roads, 'name'), numbers(roads, 'year')];
  const [flow, capacity] = [numbers(roads, 'flow'), numbers(roads, 'capacity')];
  const [free, hours] = [numbers(roads, 'hours free'), numbers(roads, 'hours')];
  const taken = new Set(name.filter((_, i) => capacity[i] !== null && (flow[i] ?? 0) >= 1));
  const cell = (i: number): Content => {
    if (i < 0) return '–';
    const part = (100 * (flow[i] ?? 0)) / (capacity[i] ?? 1);
    return html`${decimal(flow[i] ?? 0)}\u00a0t<br>${decimal(part)}\u00a0%<br>${decimal(hours[i] ?? 0, 1)}\u00a0h`;
  };
  const kept = name.map((one, i) => (taken.has(one) ? `${one}, ${decimal(free[i] ?? 0, 1)}\u00a0h when empty` : ''));
  return byYear(kept, year, cell, 'Road or gate', 'Tonnes a day, part of the capacity, and hours it takes');
}

/** A row a name and a column a year; rows without a name are left out. */
function byYear(
  names: readonly string[],
  years: ReadonlyArray<number | null>,
  cell: (row: number) => Content,
  head: string,
  caption: string,
): Markup {
  const told = [...new Set(years)];
  const rows = [...new Set(names.filter((name) => name !== ''))].map((name): Content[] => [
    name,
    ...told.map((year) => cell(names.findIndex((one, i) => one === name && years[i] === year))),
  ]);
  return table(
    [head, ...told.map(String)].map((text) => ({ head: text })),
    rows,
    { caption, hidesCaption: true, stacks: true },
  );
}
