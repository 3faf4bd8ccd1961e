import type { LineRecord, RunRecord } from '@throughline/engine';
import { numbers, words } from './series.ts';
import { inUnit } from './text/units.ts';

/** Whether a gradient is cited or an estimate. */
export type Basis = 'cited' | 'estimated';

/**
 * Says along a run whether the gradient is an estimate: point by point where the profile tells, else by line, where
 * more than half of the line's length is estimated.
 *
 * @param run - a run and its profile
 * @param lines - by id
 * @returns the basis at a distance (km) and row of the profile
 */
export function estimatedAlong(
  run: RunRecord,
  lines: Readonly<Record<string, LineRecord>>,
): (distance: number, row: number) => Basis {
  const told = run.profile.columns.find(({ name }) => name.startsWith('estimated') || name === 'basis');
  if (told) {
    return (_, row) => (/^(yes|true|1|estimated?)$/.test(String(told.values[row])) ? 'estimated' : 'cited');
  }
  const spans = estimatedLines(run, lines);
  return (distance) => (spans.some(([from, to]) => distance >= from && distance < to) ? 'estimated' : 'cited');
}

function estimatedLines(run: RunRecord, lines: Readonly<Record<string, LineRecord>>): Array<[number, number]> {
  const name = run.stations.columns.find(({ unit }) => unit === null)?.name ?? 'station';
  const ids = words(run.stations, name);
  const distance = numbers(run.stations, 'distance', 'km');
  return Object.values(lines).flatMap((line) => {
    const share = line.estimated_gradient;
    if (inUnit(share.value, share.unit, '1') <= 0.5) return [];
    return ids.slice(1).flatMap((id, index): Array<[number, number]> => {
      const both = line.stations.includes(id) && line.stations.includes(ids[index]!);
      const [from, to] = [distance[index], distance[index + 1]];
      return both && from !== null && to !== null && from !== undefined && to !== undefined ? [[from, to]] : [];
    });
  });
}
