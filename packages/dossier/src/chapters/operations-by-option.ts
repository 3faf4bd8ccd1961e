import { decimal, hoursByCause, numbers, words } from '@throughline/charts';
import type { Figure, OperationsRecord, Series } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { bordersBeside } from './border-stays.ts';
import { fleetsBeside } from './fleet-tables.ts';
import { sectionName } from './timetable-text.ts';

/** Simulated days side by side: where the hours of the main journey go, and how long every journey takes and why. */
export function operationsByOption({ assessment, options, document }: Edition): Markup {
  const simulated = options.flatMap(([id, option]) =>
    option.operations ? [{ id, option, operations: option.operations }] : [],
  );
  const first = simulated[0];
  if (!first) return html``;
  const main = assessment.corridor.main_journey;
  const { days, replications } = first.operations;
  return html`<p>Every train of ${decimal(days.value)} days was simulated ${decimal(replications.value)} times, with late departures, slow running, failures, floods and holidays, waits for locomotives, wagons and crews where fleets are stated, through the border and the terminals. Times below count from the moment a train should have left.</p>
${main ? hoursFigure(document, main, simulated, assessment.options[first.id]?.journeys[main]?.name ?? main) : ''}
${journeysTable(simulated)}
${bindingTable(simulated)}
${fleetsBeside(simulated.map(({ option: { title }, operations }) => ({ title, operations })))}
${agreementTable(simulated, assessment.corridor.screened_nodes)}
${bordersBeside(assessment)}`;
}

interface Simulated {
  readonly id: string;
  readonly option: Edition['options'][number][1];
  readonly operations: OperationsRecord;
}

function hoursFigure(document: Document, journey: string, simulated: readonly Simulated[], name: string): Markup {
  const rows = simulated.flatMap(({ option, operations }) => {
    const record = operations.journeys[journey];
    if (!record?.mean) return [];
    const [groups, times] = [words(record.groups, 'group'), numbers(record.groups, 'time')];
    return [
      {
        label: option.title,
        parts: groups.map((cause, i) => ({ cause: cause ?? '', hours: times[i] ?? 0 })),
        halfWidth: record.half_width?.value ?? null,
        p90: record.p90?.value ?? null,
      },
    ];
  });
  if (rows.length === 0) return html``;
  return figureBlock(
    document,
    hoursByCause({
      id: 'where-the-hours-go',
      title: `Where the hours go: ${name}`,
      caption:
        'Means over all shipments that arrived, stated values. An option without a bar brought none from end to end.',
      rows,
    }),
  );
}

function journeysTable(simulated: readonly Simulated[]): Markup {
  const ids = [...new Set(simulated.flatMap(({ operations }) => Object.keys(operations.journeys)))];
  const rows = ids.flatMap((journey) =>
    simulated.flatMap(({ id, option, operations }): Content[][] => {
      const record = operations.journeys[journey];
      if (!record) return [];
      const name = option.journeys[journey]?.name ?? journey;
      return [
        [
          name,
          html`<a href="#${anchor('operations', id)}">${option.title}</a>`,
          hours(record.mean, record.half_width),
          hours(record.p10),
          hours(record.p90),
          largest(record.causes),
        ],
      ];
    }),
  );
  return html`<details><summary>How long everything takes, and why</summary>${table(
    [
      { head: 'Journey' },
      { head: 'Option' },
      { head: 'Mean', isNumber: true },
      { head: 'P10', isNumber: true },
      { head: 'P90', isNumber: true },
      { head: 'Most of it' },
    ],
    rows,
    { caption: 'Journeys on simulated days', stacks: true },
  )}</details>`;
}

function hours(figure: Figure | null, halfWidth: Figure | null = null): string {
  if (!figure) return 'none arrived';
  const interval = halfWidth ? ` ± ${decimal(halfWidth.value, 1)}` : '';
  return `${decimal(figure.value, 1)}${interval}\u00a0h`;
}

/** The three largest causes in words. */
function largest(causes: OperationsRecord['journeys'][string]['causes']): string {
  const times = numbers(causes, 'time');
  return words(causes, 'cause')
    .map((name, i) => ({ name, time: times[i] ?? 0 }))
    .sort((a, b) => b.time - a.time)
    .slice(0, 3)
    .map(({ name, time }) => `${name} ${decimal(time, 1)}\u00a0h`)
    .join('; ');
}

/** An element by its name; a section of line by its ends. */
function placeOf({ kind, name }: NonNullable<OperationsRecord['binding']>, { stations }: Simulated['option']): string {
  return kind === 'line' ? sectionName(name, { stations }) : name;
}

/** What shippers expect beside what was simulated, and how far the unfitted screening of nodes would have been off. */
function agreementTable(simulated: readonly Simulated[], leftOut: Series | null): Markup {
  const rows = simulated.flatMap(({ id, option, operations: { agreement } }): Content[][] => {
    if (!agreement) return [];
    const [expected, found] = [numbers(agreement.journeys, 'expected'), numbers(agreement.journeys, 'simulated')];
    return words(agreement.journeys, 'journey').map((journey, i) => [
      option.journeys[journey ?? '']?.name ?? journey ?? '',
      html`<a href="#${anchor('operations', id)}">${option.title}</a>`,
      `${decimal(expected[i] ?? 0, 1)}\u00a0h`,
      `${decimal(found[i] ?? 0, 1)}\u00a0h`,
      `${decimal(100 * ((expected[i] ?? 0) / (found[i] ?? 1) - 1))}\u00a0%`,
    ]);
  });
  const nodes = simulated.flatMap(({ option, operations: { agreement } }): Content[][] => {
    if (!agreement) return [];
    const [found, screened] = [numbers(agreement.nodes, 'simulated'), numbers(agreement.nodes, 'screened')];
    return words(agreement.nodes, 'node').map((node, i) => [
      node ?? '',
      option.title,
      `${decimal(found[i] ?? 0, 1)}\u00a0h`,
      `${decimal(screened[i] ?? 0, 1)}\u00a0h`,
    ]);
  });
  if (rows.length === 0) return html``;
  const year = simulated.map(({ option, operations }) => `${option.title} ${operations.agreement?.year.value ?? ''}`);
  return html`<details><summary>What shippers expect, and what the days showed</summary><p>Days are simulated for the year each option opens: ${year.join(', ')}. Demand settles at times that queues at borders and ports are part of, fitted to simulated days; the days beside them were simulated anew with the trains that followed. A wait inside a node is the stay less the work of its steps as the files state it; it is below zero where the work drawn was shorter.</p>${table(
    [
      { head: 'Journey' },
      { head: 'Option' },
      { head: 'Expected', isNumber: true },
      { head: 'Simulated', isNumber: true },
      { head: 'Difference', isNumber: true },
    ],
    rows,
    { caption: 'Times expected and simulated, ports at the end left out', stacks: true },
  )}${table(
    [
      { head: 'Node' },
      { head: 'Option' },
      { head: 'Simulated wait', isNumber: true },
      { head: 'Screened before the fit', isNumber: true },
    ],
    nodes,
    { caption: 'Waits inside nodes', stacks: true },
  )}${leftOut ? leftOutTable(leftOut) : ''}</details>`;
}

/** How far screened waits are off where the days of an option are not known. */
function leftOutTable(nodes: Series): Markup {
  const hours = (key: string) => numbers(nodes, key).map((time) => `${decimal(time ?? 0, 1)}\u00a0h`);
  const [options, simulated, unfitted, leftOut] = [
    numbers(nodes, 'options'),
    hours('simulated'),
    hours('unfitted'),
    hours('left out'),
  ];
  return html`${table(
    [
      { head: 'Node' },
      { head: 'Options', isNumber: true },
      { head: 'Mean simulated wait', isNumber: true },
      { head: 'Error, nothing fitted', isNumber: true },
      { head: 'Error, fitted to the other options', isNumber: true },
    ],
    words(nodes, 'node').map((node, i) => [
      node ?? '',
      decimal(options[i] ?? 0),
      simulated[i] ?? '',
      unfitted[i] ?? '',
      leftOut[i] ?? '',
    ]),
    {
      caption: 'Screened waits of an option whose days are not known: each in turn told from the others',
      stacks: true,
    },
  )}`;
}

function bindingTable(simulated: readonly Simulated[]): Markup {
  return table(
    [{ head: 'Option' }, { head: 'What binds' }, { head: 'Taken', isNumber: true }, { head: 'Overload' }],
    simulated.map(({ id, option, operations: { binding, overload } }): Content[] => [
      html`<a href="#${anchor('operations', id)}">${option.title}</a>`,
      binding ? `${binding.kind}: ${placeOf(binding, option)}` : '–',
      binding ? `${decimal(100 * binding.use.value)}\u00a0%` : '–',
      overload.length > 0 ? overload.join('; ') : 'none',
    ]),
    { caption: 'The element that binds', stacks: true },
  );
}
