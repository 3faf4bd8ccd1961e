import { HOLD } from './braking-model.ts';
import { followCurve } from './follow-curve.ts';
import { fullEffort, type Stall } from './full-effort.ts';
import { gradePieceAt } from './grade-profile.ts';
import { holdSpeed } from './hold-speed.ts';
import { type LegState, SAME } from './leg-state.ts';
import { type PermittedSpeed, permittedSquare } from './permitted-pieces.ts';

/** Steps without progress after which the motion is given up as a fault of the program. */
const PATIENCE = 1000;
/** Relative rounding of a position: on a steep curve it shows in the squared speed. */
const ROUNDING = 1e-15;

/**
 * Drives a train along a permitted speed: full effort below it, no more than needed on it.
 *
 * The state advances from event to event: changes of grade, kinks of effort or resistance, meeting or leaving the
 * permitted speed, and the turning points of speed. Between events the motion is one power series.
 *
 * @param state where the recorder left the train
 * @param permitted permitted speed from there to `end`
 * @param end position of the front at the end of the leg, m
 * @returns the stall, when the train does not get there
 */
export function driveLeg(state: LegState, permitted: PermittedSpeed, end: number): Stall | undefined {
  const { grade } = state.model;
  state.permitted = permitted;
  state.s = state.recorder.position;
  state.start = state.s;
  state.t = state.recorder.time;
  state.v = state.recorder.speed;
  state.end = end;
  state.piece = 0;
  state.grade = gradePieceAt(grade, state.s);
  let idle = 0;
  while (state.s < end) {
    const before = state.s;
    while (state.grade + 1 < grade.count && state.s >= grade.start[state.grade + 1]!) state.grade++;
    while (state.piece + 1 < permitted.count && state.s >= permitted.to[state.piece]!) state.piece++;
    const stall = advance(state);
    if (stall !== undefined) return stall;
    idle = state.s > before ? 0 : idle + 1;
    if (idle > PATIENCE) throw new Error(`running: no progress at ${state.s} m, ${state.v} m/s`);
  }
  return undefined;
}

function advance(state: LegState): Stall | undefined {
  const square = permittedSquare(state.permitted, state.piece, state.s);
  const blur = state.permitted.c1[state.piece]! * ROUNDING * state.s;
  if (state.v * state.v >= square * (1 - SAME) - blur) {
    const regime = state.permitted.regime[state.piece]!;
    state.v = Math.sqrt(square);
    const kept = regime === HOLD ? holdSpeed(state) : followCurve(state, regime);
    if (kept) return undefined;
  }
  return fullEffort(state);
}
