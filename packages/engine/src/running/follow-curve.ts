import { BRAKE, COAST } from './braking-model.ts';
import { neededAt, timeOfShortage, workOnCurve } from './curve-work.ts';
import { bandAt, effortAt } from './force-bands.ts';
import { gradeAt } from './grade-profile.ts';
import { HERE, type LegState, NEAR_EDGE, SAME } from './leg-state.ts';
import { permittedSquare } from './permitted-pieces.ts';

/** Follows a braking or coasting curve to the end of the stretch; false when the train falls below it by itself. */
export function followCurve(state: LegState, regime: number): boolean {
  const { bands, braking, grade, train, gravity } = state.model;
  const stretchEnd = state.stretchEnd();
  const endSpeed = Math.sqrt(Math.max(0, permittedSquare(state.permitted, state.piece, stretchEnd)));
  const e0 = gradeAt(grade, state.grade, state.s);
  const perGrade = gravity / train.rotatingMassFactor;
  const level = state.permitted.level[state.piece]!;
  const rolling = regime === COAST || braking.kind === 'constant-force';
  // On a curve the speed falls: just above an edge the band below it is the one ahead.
  const j = bandAt(bands, state.v * (1 - NEAR_EDGE));
  const series = state.series;
  let share = 0;
  if (rolling) {
    share = 1;
    series.expand(
      state.v,
      -level - bands.r0[j]! / state.inertia - perGrade * e0,
      -bands.r1[j]! / state.inertia,
      -bands.r2[j]! / state.inertia,
      0,
      0,
      perGrade * grade.slope[state.grade]!,
    );
  } else {
    if (braking.kind === 'brake-percentage') {
      share = gradeAt(grade, state.grade, (state.s + stretchEnd) / 2) >= 0 ? 1 : braking.share;
    }
    series.expand(state.v, -level - share * perGrade * e0, 0, 0, 0, 0, share * perGrade * grade.slope[state.grade]!);
  }
  const way = stretchEnd - state.s;
  let h = Math.min(series.reach() * state.model.stepFactor, state.plainTime(way));
  if (series.speedAt(h) < 0) h = series.timeAtSpeed(0, h);
  let arrived = false;
  if (endSpeed < 0.7 * state.v && series.speedAt(h) <= endSpeed) {
    h = series.timeAtSpeed(endSpeed, h);
    arrived = true;
  } else if (series.distanceAt(h) >= way) {
    h = series.timeAtDistance(way, h);
    arrived = true;
  }
  // Resistance changes its formula at the edge of a band; only tables have more than one.
  const edge = j > 0 ? bands.upper[j - 1]! : 0;
  if (train.resistance.kind === 'table' && edge > 0 && state.v > edge && series.speedAt(h) < edge * (1 - SAME)) {
    h = series.timeAtSpeed(edge, h);
    arrived = false;
  }
  const start = neededAt(state, 0);
  if (!rolling && start > 0) {
    const most = effortAt(bands, j, state.v);
    if (start > most + SAME * Math.abs(most)) return false;
    const cut = timeOfShortage(state, h);
    if (cut < h) {
      h = cut;
      arrived = false;
      if (series.distanceAt(h) < HERE) return false;
    }
  }
  const x = series.distanceAt(h);
  const end = arrived ? stretchEnd : Math.min(stretchEnd, state.s + x);
  const v = Math.sqrt(Math.max(0, permittedSquare(state.permitted, state.piece, end)));
  let effort = 0;
  let brake = 0;
  if (rolling) brake = level * state.inertia * x;
  else [effort, brake] = workOnCurve(state, h);
  const phase = regime === BRAKE ? 'brake' : 'coast';
  state.recorder.open(phase, rolling ? -level * state.inertia : start, series.speed[1]!, series.accelerationAt(h));
  state.commit(end, state.t + h, v, effort, brake);
  return true;
}
