import { HOLD } from './braking-model.ts';
import { bandAt, effortAt, resistanceAt } from './force-bands.ts';
import { gradeAt } from './grade-profile.ts';
import { type LegState, NEAR_EDGE, SAME } from './leg-state.ts';
import { permittedSquare } from './permitted-pieces.ts';

/** The train came to rest short of the end, or did not move at all. */
export type Stall = { readonly position: number; readonly started: boolean; readonly speed: number };

/** Relative distance between two times below which a root is found. */
const CLOSE = 4e-16;
/** Longest step, as a multiple of the time that the first acceleration would need. */
const LONG = 8;
/** A train slower than this (m/s) … */
const STANDSTILL = 1e-6;
/** … that gains speed by less than this (m/s²) stands: it would need half a day for a metre. */
const UNMOVED = 1e-9;

/** Full effort until the next event. */
export function fullEffort(state: LegState): Stall | undefined {
  const { bands, grade, gravity, train } = state.model;
  const series = state.series;
  const v0 = state.v;
  const e0 = gradeAt(grade, state.grade, state.s);
  const perGrade = gravity / train.rotatingMassFactor;
  const gamma = perGrade * grade.slope[state.grade]!;
  let j = bandAt(bands, v0 * (1 - NEAR_EDGE));
  const force = effortAt(bands, j, v0);
  const a0 = (force - resistanceAt(bands, j, v0) - state.weight * e0) / state.inertia;
  if (v0 < STANDSTILL && a0 < UNMOVED) {
    return { position: state.s, started: state.s > state.start, speed: state.recorder.phaseStartSpeed };
  }
  if (v0 >= bands.upper[j]! * (1 - NEAR_EDGE) && (Math.abs(a0) > SAME ? a0 > 0 : gamma < 0)) j++;
  const inertia = state.inertia;
  series.expand(
    v0,
    (bands.f0[j]! - bands.r0[j]!) / inertia - perGrade * e0,
    (bands.f1[j]! - bands.r1[j]!) / inertia,
    -bands.r2[j]! / inertia,
    bands.p[j]! / inertia,
    bands.q[j]! / inertia,
    gamma,
  );
  const stretchEnd = state.stretchEnd();
  const way = stretchEnd - state.s;
  let h = Math.min(series.reach() * state.model.stepFactor, LONG * state.plainTime(way));
  if (Math.abs(a0) > 1e-9 && series.degree > 1 && series.accelerationAt(h) > 0 !== a0 > 0) h = series.timeAtExtremum(h);
  let v = series.speedAt(h);
  if (v < 0) {
    h = series.timeAtSpeed(0, h);
    v = 0;
  }
  let end = state.s + series.distanceAt(h);
  if (end >= stretchEnd) {
    h = series.timeAtDistance(way, h);
    end = stretchEnd;
    v = series.speedAt(h);
  }
  const top = bands.upper[j]!;
  const bottom = j > 0 ? bands.upper[j - 1]! : 0;
  if (v > v0 && v > top * (1 + SAME)) {
    h = series.timeAtSpeed(top, h);
    v = top;
    end = state.s + series.distanceAt(h);
  } else if (v < v0 && v < bottom * (1 - SAME)) {
    h = series.timeAtSpeed(bottom, h);
    v = bottom;
    end = state.s + series.distanceAt(h);
  }
  if (end > stretchEnd) end = stretchEnd;
  const square = permittedSquare(state.permitted, state.piece, end);
  if (v * v > square) {
    h = timeToPermitted(state, h);
    const met = state.s + series.distanceAt(h);
    if (met < end) end = met;
    v = Math.sqrt(permittedSquare(state.permitted, state.piece, end));
  }
  const work = series.workAt(h, bands.f0[j]!, bands.f1[j]!, bands.p[j]!, bands.q[j]!);
  const rising = v > v0 || (v === v0 && a0 >= 0);
  const before = state.s;
  const t0 = state.t;
  state.recorder.open(rising ? 'accelerate' : 'climb', force, a0, series.accelerationAt(h));
  const parts = state.series.partsWithin(h);
  for (let part = 1; part < parts; part++) {
    const t = (h * part) / parts;
    const speed = series.speedAt(t);
    state.recorder.within(
      before + series.distanceAt(t),
      t0 + t,
      speed,
      effortAt(bands, j, speed),
      series.accelerationAt(t),
      series.accelerationAt(h),
    );
  }
  state.commit(end, t0 + h, v, work, 0);
  return undefined;
}

/** Time in [0, h] at which the series meets the permitted speed, which it exceeds at `h`. */
function timeToPermitted(state: LegState, h: number): number {
  const permitted = state.permitted;
  const k = state.piece;
  const series = state.series;
  if (permitted.regime[k] === HOLD) return series.timeAtSpeed(Math.sqrt(permitted.c0[k]!), h);
  let low = 0;
  let high = h;
  let t = h / 2;
  for (let i = 0; i < 100; i++) {
    if (!(t > low && t < high)) t = (low + high) / 2;
    const s = state.s + series.distanceAt(t);
    const v = series.speedAt(t);
    const room = permittedSquare(permitted, k, s) - v * v;
    if (room < 0) high = t;
    else low = t;
    const y = permitted.to[k]! - s;
    const fall = permitted.c1[k]! + (2 * permitted.c2[k]! + 3 * permitted.c3[k]! * y) * y;
    const rate = -v * (fall + 2 * series.accelerationAt(t));
    const next = t - room / rate;
    if (Math.abs(next - t) <= CLOSE * t || high - low <= CLOSE * high) return next >= low && next <= high ? next : t;
    t = next;
  }
  return low;
}
