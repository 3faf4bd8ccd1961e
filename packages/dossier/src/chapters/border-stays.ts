import { decimal, numbers, words } from '@throughline/charts';
import type { Assessment } from '@throughline/engine';
import { html, type Markup } from '../html.ts';
import { table } from '../table.ts';

/** Stays at the border yards of today beside what others published; nothing where neither is known. */
export function bordersBeside({ corridor, options }: Assessment): Markup {
  const first = Object.values(options)[0];
  const nameOf = (border: string | null | undefined) =>
    border ? (first?.borders[border]?.name ?? border) : 'elsewhere';
  return html`${today(corridor, nameOf)}${published(corridor, nameOf)}`;
}

type Head = Assessment['corridor'];
type NameOf = (border: string | null | undefined) => string;

const hours = (value: number | null | undefined) =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : `${decimal(value, 1)}\u00a0h`;

function today({ border_stays: stays, published_times: times }: Head, nameOf: NameOf): Markup {
  if (!stays) return html``;
  const of = (name: string) => numbers(stays, name);
  const [mean, half, late, arrivals] = [of('mean'), of('half width'), of('p90'), of('arrivals')];
  const borders = words(stays, 'border');
  return html`${table(
    [
      { head: 'Border' },
      { head: 'What' },
      { head: 'A day', isNumber: true },
      { head: 'Stay', isNumber: true },
      { head: 'P90', isNumber: true },
    ],
    words(stays, 'flow').map((flow, i) => [
      nameOf(borders[i]),
      flow ?? '',
      decimal(arrivals[i] ?? 0, 1),
      `${decimal(mean[i] ?? 0, 1)} ± ${hours(half[i])}`,
      hours(late[i]),
    ]),
    { caption: 'Stays at the border yards of today: estimates, of a year of the trains that run', stacks: true },
  )}
${brackets(times, nameOf)}`;
}

/** What is known of a border of this corridor itself. */
function brackets(times: Head['published_times'], nameOf: NameOf): Markup {
  if (!times) return html``;
  const [borders, low, high] = [words(times, 'border'), numbers(times, 'low'), numbers(times, 'high')];
  return html`${borders.map((border, i) =>
    border && Number.isFinite(low[i] ?? Number.NaN)
      ? html`<p class="note">No stay at ${nameOf(border)} has been measured in public: what is known leaves ${decimal(low[i] ?? 0)} to ${decimal(high[i] ?? 0)} hours.</p>`
      : html``,
  )}`;
}

function published({ published_times: times }: Head, nameOf: NameOf): Markup {
  if (!times) return html``;
  const of = (name: string) => numbers(times, name);
  const [time, low, high] = [of('time'), of('low'), of('high')];
  const [borders, sources] = [words(times, 'border'), words(times, 'sources')];
  const isRange = (i: number) => Number.isFinite(low[i] ?? Number.NaN) && low[i] !== null;
  return table(
    [{ head: 'Published by others' }, { head: 'Border' }, { head: 'Time', isNumber: true }, { head: 'Source' }],
    words(times, 'name').map((name, i) => [
      name ?? '',
      nameOf(borders[i]),
      isRange(i) ? `${decimal(low[i] ?? 0, 1)} to ${hours(high[i])}` : hours(time[i]),
      sources[i] ?? '',
    ]),
    { caption: 'Borders and yards as others measured them', stacks: true },
  );
}
