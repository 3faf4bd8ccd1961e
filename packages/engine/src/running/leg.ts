import { BRAKE, COAST, HOLD } from './braking-model.ts';
import { bandAt, effortAt, resistanceAt } from './force-bands.ts';
import { gradeAt, gradePieceAt } from './grade-profile.ts';
import { MotionSeries } from './motion-series.ts';
import { type MotionModel, type PermittedSpeed, permittedSquare } from './permitted-speed.ts';
import type { RunRecorder } from './run-recorder.ts';

/** The train came to rest short of the end, or did not move at all. */
export type Stall = { readonly position: number; readonly started: boolean; readonly speed: number };

/** Relative difference in speed squared, and in force, below which two values are the same. */
const SAME = 1e-12;
/** A change of behaviour closer than this (m) happens here. */
const HERE = 1e-9;
/** Relative distance between two times below which a root is found. */
const CLOSE = 4e-16;
/** Longest step under effort, as a multiple of the time that the first acceleration would need. */
const LONG = 8;
/** Relative distance from the edge of a band within which the direction of change says which band is ahead. */
const NEAR_EDGE = 1e-9;
/** A train slower than this (m/s) that does not gain speed has stopped. */
const STANDSTILL = 1e-6;
/** Steps without progress after which the motion is given up as a fault of the program. */
const PATIENCE = 1000;

/** Nodes and weights of five-point Gauss–Legendre quadrature on [0, 1]. */
const NODES = Float64Array.of(0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.9530899229693319);
const WEIGHTS = Float64Array.of(
  0.11846344252809454,
  0.23931433524968324,
  0.28444444444444444,
  0.23931433524968324,
  0.11846344252809454,
);

/**
 * Drives a train along a permitted speed: full effort below it, no more than needed on it.
 *
 * The state advances from event to event: changes of grade, kinks of effort or resistance, meeting or leaving the
 * permitted speed, and the turning points of speed. Between events the motion is one power series.
 */
export class LegDriver {
  readonly #model: MotionModel;
  readonly #recorder: RunRecorder;
  readonly #series = new MotionSeries();
  readonly #inertia: number;
  readonly #weight: number;
  #permitted!: PermittedSpeed;
  #start = 0;
  #s = 0;
  #t = 0;
  #v = 0;
  #piece = 0;
  #grade = 0;
  #end = 0;

  constructor(model: MotionModel, recorder: RunRecorder) {
    this.#model = model;
    this.#recorder = recorder;
    this.#inertia = model.train.mass * model.train.rotatingMassFactor;
    this.#weight = model.train.mass * model.gravity;
  }

  /** Drives from the recorder's state to `end`. */
  drive(permitted: PermittedSpeed, end: number): Stall | undefined {
    const { grade } = this.#model;
    this.#permitted = permitted;
    this.#s = this.#recorder.position;
    this.#start = this.#s;
    this.#t = this.#recorder.time;
    this.#v = this.#recorder.speed;
    this.#end = end;
    this.#piece = 0;
    this.#grade = gradePieceAt(grade, this.#s);
    let idle = 0;
    while (this.#s < end) {
      const before = this.#s;
      while (this.#grade + 1 < grade.count && this.#s >= grade.start[this.#grade + 1]!) this.#grade++;
      while (this.#piece + 1 < permitted.count && this.#s >= permitted.to[this.#piece]!) this.#piece++;
      const stall = this.#advance();
      if (stall !== undefined) return stall;
      idle = this.#s > before ? 0 : idle + 1;
      if (idle > PATIENCE) throw new Error(`running: no progress at ${this.#s} m, ${this.#v} m/s`);
    }
    return undefined;
  }

  #advance(): Stall | undefined {
    const square = permittedSquare(this.#permitted, this.#piece, this.#s);
    if (this.#v * this.#v >= square * (1 - SAME)) {
      const regime = this.#permitted.regime[this.#piece]!;
      this.#v = Math.sqrt(square);
      const kept = regime === HOLD ? this.#hold() : this.#follow(regime);
      if (kept) return undefined;
    }
    return this.#pull();
  }

  /** End of the stretch on which neither grade nor permitted speed changes its formula. */
  #stretchEnd(): number {
    const { grade } = this.#model;
    let end = Math.min(this.#end, this.#permitted.to[this.#piece]!);
    if (this.#grade + 1 < grade.count) end = Math.min(end, grade.start[this.#grade + 1]!);
    return end;
  }

  /** Holds the speed; false when the effort does not suffice. */
  #hold(): boolean {
    const { bands, grade } = this.#model;
    const v = this.#v;
    const j = bandAt(bands, v);
    const most = effortAt(bands, j, v);
    const resistance = resistanceAt(bands, j, v);
    const needed = resistance + this.#weight * gradeAt(grade, this.#grade, this.#s);
    const slope = this.#weight * grade.slope[this.#grade]!;
    if (needed > most + SAME * Math.abs(most) || v === 0) return false;
    let end = this.#stretchEnd();
    if (slope > 0) {
      const way = (most - needed) / slope;
      if (way < HERE) return false;
      if (this.#s + way < end) end = this.#s + way;
    }
    const way = end - this.#s;
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
    this.#recorder.open('cruise', needed, 0, 0);
    this.#commit(end, this.#t + way / v, v, effort, brake);
    return true;
  }

  /** Follows a braking or coasting curve to the end of the stretch; false when the train falls below it by itself. */
  #follow(regime: number): boolean {
    const { bands, braking, grade, train, gravity } = this.#model;
    const stretchEnd = this.#stretchEnd();
    const endSpeed = Math.sqrt(Math.max(0, permittedSquare(this.#permitted, this.#piece, stretchEnd)));
    const e0 = gradeAt(grade, this.#grade, this.#s);
    const perGrade = gravity / train.rotatingMassFactor;
    const level = this.#permitted.level[this.#piece]!;
    const rolling = regime === COAST || braking.kind === 'constant-force';
    // On a curve the speed falls: just above an edge the band below it is the one ahead.
    const j = bandAt(bands, this.#v * (1 - NEAR_EDGE));
    const series = this.#series;
    let share = 0;
    if (rolling) {
      share = 1;
      series.expand(
        this.#v,
        -level - bands.r0[j]! / this.#inertia - perGrade * e0,
        -bands.r1[j]! / this.#inertia,
        -bands.r2[j]! / this.#inertia,
        0,
        0,
        perGrade * grade.slope[this.#grade]!,
      );
    } else {
      if (braking.kind === 'brake-percentage') {
        share = gradeAt(grade, this.#grade, (this.#s + stretchEnd) / 2) >= 0 ? 1 : braking.share;
      }
      series.expand(this.#v, -level - share * perGrade * e0, 0, 0, 0, 0, share * perGrade * grade.slope[this.#grade]!);
    }
    const way = stretchEnd - this.#s;
    let h = Math.min(series.reach() * this.#model.stepFactor, this.#plainTime(way));
    if (series.speedAt(h) < 0) h = series.timeAtSpeed(0, h);
    let arrived = false;
    if (endSpeed < 0.7 * this.#v && series.speedAt(h) <= endSpeed) {
      h = series.timeAtSpeed(endSpeed, h);
      arrived = true;
    } else if (series.distanceAt(h) >= way) {
      h = series.timeAtDistance(way, h);
      arrived = true;
    }
    // Resistance changes its formula at the edge of a band; only tables have more than one.
    const edge = j > 0 ? bands.upper[j - 1]! : 0;
    if (train.resistance.kind === 'table' && edge > 0 && this.#v > edge && series.speedAt(h) < edge * (1 - SAME)) {
      h = series.timeAtSpeed(edge, h);
      arrived = false;
    }
    const start = this.#neededAt(0);
    if (!rolling && start > 0) {
      const most = effortAt(bands, j, this.#v);
      if (start > most + SAME * Math.abs(most)) return false;
      const cut = this.#timeOfShortage(h);
      if (cut < h) {
        h = cut;
        arrived = false;
        if (series.distanceAt(h) < HERE) return false;
      }
    }
    const x = series.distanceAt(h);
    const end = arrived ? stretchEnd : Math.min(stretchEnd, this.#s + x);
    const v = Math.sqrt(Math.max(0, permittedSquare(this.#permitted, this.#piece, end)));
    let effort = 0;
    let brake = 0;
    if (rolling) brake = level * this.#inertia * x;
    else [effort, brake] = this.#workOnCurve(h);
    const phase = regime === BRAKE ? 'brake' : 'coast';
    this.#recorder.open(phase, rolling ? -level * this.#inertia : start, series.speed[1]!, series.accelerationAt(h));
    this.#commit(end, this.#t + h, v, effort, brake);
    return true;
  }

  /** Force (N) at the rim that the series needs at time `t`: effort above 0, brake below. */
  #neededAt(t: number): number {
    const { bands, grade } = this.#model;
    const series = this.#series;
    const v = t === 0 ? this.#v : series.speedAt(t);
    const e = gradeAt(grade, this.#grade, this.#s + (t === 0 ? 0 : series.distanceAt(t)));
    const j = bandAt(bands, v);
    const a = t === 0 ? series.speed[1]! : series.accelerationAt(t);
    return this.#inertia * a + resistanceAt(bands, j, v) + this.#weight * e;
  }

  /** First time in (0, h] at which more effort is needed than there is, else `h`. */
  #timeOfShortage(h: number): number {
    const { bands } = this.#model;
    const lacking = (t: number) => {
      const v = this.#series.speedAt(t);
      return this.#neededAt(t) > effortAt(bands, bandAt(bands, v), v);
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
  #workOnCurve(h: number): [effort: number, brake: number] {
    const middle = this.#neededAt(h / 2);
    if (this.#neededAt(0) <= 0 && middle <= 0 && this.#neededAt(h) <= 0) return [0, -this.#workBetween(0, h)];
    let effort = 0;
    let brake = 0;
    const parts = 8;
    for (let i = 0; i < parts; i++) {
      const a = (h * i) / parts;
      const b = (h * (i + 1)) / parts;
      const atA = this.#neededAt(a);
      const atB = this.#neededAt(b);
      let change = b;
      if (atA > 0 !== atB > 0) {
        let low = a;
        let high = b;
        for (let k = 0; k < 60; k++) {
          const m = (low + high) / 2;
          if (this.#neededAt(m) > 0 === atA > 0) low = m;
          else high = m;
        }
        change = low;
      }
      for (const work of [this.#workBetween(a, change), this.#workBetween(change, b)]) {
        if (work > 0) effort += work;
        else brake -= work;
      }
    }
    return [effort, brake];
  }

  #workBetween(a: number, b: number): number {
    let sum = 0;
    for (let i = 0; i < 5; i++) {
      const t = a + (b - a) * NODES[i]!;
      sum += WEIGHTS[i]! * this.#neededAt(t) * this.#series.speedAt(t);
    }
    return sum * (b - a);
  }

  /** A time (s) in which the series as of its first terms covers `way` or comes to rest. */
  #plainTime(way: number): number {
    const v = this.#v;
    const a = this.#series.speed[1]!;
    const square = v * v + 2 * a * way;
    if (square >= 0) return ((2 * way) / (v + Math.sqrt(square))) * (1 + 1e-9) + 1e-12;
    return (v / -a) * (1 + 1e-9);
  }

  /** Full effort until the next event. */
  #pull(): Stall | undefined {
    const { bands, grade, gravity, train } = this.#model;
    const series = this.#series;
    const v0 = this.#v;
    const e0 = gradeAt(grade, this.#grade, this.#s);
    const perGrade = gravity / train.rotatingMassFactor;
    const gamma = perGrade * grade.slope[this.#grade]!;
    let j = bandAt(bands, v0 * (1 - NEAR_EDGE));
    const force = effortAt(bands, j, v0);
    const a0 = (force - resistanceAt(bands, j, v0) - this.#weight * e0) / this.#inertia;
    if (v0 < STANDSTILL && a0 <= 0) {
      return { position: this.#s, started: this.#s > this.#start, speed: this.#recorder.phaseStartSpeed };
    }
    if (v0 >= bands.upper[j]! * (1 - NEAR_EDGE) && (Math.abs(a0) > SAME ? a0 > 0 : gamma < 0)) j++;
    const inertia = this.#inertia;
    series.expand(
      v0,
      (bands.f0[j]! - bands.r0[j]!) / inertia - perGrade * e0,
      (bands.f1[j]! - bands.r1[j]!) / inertia,
      -bands.r2[j]! / inertia,
      bands.p[j]! / inertia,
      bands.q[j]! / inertia,
      gamma,
    );
    const stretchEnd = this.#stretchEnd();
    const way = stretchEnd - this.#s;
    let h = Math.min(series.reach() * this.#model.stepFactor, LONG * this.#plainTime(way));
    if (Math.abs(a0) > 1e-9 && series.degree > 1 && series.accelerationAt(h) > 0 !== a0 > 0)
      h = series.timeAtExtremum(h);
    let v = series.speedAt(h);
    if (v < 0) {
      h = series.timeAtSpeed(0, h);
      v = 0;
    }
    let end = this.#s + series.distanceAt(h);
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
      end = this.#s + series.distanceAt(h);
    } else if (v < v0 && v < bottom * (1 - SAME)) {
      h = series.timeAtSpeed(bottom, h);
      v = bottom;
      end = this.#s + series.distanceAt(h);
    }
    if (end > stretchEnd) end = stretchEnd;
    const square = permittedSquare(this.#permitted, this.#piece, end);
    if (v * v > square) {
      h = this.#timeToPermitted(h);
      const met = this.#s + series.distanceAt(h);
      if (met < end) end = met;
      v = Math.sqrt(permittedSquare(this.#permitted, this.#piece, end));
    }
    const work = series.workAt(h, bands.f0[j]!, bands.f1[j]!, bands.p[j]!, bands.q[j]!);
    const rising = v > v0 || (v === v0 && a0 >= 0);
    const before = this.#s;
    const t0 = this.#t;
    this.#recorder.open(rising ? 'accelerate' : 'climb', force, a0, series.accelerationAt(h));
    if (series.degree > 1) {
      const half = h / 2;
      const speed = series.speedAt(half);
      this.#recorder.within(
        before + series.distanceAt(half),
        t0 + half,
        speed,
        effortAt(bands, j, speed),
        series.accelerationAt(half),
        series.accelerationAt(h),
      );
    }
    this.#commit(end, t0 + h, v, work, 0);
    return undefined;
  }

  /** Time in [0, h] at which the series meets the permitted speed, which it exceeds at `h`. */
  #timeToPermitted(h: number): number {
    const permitted = this.#permitted;
    const k = this.#piece;
    const series = this.#series;
    if (permitted.regime[k] === HOLD) return series.timeAtSpeed(Math.sqrt(permitted.c0[k]!), h);
    let low = 0;
    let high = h;
    let t = h / 2;
    for (let i = 0; i < 100; i++) {
      if (!(t > low && t < high)) t = (low + high) / 2;
      const s = this.#s + series.distanceAt(t);
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

  #commit(position: number, time: number, speed: number, effortWork: number, brakeWork: number): void {
    this.#s = position;
    this.#t = time;
    this.#v = speed;
    this.#recorder.close(position, time, speed, effortWork, brakeWork);
  }
}
