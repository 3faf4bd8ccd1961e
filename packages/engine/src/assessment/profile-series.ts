import type { RunSegment, ServiceRun } from '../running/index.ts';
import type { Series } from './assessment.ts';
import { series } from './figures.ts';

/** Points a profile is thinned to: as many as a diagram a page wide can show. */
const points = 400;

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
 * gradients) and driving phase, thinned to a few hundred points that keep the turning points.
 *
 * @param run - the run of a service
 * @param restsOn - key of its trace
 */
export function profileSeries(run: ServiceRun, restsOn: string): Series {
  const rows = thinned(allRows(run), run.route.length);
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

/** Keeps the ends, standstills, lowest and highest speeds of each of `points / 2` equal parts of the way. */
function thinned(rows: readonly Row[], length: number): Row[] {
  if (rows.length <= points) return [...rows];
  const keep = new Set<number>([0, rows.length - 1]);
  const parts = points / 4;
  let first = 0;
  for (let part = 1; part <= parts; part++) {
    const end = (length * part) / parts;
    let [low, high, last] = [first, first, first];
    for (let i = first; i < rows.length && rows[i].distance <= end; i++) {
      if (rows[i].speed < rows[low].speed) low = i;
      if (rows[i].speed > rows[high].speed) high = i;
      last = i;
    }
    for (const index of [low, high, last]) if (index < rows.length) keep.add(index);
    first = Math.min(last + 1, rows.length - 1);
  }
  return [...keep].sort((a, b) => a - b).map((index) => rows[index]);
}
