import type { RunSegment, ServiceRun } from '../running/index.ts';
import type { Series } from './assessment.ts';
import { series } from './figures.ts';

/** How far a thinned profile may lie from the full one: speed (m/s) and height (m). */
const tolerance = { speed: 0.15, height: 1 } as const;

interface Row {
  readonly distance: number;
  readonly time: number;
  readonly speed: number;
  readonly limit: number;
  readonly height: number;
  readonly phase: string;
}

/**
 * A run as a diagram shows it: distance, time, speed, permitted speed, height above the start (from integrated
 * gradients) and driving phase, without the points that
 * a straight line between their neighbours tells as well.
 *
 * @param run - the run of a service
 * @param restsOn - key of its trace
 * @returns the series
 * @example
 * ```ts
 * const { columns } = profileSeries(run, 'services.freight');
 * ```
 */
export function profileSeries(run: ServiceRun, restsOn: string): Series {
  const rows = thinned(allRows(run));
  return series(
    [
      ['distance', 'km', rows.map(({ distance }) => distance / 1000)],
      ['time', 's', rows.map(({ time }) => time)],
      ['speed', 'km/h', rows.map(({ speed }) => speed * 3.6)],
      ['limit', 'km/h', rows.map(({ limit }) => limit * 3.6)],
      ['height', 'm', rows.map(({ height }) => height)],
      ['phase', null, rows.map(({ phase }) => phase)],
    ],
    restsOn,
  );
}

function allRows(run: ServiceRun): Row[] {
  const rows: Row[] = [];
  let base = 0;
  for (const segment of run.segments) {
    const { profile, phases } = segment.run;
    let phase = 0;
    for (let i = 0; i < profile.position.length; i++) {
      const position = profile.position[i];
      while (phase + 1 < phases.length && profile.time[i] >= phases[phase].end) phase++;
      rows.push({
        distance: segment.start + position,
        time: segment.departure + profile.time[i],
        speed: profile.speed[i],
        limit: limitAt(segment, position),
        height: base + heightAt(segment, position),
        phase: phases[phase]?.phase ?? '',
      });
    }
    base += heightAt(segment, segment.path.length);
  }
  return rows;
}

function limitAt({ path }: RunSegment, position: number): number {
  let limit = Number.POSITIVE_INFINITY;
  for (const { from, to, speed } of path.speedLimits)
    if (from <= position && position < to) limit = Math.min(limit, speed);
  if (limit < Number.POSITIVE_INFINITY) return limit;
  return path.speedLimits.find(({ to }) => to >= position)?.speed ?? 0;
}

function heightAt({ path }: RunSegment, position: number): number {
  let height = 0;
  for (const { from, to, gradient } of path.gradients) height += gradient * Math.max(0, Math.min(to, position) - from);
  return height;
}

/**
 * Keeps every change of limit and phase, and between them what a line through the neighbours would miss
 * (Douglas and Peucker 1973, on speed and height over distance).
 */
function thinned(rows: readonly Row[]): Row[] {
  const keep = new Uint8Array(rows.length);
  const corners = rows.flatMap((row, i) => {
    const next = rows[i + 1];
    const corner = i === 0 || !next || row.limit !== next.limit || row.phase !== next.phase || row.speed === 0;
    return corner ? [i] : [];
  });
  for (const corner of corners) keep[corner] = 1;
  const open = corners.slice(1).map((end, i) => [corners[i], end] as const);
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const farthest = farthestFrom(rows, first, last);
    if (farthest === undefined) continue;
    keep[farthest] = 1;
    open.push([first, farthest], [farthest, last]);
  }
  return rows.filter((_, i) => keep[i] === 1);
}

/** Index of the row between two others that lies farthest off the line between them, when it is beyond the tolerance. */
function farthestFrom(rows: readonly Row[], first: number, last: number): number | undefined {
  const [a, b] = [rows[first], rows[last]];
  const length = b.distance - a.distance;
  let worst = 1;
  let index: number | undefined;
  for (let i = first + 1; i < last; i++) {
    const share = length > 0 ? (rows[i].distance - a.distance) / length : 0;
    const off = (key: 'speed' | 'height') =>
      Math.abs(rows[i][key] - (a[key] + share * (b[key] - a[key]))) / tolerance[key];
    const miss = Math.max(off('speed'), off('height'));
    if (miss > worst) {
      worst = miss;
      index = i;
    }
  }
  return index;
}
