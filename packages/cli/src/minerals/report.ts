import type { MineralStateRecord, MineralsRecord, Series } from '@throughline/engine';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

/**
 * What `minerals` tells: the country's place, what the railway and the technology change, regions, prices, policies,
 * disruptions and what travels.
 *
 * @param record - the minerals of the option
 * @param option - id of the option, for the heading
 * @param style - marks headings
 */
export function mineralsLines(record: MineralsRecord, option: string, style: Style): string[] {
  const { home, policy, year, summary, trouble, duality_gap } = record;
  const head = style('bold', `Rare earths in ${year.value}: ${home} under “${policy}”, option ${option}`);
  if (!summary) return [head, style('red', `No equilibrium: ${trouble}.`)];
  return [
    head,
    `Mined ${told(summary.mined)}, refined ${told(summary.refined)}, by rail ${told(summary.by_rail)}${shareOfForecast(record)}; duality gap ${duality_gap?.value.toExponential(0) ?? '–'}.`,
    '',
    ...cells(record),
    '',
    ...causes(record),
    '',
    ...seriesTable(record.regions, 1),
    '',
    ...seriesTable(record.prices, 2),
    '',
    ...seriesTable(record.policies, 0),
    '',
    ...seriesTable(record.disruptions, 0),
    '',
    ...(rowsOf(record.tonnes) > 0 ? seriesTable(record.tonnes, 0) : ['Nothing of the minerals travels.']),
  ];
}

function shareOfForecast({ summary, scale }: MineralsRecord): string {
  if (!summary || !scale.forecast) return '';
  const share = (100 * summary.by_rail.value) / scale.forecast.value;
  return ` (${share.toFixed(2)} % of what others forecast for the railway)`;
}

function cells({ cells: all }: MineralsRecord): string[] {
  const row = (name: string, state: MineralStateRecord | null) =>
    state
      ? [
          name,
          told(state.mined),
          told(state.refined),
          state.refining_hhi.value.toFixed(0),
          told(state.companies),
          told(state.state),
          told(state.by_rail),
        ]
      : [name, '–', '–', '–', '–', '–', '–'];
  return table(
    [
      { title: '' },
      { title: 'mined', align: 'right' },
      { title: 'refined', align: 'right' },
      { title: 'HHI of refining', align: 'right' },
      { title: 'companies', align: 'right' },
      { title: 'state', align: 'right' },
      { title: 'by rail', align: 'right' },
    ],
    [
      row('by road, technology withheld', all.neither),
      row('railway, technology withheld', all.railway),
      row('by road, technology given', all.technology),
      row('railway, technology given', all.both),
    ],
  );
}

function causes({ causes: all }: MineralsRecord): string[] {
  return table(
    [
      { title: 'what changes' },
      { title: 'together', align: 'right' },
      { title: 'railway', align: 'right' },
      { title: 'technology', align: 'right' },
    ],
    all.map(({ what, total, railway, technology }) => [what, told(total), told(railway), told(technology)]),
  );
}

function seriesTable({ columns }: Series, digits: number): string[] {
  const count = columns[0]?.values.length ?? 0;
  return table(
    columns.map(({ name, unit }) => ({
      title: unit === null || unit === '1' ? name : `${name}, ${unit}`,
      ...(unit === null ? {} : { align: 'right' as const }),
    })),
    Array.from({ length: count }, (_, row) =>
      columns.map(({ values }) => {
        const value = values[row];
        return typeof value === 'number' ? value.toFixed(digits) : (value ?? '–');
      }),
    ),
  );
}

function rowsOf({ columns }: Series): number {
  return columns[0]?.values.length ?? 0;
}

function told({ value, unit }: { readonly value: number; readonly unit: string }): string {
  const text = value.toFixed(Math.abs(value) < 10 ? 2 : 0);
  return `${Number(text) === 0 ? text.replace('-', '') : text} ${unit}`;
}
