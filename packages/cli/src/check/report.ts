import { percent } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { InspectedOption, Inspection } from './inspect.ts';
import { interoperabilityLines } from './interoperability-report.ts';

/** Unsourced numbers that are named one by one. */
const shown = 5;

/**
 * What `check` tells of a usable corridor: borders, lines, how well its numbers are founded, what failed.
 *
 * @param inspection - what was found
 * @param style - marks headings
 */
export function inspectionLines(inspection: Inspection, style: Style): string[] {
  const { corridor, options, failures } = inspection;
  const base = options.filter(({ scenario }) => scenario === options[0]?.scenario);
  return [
    ...interoperabilityLines(base, style),
    ...linesReport(base, style),
    ...numbersReport(inspection, style),
    '',
    ...failures.map((failure) => style('red', `failed: ${failure}`)),
    failures.length === 0
      ? style('green', `${corridor}: nothing is wrong under ${told(options)}.`)
      : style('red', `${corridor}: ${failures.length} of its consistency checks failed.`),
  ];
}

function told(options: readonly InspectedOption[]): string {
  const count = (of: 'id' | 'scenario') =>
    new Set(options.map((option) => option[of]).filter((id) => id !== null)).size;
  const plural = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  const scenarios = count('scenario');
  return `${plural(count('id'), 'option')}${scenarios > 0 ? ` and ${plural(scenarios, 'scenario')}` : ''}`;
}

function linesReport(options: readonly InspectedOption[], style: Style): string[] {
  const rows = new Map<string, { cells: string[]; under: string[] }>();
  for (const { id: option, lines } of options) {
    for (const [id, { length, elevation_mismatch, estimated_gradient, gauges }] of Object.entries(lines)) {
      const mismatch = elevation_mismatch === null ? 'no elevations' : `${elevation_mismatch.value.toFixed(1)} m`;
      const cells = [id, gauges, `${length.value.toFixed(1)} km`, mismatch, percent(estimated_gradient.value)];
      const row = rows.get(cells.join('\n')) ?? { cells, under: [] };
      row.under.push(option);
      rows.set(cells.join('\n'), row);
    }
  }
  const told = (under: readonly string[]) => (under.length === options.length ? 'all' : under.join(', '));
  return [
    '',
    style('bold', 'Lines: gradients against station elevations'),
    ...table(
      [
        { title: 'line' },
        { title: 'gauges' },
        { title: 'length', align: 'right' },
        { title: 'largest difference', align: 'right' },
        { title: 'gradient estimated', align: 'right' },
        { title: 'options' },
      ],
      [...rows.values()].map(({ cells, under }) => [...cells, told(under)]),
      2,
    ),
  ];
}

function numbersReport({ numbers, unsourced }: Inspection, style: Style): string[] {
  const total = Object.values(numbers).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(numbers).map(([standing, count]) => `${count} ${standing}`);
  const rest = unsourced.length - shown;
  return [
    '',
    style('bold', 'Numbers'),
    `  ${total} in all: ${parts.join(', ')}`,
    ...unsourced.slice(0, shown).map(({ path, file, line }) => `    without source: ${path} (${file}:${line})`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}
