import {
  decimal,
  type HourCurve,
  hourProfile,
  type LeverGain,
  leverGains,
  numbers,
  unitText,
  words,
} from '@throughline/charts';
import type { OperationsRecord, OptionAssessment } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { optionFolds } from '../folds.ts';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { fleetTable } from './fleet-tables.ts';
import { operationsByOption } from './operations-by-option.ts';
import { Remembered } from './told.ts';

/** Queues that are drawn: the longest. */
const curveCount = 4;

/** What happens on the day: options side by side, then punctuality, queues by hour and vehicles of each. Nothing where no days were simulated. */
export function operationsChapter(edition: Edition): Markup {
  if (edition.options.every(([, { operations }]) => operations === null)) return html``;
  const told = new Remembered();
  return html`<section aria-labelledby="operations">
<h2 id="operations">What happens on the day</h2>
${operationsByOption(edition)}
${optionFolds(edition, 'operations', (id, option) => daysOf(edition, told, id, option))}
</section>`;
}

function daysOf(edition: Edition, told: Remembered, id: string, option: OptionAssessment): Markup | null {
  const { operations, title } = option;
  if (!operations) return null;
  const before = told.before(operations, { id: anchor('operations', id), title });
  if (before) return html`<p class="note">Days run as in <a href="#${before.id}">${before.title}</a>.</p>`;
  return html`${punctuality(option, operations)}
${queues(edition, id, operations)}
${leversOf(edition, id, operations)}
<details><summary>Queues, use and vehicles</summary>
${seriesTable(operations.elements, 'Elements of the chain, fullest first')}
${seriesTable(operations.resources, 'People and machines')}
${seriesTable(operations.commodities, 'Goods by the trains that carry them')}
${seriesTable(operations.vehicles, 'Vehicles on trains that are on their way')}
</details>
${fleetTable(operations)}`;
}

function punctuality({ services }: OptionAssessment, operations: OperationsRecord): Markup {
  const ids = words(operations.services, 'service');
  const of = (name: string) => numbers(operations.services, name);
  const [planned, arrived, time, late] = [of('planned'), of('arrived'), of('time'), of('p90')];
  const [five, fifteen, sixty] = [of('within 5 min'), of('within 15 min'), of('within 60 min')];
  const share = (value: number | null | undefined) =>
    value === null || value === undefined || Number.isNaN(value) ? '–' : `${decimal(100 * value)}\u00a0%`;
  const span = (value: number | null | undefined) =>
    value === null || value === undefined || Number.isNaN(value) ? '–' : `${decimal(value, 1)}\u00a0h`;
  return table(
    [
      { head: 'Service' },
      { head: 'Planned', isNumber: true },
      { head: 'Arrived', isNumber: true },
      { head: 'Time', isNumber: true },
      { head: 'P90', isNumber: true },
      { head: 'Within 5 min', isNumber: true },
      { head: '15 min', isNumber: true },
      { head: '60 min', isNumber: true },
    ],
    ids.map((service, i): Content[] => [
      services[service ?? '']?.name ?? service ?? '',
      decimal(planned[i] ?? 0, 1),
      decimal(arrived[i] ?? 0, 1),
      span(time[i]),
      span(late[i]),
      share(five[i]),
      share(fifteen[i]),
      share(sixty[i]),
    ]),
    { caption: 'Trains a day, their times and how punctual they are', stacks: true },
  );
}

function queues({ document }: Edition, id: string, { queues: found }: OperationsRecord): Markup {
  const [nodes, steps, queue] = [words(found, 'node'), words(found, 'step'), numbers(found, 'queue')];
  const curves = new Map<string, number[]>();
  for (const [i, node] of nodes.entries()) {
    const label = `${node}: ${steps[i]}`;
    curves.set(label, [...(curves.get(label) ?? []), queue[i] ?? 0]);
  }
  const longest: HourCurve[] = [...curves]
    .map(([label, values]) => ({ label, values }))
    .sort((a, b) => sum(b.values) - sum(a.values))
    .slice(0, curveCount);
  if (longest.length === 0) return html``;
  return figureBlock(
    document,
    hourProfile({
      id: anchor('queues', id),
      title: 'Who waits at the border and the terminals, by hour of the day',
      caption: 'Mean number that waits for people or machines, on the clock of the place; the longest queues.',
      axis: 'waiting',
      curves: longest,
    }),
  );
}

/** What one more of the busiest machines and officers buys. */
function leversOf({ document }: Edition, id: string, { levers }: OperationsRecord): Markup {
  const [places, resources, changes] = [words(levers, 'facility'), words(levers, 'resource'), words(levers, 'change')];
  const [use, change, half] = [
    numbers(levers, 'use'),
    numbers(levers, 'change of stay'),
    numbers(levers, 'half width'),
  ];
  const gains = changes.map((what, i): LeverGain => {
    const halfWidth = half[i] ?? Number.NaN;
    return {
      label: `${resources[i]}: ${what}`,
      place: places[i] ?? '',
      hours: change[i] ?? 0,
      halfWidth: Number.isFinite(halfWidth) ? halfWidth : null,
      use: use[i] ?? 0,
    };
  });
  if (gains.length === 0)
    return html`<p class="note">No machine or officer is busy for more than a third of its hours: one more buys nothing.</p>`;
  return figureBlock(
    document,
    leverGains({
      id: anchor('levers', id),
      title: 'What one more machine, officer or hour buys',
      caption:
        'Change of the mean stay at the place itself, by 120 days of it with and without the change, five times with the same random numbers. A gain smaller than its interval may be chance. What one more loop buys stands with the timetable.',
      gains,
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** A series as it is. */
function seriesTable({ columns }: OperationsRecord['elements'], caption: string): Markup {
  const rows = columns[0]?.values.map((_, row) => columns.map(({ values }) => values[row] ?? null)) ?? [];
  if (rows.length === 0) return html``;
  return table(
    columns.map(({ name, unit }) => ({
      head: unit && unit !== '1' ? html`${name} <span class="unit">${unitText(unit)}</span>` : name,
      isNumber: unit !== null,
    })),
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? decimal(cell, 2) : (cell ?? '–')))),
    { caption, stacks: true },
  );
}
