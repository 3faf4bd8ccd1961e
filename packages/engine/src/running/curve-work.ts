import { bandAt, effortAt, resistanceAt } from './force-bands.ts';
import { gradeAt } from './grade-profile.ts';
import type { LegState } from './leg-state.ts';

/** Nodes and weights of five-point Gauss–Legendre quadrature on [0, 1]. */
const NODES = Float64Array.of(0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.9530899229693319);
const WEIGHTS = Float64Array.of(
  0.11846344252809454,
  0.23931433524968324,
  0.28444444444444444,
  0.23931433524968324,
  0.11846344252809454,
);

/** Force (N) at the rim that the series needs at time `t`: effort above 0, brake below. */
export function neededAt(state: LegState, t: number): number {
  const { bands, grade } = state.model;
  const series = state.series;
  const v = t === 0 ? state.v : series.speedAt(t);
  const e = gradeAt(grade, state.grade, state.s + (t === 0 ? 0 : series.distanceAt(t)));
  const j = bandAt(bands, v);
  const a = t === 0 ? series.speed[1]! : series.accelerationAt(t);
  return state.inertia * a + resistanceAt(bands, j, v) + state.weight * e;
}

/** First time in (0, h] at which more effort is needed than there is, else `h`. */
export function timeOfShortage(state: LegState, h: number): number {
  const { bands } = state.model;
  const lacking = (t: number) => {
    const v = state.series.speedAt(t);
    return neededAt(state, t) > effortAt(bands, bandAt(bands, v), v);
  };
  const parts = 16;
  for (let i = 1; i <= parts; i++) {
    let high = (h * i) / parts;
    if (!lacking(high)) continue;
    let low = (h * (i - 1)) / parts;
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (lacking(middle)) high = middle;
      else low = middle;
    }
    return low;
  }
  return h;
}

/** Work of effort and brake (J) while the series holds for `h` seconds. */
export function workOnCurve(state: LegState, h: number): [effort: number, brake: number] {
  const middle = neededAt(state, h / 2);
  if (neededAt(state, 0) <= 0 && middle <= 0 && neededAt(state, h) <= 0) return [0, -workBetween(state, 0, h)];
  let effort = 0;
  let brake = 0;
  const parts = 8;
  for (let i = 0; i < parts; i++) {
    const a = (h * i) / parts;
    const b = (h * (i + 1)) / parts;
    const atA = neededAt(state, a);
    const atB = neededAt(state, b);
    let change = b;
    if (atA > 0 !== atB > 0) {
      let low = a;
      let high = b;
      for (let k = 0; k < 60; k++) {
        const m = (low + high) / 2;
        if (neededAt(state, m) > 0 === atA > 0) low = m;
        else high = m;
      }
      change = low;
    }
    for (const work of [workBetween(state, a, change), workBetween(state, change, b)]) {
      if (work > 0) effort += work;
      else brake -= work;
    }
  }
  return [effort, brake];
}

function workBetween(state: LegState, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < 5; i++) {
    const t = a + (b - a) * NODES[i]!;
    sum += WEIGHTS[i]! * neededAt(state, t) * state.series.speedAt(t);
  }
  return sum * (b - a);
}
