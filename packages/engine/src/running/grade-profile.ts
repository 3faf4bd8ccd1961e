import type { RunningConventions } from './conventions.ts';
import type { Path } from './path.ts';

/**
 * Grade and curve resistance on the train over the position of its front, as force over weight.
 *
 * Piece `k` begins at `start[k]` (the first at −∞, the last never ends); on it the value is
 * `value[k] + slope[k] (s − start[k])`. The first piece is constant.
 */
export type GradeProfile = {
  readonly count: number;
  readonly start: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
};

/**
 * Spreads gradients and curves over the train as the convention says.
 *
 * With `uniform-mass` a change at `b` acts in proportion to the part of the train beyond `b`: the mean of the specific
 * force under the train, which for gradients is `(h(s) − h(s − L)) / L`.
 */
export function gradeProfile(path: Path, trainLength: number, conventions: RunningConventions): GradeProfile {
  const at: number[] = [];
  const jump: number[] = [];
  let level = 0;
  for (let i = 0; i < path.gradients.length; i++) {
    const { from, gradient } = path.gradients[i]!;
    const specific = conventions.slope === 'sine' ? gradient / Math.sqrt(1 + gradient * gradient) : gradient;
    if (i > 0) {
      at.push(from);
      jump.push(specific - level);
    }
    level = specific;
  }
  const first = path.gradients[0]?.gradient ?? 0;
  const base = conventions.slope === 'sine' ? first / Math.sqrt(1 + first * first) : first;
  for (const { from, to, resistance } of path.curves) {
    at.push(from, to);
    jump.push(resistance, -resistance);
  }
  const order = at.map((_, i) => i).filter((i) => jump[i] !== 0);
  order.sort((a, b) => at[a]! - at[b]! || a - b);
  return conventions.gradeActsAt === 'uniform-mass' && trainLength > 0
    ? spread(order, at, jump, base, trainLength)
    : stepwise(order, at, jump, base, conventions.gradeActsAt === 'centre' ? trainLength / 2 : 0);
}

function stepwise(order: number[], at: number[], jump: number[], base: number, shift: number): GradeProfile {
  const start = new Float64Array(order.length + 1);
  const value = new Float64Array(order.length + 1);
  start[0] = Number.NEGATIVE_INFINITY;
  value[0] = base;
  let count = 1;
  let level = base;
  for (const i of order) {
    level += jump[i]!;
    const here = at[i]! + shift;
    if (start[count - 1] !== here) count++;
    start[count - 1] = here;
    value[count - 1] = level;
  }
  return { count, start, value, slope: new Float64Array(order.length + 1) };
}

function spread(order: number[], at: number[], jump: number[], base: number, length: number): GradeProfile {
  const n = order.length;
  const start = new Float64Array(2 * n + 1);
  const value = new Float64Array(2 * n + 1);
  const slope = new Float64Array(2 * n + 1);
  start[0] = Number.NEGATIVE_INFINITY;
  value[0] = base;
  let settled = base;
  let rise = 0;
  let here = Number.NEGATIVE_INFINITY;
  let now = base;
  let entering = 0;
  let leaving = 0;
  let count = 1;
  while (leaving < n) {
    const entersAt = entering < n ? at[order[entering]!]! : Number.POSITIVE_INFINITY;
    const leavesAt = at[order[leaving]!]! + length;
    const next = entersAt <= leavesAt ? entersAt : leavesAt;
    if (rise !== 0) now += rise * (next - here);
    here = next;
    if (entersAt <= leavesAt) {
      rise += jump[order[entering]!]! / length;
      entering++;
    } else {
      rise -= jump[order[leaving]!]! / length;
      settled += jump[order[leaving]!]!;
      leaving++;
    }
    if (entering === leaving) {
      rise = 0;
      now = settled;
    }
    if (start[count - 1] !== here) count++;
    start[count - 1] = here;
    value[count - 1] = now;
    slope[count - 1] = rise;
  }
  return { count, start, value, slope };
}

/** The piece that holds position `s`; where two meet the one ahead. */
export function gradePieceAt(profile: GradeProfile, s: number): number {
  let low = 0;
  let high = profile.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (profile.start[middle]! <= s) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Force over weight at position `s` of piece `k`. */
export function gradeAt(profile: GradeProfile, k: number, s: number): number {
  return k === 0 ? profile.value[0]! : profile.value[k]! + profile.slope[k]! * (s - profile.start[k]!);
}
