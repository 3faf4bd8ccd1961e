import type { CaseRow, SuiteReport } from '@throughline/host/validation';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

/**
 * What `validate` tells: rows (those that are off, or all), a line for each suite, and what was skipped.
 *
 * @param reports - what came of each suite
 * @param verbose - show every row
 * @param style - marks what is off
 */
export function validationLines(reports: readonly SuiteReport[], verbose: boolean, style: Style): string[] {
  const all = reports.flatMap((report) => ('rows' in report ? report.rows : []));
  const shown = all.filter(({ ok }) => verbose || !ok);
  const off = all.filter(({ ok }) => !ok).length;
  const verdict =
    all.length === 0
      ? 'No case was run.'
      : off === 0
        ? style('green', `All ${all.length} comparisons hold.`)
        : style('red', `${off} of ${all.length} comparisons are off.`);
  return [...(shown.length > 0 ? [...rowTable(shown, style), ''] : []), ...suiteTable(reports, style), '', verdict];
}

function rowTable(rows: readonly CaseRow[], style: Style): string[] {
  return table(
    [
      { title: 'suite' },
      { title: 'case' },
      { title: 'quantity' },
      { title: 'expected', align: 'right' },
      { title: 'actual', align: 'right' },
      { title: 'unit' },
      { title: 'deviation', align: 'right' },
      { title: 'ok' },
    ],
    rows.map((row) => [
      row.suite,
      row.case,
      row.quantity,
      value(row.expected),
      value(row.actual),
      row.unit,
      deviationText(row),
      row.ok ? 'yes' : style('red', 'no'),
    ]),
  );
}

function suiteTable(reports: readonly SuiteReport[], style: Style): string[] {
  return table(
    [
      { title: 'suite' },
      { title: 'cases', align: 'right' },
      { title: 'comparisons', align: 'right' },
      { title: 'off', align: 'right' },
      { title: 'largest deviation', align: 'right' },
      { title: 'result' },
    ],
    reports.flatMap((report) => {
      if ('skipped' in report) return [[report.suite, '', '', '', '', `skipped: ${report.skipped}`]];
      return [...grouped(report.rows)].map(([suite, rows]) => {
        const off = rows.filter(({ ok }) => !ok).length;
        const worst = rows.reduce<CaseRow | undefined>(
          (most, row) => (deviation(row) > deviation(most) ? row : most),
          undefined,
        );
        return [
          suite,
          String(new Set(rows.map((row) => row.case)).size),
          String(rows.length),
          String(off),
          worst ? deviationText(worst) : '',
          off === 0 ? style('green', 'holds') : style('red', 'off'),
        ];
      });
    }),
  );
}

function grouped(rows: readonly CaseRow[]): Map<string, CaseRow[]> {
  const groups = new Map<string, CaseRow[]>();
  for (const row of rows) {
    const own = groups.get(row.suite);
    if (own) own.push(row);
    else groups.set(row.suite, [row]);
  }
  return groups;
}

function value(told: number | string): string {
  return typeof told === 'string' ? told : String(Number(told.toPrecision(9)));
}

/** Difference as a part of what is allowed, so that rows of different units can be compared. */
function deviation(row: CaseRow | undefined): number {
  if (!row || typeof row.expected === 'string' || typeof row.actual === 'string') return -1;
  return row.tolerance === 0 ? -1 : Math.abs(row.actual - row.expected) / row.tolerance;
}

function deviationText({ expected, actual, unit }: CaseRow): string {
  if (typeof expected === 'string' || typeof actual === 'string') return '';
  const difference = actual - expected;
  if (expected === 0) return `${difference.toExponential(1)} ${unit}`;
  return `${(difference / Math.abs(expected)).toExponential(1)}`;
}
