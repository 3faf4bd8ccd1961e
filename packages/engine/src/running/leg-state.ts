import type { MotionModel } from './motion-model.ts';
import { MotionSeries } from './motion-series.ts';
import type { PermittedSpeed } from './permitted-pieces.ts';
import type { RunRecorder } from './run-recorder.ts';

/** Relative difference in speed squared, and in force, below which two values are the same. */
export const SAME = 1e-12;
/** A change of behaviour closer than this (m) happens here. */
export const HERE = 1e-9;
/** Relative distance from the edge of a band within which the direction of change says which band is ahead. */
export const NEAR_EDGE = 1e-9;

/** Where a train is on its leg, and what holds there. */
export class LegState {
  readonly model: MotionModel;
  readonly recorder: RunRecorder;
  /** The motion of the step at hand. */
  readonly series = new MotionSeries();
  /** Mass with the rotating parts, kg. */
  readonly inertia: number;
  /** N */
  readonly weight: number;
  permitted!: PermittedSpeed;
  /** Position of the front at the start of the leg, here, and at its end, m. */
  start = 0;
  s = 0;
  end = 0;
  /** Time, s, and speed, m/s. */
  t = 0;
  v = 0;
  /** Piece of permitted speed and of grade in which the front is. */
  piece = 0;
  grade = 0;

  constructor(model: MotionModel, recorder: RunRecorder) {
    this.model = model;
    this.recorder = recorder;
    this.inertia = model.train.mass * model.train.rotatingMassFactor;
    this.weight = model.train.mass * model.gravity;
  }

  /** End of the stretch on which neither grade nor permitted speed changes its formula. */
  stretchEnd(): number {
    const { grade } = this.model;
    let end = Math.min(this.end, this.permitted.to[this.piece]!);
    if (this.grade + 1 < grade.count) end = Math.min(end, grade.start[this.grade + 1]!);
    return end;
  }

  /** A time (s) in which the series as of its first terms covers `way` or comes to rest. */
  plainTime(way: number): number {
    const v = this.v;
    const a = this.series.speed[1]!;
    const square = v * v + 2 * a * way;
    if (square >= 0) return ((2 * way) / (v + Math.sqrt(square))) * (1 + 1e-9) + 1e-12;
    return (v / -a) * (1 + 1e-9);
  }

  /** Moves on to the end of a stretch. */
  commit(position: number, time: number, speed: number, effortWork: number, brakeWork: number): void {
    this.s = position;
    this.t = time;
    this.v = speed;
    this.recorder.close(position, time, speed, effortWork, brakeWork);
  }
}
