import { BRAKE, COAST, HOLD } from './braking-model.ts';
import type { EffectiveLimits, TooSteepToBrake } from './effective-limits.ts';
import { bandAt, resistanceAt } from './force-bands.ts';
import { type GradeProfile, gradeAt, gradePieceAt } from './grade-profile.ts';
import type { MotionModel } from './motion-model.ts';
import { type PermittedSpeed, PieceStack } from './permitted-pieces.ts';

/** Most passes of shortening a piece: each squares the miss. */
const SHORTENINGS = 4;
/** Two positions closer than this (m) are one. */
const HERE = 1e-9;
/** Growth of the squared speed in one cubic piece of a braking curve that is not an exact polynomial. */
const GROWTH = 0.15;
/** Squared speed added to it, so that pieces that start from a stop have a length. */
const SMALLEST_GROWTH = 0.001;

/**
 * Builds the permitted speed of a leg backwards from its end.
 *
 * @param limits effective limits that cover the leg
 * @param from position of the front at the start of the leg, m
 * @param to position at its end, m
 * @param endSpeed highest speed at the end, m/s
 * @param switchSpeed coast down to this speed before braking, m/s; `Infinity` never coasts
 */
export function permittedSpeed(
  model: MotionModel,
  limits: EffectiveLimits,
  from: number,
  to: number,
  endSpeed: number,
  switchSpeed: number,
): PermittedSpeed | TooSteepToBrake {
  const builder = new BackwardBuilder(model, switchSpeed);
  let k = limits.count - 1;
  while (k > 0 && limits.start[k]! >= to) k--;
  let s = to;
  let square = endSpeed * endSpeed;
  for (; k >= 0; k--) {
    const begin = Math.max(from, limits.start[k]!);
    const speed = limits.speed[k]!;
    const bound = speed * speed;
    if (square > bound) square = bound;
    const problem = builder.descendTo(begin, s, square, bound);
    if (problem !== undefined) return problem;
    square = builder.square;
    s = begin;
    if (s <= from) break;
  }
  return builder.pieces.reversed();
}

class BackwardBuilder {
  readonly pieces = new PieceStack();
  square = 0;
  readonly #model: MotionModel;
  readonly #switchSquare: number;

  constructor(model: MotionModel, switchSpeed: number) {
    this.#model = model;
    this.#switchSquare = switchSpeed * switchSpeed;
  }

  /** Pieces on [begin, end] from the squared speed at the end, none above `bound`; leaves the one at `begin`. */
  descendTo(begin: number, end: number, endSquare: number, bound: number): TooSteepToBrake | undefined {
    let s = end;
    let square = endSquare;
    while (s > begin) {
      const [sBefore, squareBefore] = [s, square];
      if (square >= bound) {
        this.pieces.push(begin, s, bound, 0, 0, 0, HOLD, 0);
        this.square = bound;
        return undefined;
      }
      if (square >= this.#switchSquare) {
        [s, square] = this.#coast(begin, s, square, bound);
      } else {
        const top = Math.min(bound, this.#switchSquare);
        const next =
          this.#model.braking.kind === 'constant-force'
            ? this.#brakeByForce(begin, s, square, top)
            : this.#brakeByDeceleration(begin, s, square, top);
        if ('position' in next) return next;
        [s, square] = next;
      }
      if (s === sBefore && square === squareBefore) throw new Error(`running: no permitted speed before ${s} m`);
    }
    this.square = square;
    return undefined;
  }

  /** One exact piece: the deceleration is linear in position, so the squared speed is a quadratic. */
  #brakeByDeceleration(begin: number, s: number, square: number, top: number): [number, number] | TooSteepToBrake {
    const { braking, grade, gravity, train } = this.#model;
    if (braking.kind === 'constant-net') {
      const rise = 2 * braking.step[0]!;
      return this.#push(begin, s, square, rise, 0, top, braking.step[0]!);
    }
    let k = 0;
    while (square >= braking.upper[k]! * braking.upper[k]!) k++;
    const stepTop = Math.min(top, braking.upper[k]! * braking.upper[k]!);
    const step = braking.share * braking.step[k]!;
    const piece = pieceBefore(grade, s);
    let low = Math.max(begin, grade.start[piece]!);
    const perGrade = gravity / train.rotatingMassFactor;
    const here = gradeAt(grade, piece, s);
    const slope = grade.slope[piece]!;
    // Descents and climbs differ: split where the grade changes sign.
    if (slope !== 0) {
      const zero = s - here / slope;
      if (zero > low && s - zero > HERE) low = zero;
    }
    const uphill = gradeAt(grade, piece, (low + s) / 2) >= 0;
    const share = uphill ? 1 : braking.share;
    const b = step + share * perGrade * here;
    const gain = -share * perGrade * slope;
    if (b <= 0 || b + gain * (s - low) <= 0) return { position: s, gradient: here };
    return this.#push(low, s, square, 2 * b, gain, stepTop, step);
  }

  /** Pushes a braking piece that ends at `low` or where the squared speed reaches `top`. */
  #push(
    low: number,
    s: number,
    square: number,
    rise: number,
    bend: number,
    top: number,
    level: number,
  ): [number, number] {
    const room = top - square;
    let y = s - low;
    let reached = square + (rise + bend * y) * y;
    let start = low;
    if (reached >= top) {
      y = bend === 0 ? room / rise : (2 * room) / (rise + Math.sqrt(Math.max(0, rise * rise + 4 * bend * room)));
      start = s - y;
      reached = top;
      if (start < low) start = low;
    }
    if (start < s) this.pieces.push(start, s, square, rise, bend, 0, BRAKE, level);
    return [start, reached];
  }

  /** One cubic piece of braking with constant force, where resistance and grade join in. */
  #brakeByForce(begin: number, s: number, square: number, top: number): [number, number] | TooSteepToBrake {
    const { braking, grade } = this.#model;
    const piece = pieceBefore(grade, s);
    const b = this.#resisted(piece, s, square) + braking.step[0]!;
    if (b <= 0) return { position: s, gradient: gradeAt(grade, piece, s) };
    return this.#cubic(begin, s, square, top, piece, braking.step[0]!, BRAKE);
  }

  /** Coasting seen backwards; where the train would gain speed by itself the speed is held instead. */
  #coast(begin: number, s: number, square: number, bound: number): [number, number] {
    const { grade } = this.#model;
    const piece = pieceBefore(grade, s);
    const low = Math.max(begin, grade.start[piece]!);
    if (this.#resisted(piece, s, square) <= 1e-6 || this.#resisted(piece, low, square) <= 1e-6) {
      this.pieces.push(low, s, square, 0, 0, 0, HOLD, 0);
      return [low, square];
    }
    return this.#cubic(begin, s, square, bound, piece, 0, COAST);
  }

  /** Deceleration (m/s²) by running resistance and grade. */
  #resisted(piece: number, s: number, square: number): number {
    const { bands, grade, gravity, train } = this.#model;
    const speed = Math.sqrt(square);
    const inertia = train.mass * train.rotatingMassFactor;
    return (
      resistanceAt(bands, bandAt(bands, speed), speed) / inertia +
      (gravity / train.rotatingMassFactor) * gradeAt(grade, piece, s)
    );
  }

  /** Squared speed `y` metres before `s`, by the classical Runge–Kutta method of order four over distance. */
  #rungeKutta(piece: number, s: number, y: number, square: number, bEnd: number, brake: number): number {
    const k1 = 2 * bEnd;
    const k2 = 2 * (this.#resisted(piece, s - y / 2, square + (k1 * y) / 2) + brake);
    const k3 = 2 * (this.#resisted(piece, s - y / 2, square + (k2 * y) / 2) + brake);
    const k4 = 2 * (this.#resisted(piece, s - y, Math.max(0, square + k3 * y)) + brake);
    return square + (y * (k1 + 2 * k2 + 2 * k3 + k4)) / 6;
  }

  /** A short cubic in the squared speed with the right slope at both ends. */
  #cubic(
    begin: number,
    s: number,
    square: number,
    top: number,
    piece: number,
    brake: number,
    regime: number,
  ): [number, number] {
    const low = Math.max(begin, this.#model.grade.start[piece]!);
    const bEnd = this.#resisted(piece, s, square) + brake;
    const growth = (GROWTH * square + SMALLEST_GROWTH) * this.#model.stepFactor;
    let y = Math.min(s - low, Math.min(growth, top - square) / (2 * bEnd));
    let start = s;
    let reached = square;
    // Where the piece overshoots the bound it is shortened to end there.
    for (let pass = 0; pass < SHORTENINGS; pass++) {
      start = y >= s - low ? low : s - y;
      y = s - start;
      if (!(y > 0)) return [s, top];
      reached = this.#rungeKutta(piece, s, y, square, bEnd, brake);
      if (reached <= top || pass === SHORTENINGS - 1) break;
      y *= (top - square) / (reached - square);
    }
    if (reached > top) reached = top;
    if (!(reached > square)) {
      // The train hardly slows down here: its speed is held.
      this.pieces.push(start, s, square, 0, 0, 0, HOLD, 0);
      return [start, square];
    }
    const bStart = this.#resisted(piece, start, reached) + brake;
    const mean = (reached - square) / y;
    const d0 = 2 * bEnd;
    const d1 = 2 * bStart;
    const c2 = (3 * mean - 2 * d0 - d1) / y;
    const c3 = (d0 + d1 - 2 * mean) / (y * y);
    this.pieces.push(start, s, square, d0, c2, c3, regime, brake);
    return [start, top - reached < 1e-9 * top ? top : reached];
  }
}

/** The piece that holds the positions just before `s`. */
function pieceBefore(grade: GradeProfile, s: number): number {
  let piece = gradePieceAt(grade, s);
  while (piece > 0 && grade.start[piece]! >= s) piece--;
  return piece;
}
