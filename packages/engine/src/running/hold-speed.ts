import { bandAt, effortAt, resistanceAt } from './force-bands.ts';
import { gradeAt } from './grade-profile.ts';
import { HERE, type LegState, SAME } from './leg-state.ts';

/** Holds the speed; false when the effort does not suffice. */
export function holdSpeed(state: LegState): boolean {
  const { bands, grade } = state.model;
  const v = state.v;
  const j = bandAt(bands, v);
  const most = effortAt(bands, j, v);
  const resistance = resistanceAt(bands, j, v);
  const needed = resistance + state.weight * gradeAt(grade, state.grade, state.s);
  const slope = state.weight * grade.slope[state.grade]!;
  if (needed > most + SAME * Math.abs(most) || v === 0) return false;
  let end = state.stretchEnd();
  if (slope > 0) {
    const way = (most - needed) / slope;
    if (way < HERE) return false;
    if (state.s + way < end) end = state.s + way;
  }
  const way = end - state.s;
  const last = needed + slope * way;
  let effort = 0;
  let brake = 0;
  if (needed >= 0 && last >= 0) effort = ((needed + last) / 2) * way;
  else if (needed <= 0 && last <= 0) brake = (-(needed + last) / 2) * way;
  else {
    const change = -needed / slope;
    if (needed > 0) {
      effort = (needed / 2) * change;
      brake = (-last / 2) * (way - change);
    } else {
      brake = (-needed / 2) * change;
      effort = (last / 2) * (way - change);
    }
  }
  state.recorder.open('cruise', needed, 0, 0);
  state.commit(end, state.t + way / v, v, effort, brake);
  return true;
}
