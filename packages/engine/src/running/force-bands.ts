import type { Resistance, Traction, Train } from './train.ts';

/** Speed (m/s) that Curtius and Kniffler add to the train's in `0.161 + 7.5 / (44 + 3.6 v)`: 44 km/h. */
export const ADHESION_SPEED = 44 / 3.6;
/** Kinks closer than this, relative to speed, are one: the effort between them is the same to as many digits. */
const SAME_EDGE = 1e-8;
const ADHESION_FLOOR = 0.161;
const ADHESION_PEAK = 7.5 / 3.6;

/**
 * Tractive effort and running resistance of a train as analytic pieces over speed.
 *
 * In band `j`, up to `upper[j]`, effort is `f0 + f1 v + p / v + q / (v + ADHESION_SPEED)` and resistance
 * `r0 + r1 v + r2 v²` (N, m/s). Both are continuous from band to band.
 */
export type ForceBands = {
  readonly count: number;
  readonly upper: Float64Array;
  readonly f0: Float64Array;
  readonly f1: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly r0: Float64Array;
  readonly r1: Float64Array;
  readonly r2: Float64Array;
};

/** Splits the speeds at every kink of every locomotive and of the resistance. */
export function forceBands(train: Train, gravity: number): ForceBands {
  const kinks: number[] = [];
  for (const traction of train.traction) addTractionKinks(kinks, traction, gravity);
  if (train.resistance.kind === 'table') for (const [speed] of train.resistance.points) kinks.push(speed);
  const edges: number[] = [];
  for (const v of kinks.filter((v) => v > 0 && v < Number.POSITIVE_INFINITY).sort((a, b) => a - b)) {
    if (edges.length === 0 || v > edges[edges.length - 1]! * (1 + SAME_EDGE)) edges.push(v);
  }
  const count = edges.length + 1;
  const bands: ForceBands = {
    count,
    upper: new Float64Array(count),
    f0: new Float64Array(count),
    f1: new Float64Array(count),
    p: new Float64Array(count),
    q: new Float64Array(count),
    r0: new Float64Array(count),
    r1: new Float64Array(count),
    r2: new Float64Array(count),
  };
  for (let j = 0; j < count; j++) {
    const low = j === 0 ? 0 : edges[j - 1]!;
    const high = edges[j] ?? low + 2;
    bands.upper[j] = edges[j] ?? Number.POSITIVE_INFINITY;
    const middle = (low + high) / 2;
    for (const traction of train.traction) addTraction(bands, j, traction, middle, gravity);
    addResistance(bands, j, train.resistance, middle);
  }
  return bands;
}

/** The band that holds `speed`; at a common edge the lower one. */
export function bandAt(bands: ForceBands, speed: number): number {
  let low = 0;
  let high = bands.count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (speed <= bands.upper[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Largest tractive effort (N) in band `j` at `speed` (m/s). */
export function effortAt(bands: ForceBands, j: number, speed: number): number {
  const p = bands.p[j]!;
  return bands.f0[j]! + bands.f1[j]! * speed + (p === 0 ? 0 : p / speed) + bands.q[j]! / (speed + ADHESION_SPEED);
}

/** Running resistance (N) in band `j` at `speed` (m/s). */
export function resistanceAt(bands: ForceBands, j: number, speed: number): number {
  return bands.r0[j]! + (bands.r1[j]! + bands.r2[j]! * speed) * speed;
}

function addTractionKinks(kinks: number[], traction: Traction, gravity: number): void {
  if (traction.kind === 'table') {
    for (const [speed] of traction.points) kinks.push(speed);
    return;
  }
  const { power, maxForce } = traction;
  kinks.push(power / maxForce);
  if (traction.kind === 'adhesion') {
    const k = traction.adhesionFactor * traction.adhesiveMass * gravity;
    // k (floor + peak / (v + c)) = maxForce
    kinks.push((k * ADHESION_PEAK) / (maxForce - k * ADHESION_FLOOR) - ADHESION_SPEED);
    // k (floor + peak / (v + c)) v = power, a quadratic with one positive root
    const a = k * ADHESION_FLOOR;
    const b = k * (ADHESION_FLOOR * ADHESION_SPEED + ADHESION_PEAK) - power;
    const c = power * ADHESION_SPEED;
    const root = Math.sqrt(b * b + 4 * a * c);
    kinks.push(b > 0 ? (2 * c) / (b + root) : (root - b) / (2 * a));
  }
}

function addTraction(bands: ForceBands, j: number, traction: Traction, middle: number, gravity: number): void {
  if (traction.kind === 'table') {
    const { level, rise } = lineAt(traction.points, middle);
    bands.f0[j]! += level;
    bands.f1[j]! += rise;
    return;
  }
  const { power, maxForce } = traction;
  const byPower = power / middle;
  if (traction.kind === 'adhesion') {
    const k = traction.adhesionFactor * traction.adhesiveMass * gravity;
    const byRail = k * (ADHESION_FLOOR + ADHESION_PEAK / (middle + ADHESION_SPEED));
    if (byRail < maxForce && byRail < byPower) {
      bands.f0[j]! += k * ADHESION_FLOOR;
      bands.q[j]! += k * ADHESION_PEAK;
      return;
    }
  }
  if (maxForce <= byPower) bands.f0[j]! += maxForce;
  else bands.p[j]! += power;
}

function addResistance(bands: ForceBands, j: number, resistance: Resistance, middle: number): void {
  if (resistance.kind === 'davis') {
    bands.r0[j] = resistance.a;
    bands.r1[j] = resistance.b;
    bands.r2[j] = resistance.c;
    return;
  }
  const { level, rise } = lineAt(resistance.points, middle);
  bands.r0[j] = level;
  bands.r1[j] = rise;
}

function lineAt(points: readonly (readonly [number, number])[], speed: number): { level: number; rise: number } {
  const [firstSpeed, firstForce] = points[0]!;
  if (speed <= firstSpeed) return { level: firstForce, rise: 0 };
  for (let i = 1; i < points.length; i++) {
    const [v1, f1] = points[i]!;
    if (speed <= v1) {
      const [v0, f0] = points[i - 1]!;
      const rise = (f1 - f0) / (v1 - v0);
      return { level: f0 - rise * v0, rise };
    }
  }
  return { level: points[points.length - 1]![1], rise: 0 };
}
