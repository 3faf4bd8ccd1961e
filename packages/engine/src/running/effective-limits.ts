import { type PercentageBrake, stoppableSpeed } from './brake-percentage.ts';
import type { RunningConventions } from './conventions.ts';
import type { Path } from './path.ts';
import type { Train } from './train.ts';

/** Highest speed over the position of the front as steps: `speed[k]` from `start[k]` to `start[k + 1]`. */
export type EffectiveLimits = {
  readonly count: number;
  readonly start: Float64Array;
  readonly speed: Float64Array;
};

/** The descent on which the brake cannot hold the train. */
export type TooSteepToBrake = { readonly position: number; readonly gradient: number };

type Bound = { readonly from: number; readonly to: number; readonly speed: number };

/**
 * The lowest of the train's own speed, every limit that lies under any part of the train, and what the brake allows.
 *
 * A limit holds for the front from `from` to `to + trainLength`: until the tail has left it.
 */
export function effectiveLimits(
  train: Train,
  path: Path,
  from: number,
  to: number,
  caps: readonly Bound[],
): EffectiveLimits {
  const bounds: Bound[] = [];
  for (const limit of path.speedLimits) {
    if (limit.speed >= train.maxSpeed || limit.to <= limit.from) continue;
    const end = limit.to + train.length;
    if (end > from && limit.from < to) bounds.push({ from: limit.from, to: end, speed: limit.speed });
  }
  for (const cap of caps) if (cap.speed < train.maxSpeed && cap.to > from && cap.from < to) bounds.push(cap);
  bounds.sort((a, b) => a.from - b.from || a.to - b.to || a.speed - b.speed);
  const edges = new Float64Array(2 * bounds.length + 1);
  edges[0] = from;
  for (let i = 0; i < bounds.length; i++) {
    edges[2 * i + 1] = Math.max(from, bounds[i]!.from);
    edges[2 * i + 2] = Math.min(to, bounds[i]!.to);
  }
  edges.sort();
  const start = new Float64Array(edges.length);
  const speed = new Float64Array(edges.length);
  const active: Bound[] = [];
  let count = 0;
  let next = 0;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!;
    if (edge >= to && count > 0) break;
    if (i + 1 < edges.length && edges[i + 1] === edge) continue;
    while (next < bounds.length && bounds[next]!.from <= edge) active.push(bounds[next++]!);
    let lowest = train.maxSpeed;
    let kept = 0;
    for (const bound of active) {
      if (bound.to <= edge) continue;
      active[kept++] = bound;
      if (bound.speed < lowest) lowest = bound.speed;
    }
    active.length = kept;
    if (count > 0 && speed[count - 1] === lowest) continue;
    start[count] = edge;
    speed[count] = lowest;
    count++;
  }
  return { count, start, speed };
}

/**
 * Speeds from which the train stops within the line's braking distance, by position of the front.
 *
 * The decisive gradient is the mean over the braking distance ahead: with a deceleration that does not depend on
 * position the energy of that mean is exact for a stop at the distance's end. Where the mean changes it is taken at its
 * steeper end of a quarter of the change.
 */
export function brakingDistanceCaps(
  brake: PercentageBrake,
  train: Train,
  path: Path,
  distance: number,
  conventions: RunningConventions,
): Bound[] | TooSteepToBrake {
  const edges: number[] = [0, path.length];
  for (const { from } of path.gradients) {
    for (const edge of [from, from - distance]) if (edge > 0 && edge < path.length) edges.push(edge);
  }
  edges.sort((a, b) => a - b);
  const caps: Bound[] = [];
  const ahead = meanGradients(path, edges, distance);
  for (let i = 1; i < edges.length; i++) {
    const low = edges[i - 1]!;
    const high = edges[i]!;
    if (high <= low) continue;
    const [first, last] = [ahead[i - 1]!, ahead[i]!];
    const parts = Math.abs(last - first) > 1e-6 ? 4 : 1;
    for (let part = 0; part < parts; part++) {
      const a = first + ((last - first) * part) / parts;
      const b = first + ((last - first) * (part + 1)) / parts;
      const gradient = Math.min(a, b);
      const gradeDeceleration = (conventions.gravity * gradient) / train.rotatingMassFactor;
      const speed = stoppableSpeed(brake, gradeDeceleration, distance);
      const from = low + ((high - low) * part) / parts;
      if (speed <= 0) return { position: from, gradient };
      caps.push({ from, to: low + ((high - low) * (part + 1)) / parts, speed });
    }
  }
  return caps;
}

/** Mean gradients over a distance ahead of rising positions. */
function meanGradients({ gradients }: Path, positions: readonly number[], distance: number): Float64Array {
  const means = new Float64Array(positions.length);
  let passed = 0;
  for (const [at, from] of positions.entries()) {
    const to = from + distance;
    while (passed + 1 < gradients.length && gradients[passed + 1]!.from <= from) passed++;
    let climb = 0;
    for (let i = passed; i < gradients.length; i++) {
      const low = Math.max(from, i === 0 ? Number.NEGATIVE_INFINITY : gradients[i]!.from);
      if (low >= to) break;
      const high = Math.min(to, gradients[i + 1]?.from ?? Number.POSITIVE_INFINITY);
      if (high > low) climb += (high - low) * gradients[i]!.gradient;
    }
    means[at] = climb / distance;
  }
  return means;
}
