import { ADHESION_SPEED } from './force-bands.ts';

/** Highest power of time kept; a power of two, so that the step's root is a chain of square roots. */
const DEGREE = 16;
/** Truncation error allowed in one step, relative to speed + 1 m/s. */
const TOLERANCE = 1e-13;
/** Longest step, s. */
const LONGEST = 1e7;
/** Error allowed in interpolated speeds, relative to speed + 1 m/s. */
const NOTED = 1e-9;
/** Relative distance between two times below which a root is found. */
const CLOSE = 4e-16;
const BACK_OFF = 0.75;
/** BACK_OFF to the power 15, exact in binary. */
const BACK_OFF_POWER = 14348907 / 1073741824;

/**
 * One piece of motion as a power series in time.
 *
 * The acceleration is `c0 + c1 v + c2 v² + p / v + q / (v + w) − gamma x` with `x` the distance from the piece's start
 * and `w` the {@link ADHESION_SPEED}. Each coefficient of speed follows from the lower ones (the Taylor method for
 * ordinary differential equations; Jorba and Zou, Experimental Mathematics 14, 2005), so the piece is known at every
 * time of the step and events on it are roots of polynomials.
 */
export class MotionSeries {
  /** Coefficients of speed (m/s) over time. */
  readonly speed = new Float64Array(DEGREE + 1);
  /** Coefficients of distance (m) over time. */
  readonly distance = new Float64Array(DEGREE + 2);
  /** Highest power in use for speed. */
  degree = 0;
  readonly #square = new Float64Array(DEGREE + 1);
  readonly #inverse = new Float64Array(DEGREE + 1);
  readonly #inverseShifted = new Float64Array(DEGREE + 1);

  /** Expands the motion from speed `v0`; `p` must be 0 where `v0` is. */
  expand(v0: number, c0: number, c1: number, c2: number, p: number, q: number, gamma: number): void {
    const v = this.speed;
    const x = this.distance;
    v[0] = v0;
    x[0] = 0;
    x[1] = v0;
    if (c1 === 0 && c2 === 0 && p === 0 && q === 0 && gamma === 0) {
      this.degree = 1;
      v[1] = c0;
      x[2] = c0 / 2;
      return;
    }
    this.degree = DEGREE;
    const square = this.#square;
    const inverse = this.#inverse;
    const shifted = this.#inverseShifted;
    const perSpeed = p === 0 ? 0 : 1 / v0;
    const perShifted = 1 / (v0 + ADHESION_SPEED);
    for (let k = 0; k < DEGREE; k++) {
      let a = c1 * v[k]! - gamma * x[k]!;
      if (k === 0) a += c0;
      let twice = 0;
      const half = (k + 1) >> 1;
      for (let i = 0; i < half; i++) twice += v[i]! * v[k - i]!;
      twice += twice;
      if ((k & 1) === 0) twice += v[k >> 1]! * v[k >> 1]!;
      square[k] = twice;
      a += c2 * twice;
      if (p !== 0) {
        let sum = k === 0 ? -1 : 0;
        for (let i = 1; i <= k; i++) sum += v[i]! * inverse[k - i]!;
        inverse[k] = -sum * perSpeed;
        a += p * inverse[k]!;
      }
      if (q !== 0) {
        let sum = k === 0 ? -1 : 0;
        for (let i = 1; i <= k; i++) sum += v[i]! * shifted[k - i]!;
        shifted[k] = -sum * perShifted;
        a += q * shifted[k]!;
      }
      v[k + 1] = a / (k + 1);
      x[k + 2] = v[k + 1]! / (k + 2);
    }
  }

  /** Time span (s, may be `Infinity`) over which the series keeps its tolerance. */
  reach(): number {
    if (this.degree < DEGREE) return Number.POSITIVE_INFINITY;
    const bound = TOLERANCE * (this.speed[0]! + 1);
    const last = Math.abs(this.speed[DEGREE]!);
    const before = Math.abs(this.speed[DEGREE - 1]!);
    let h = last === 0 ? LONGEST : Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(bound / last))));
    if (h > LONGEST) h = LONGEST;
    // The last coefficient may vanish by chance: the one before it has to fit as well.
    let power = before;
    for (let i = 1; i < DEGREE; i++) power *= h;
    while (power > 10 * bound) {
      h *= BACK_OFF;
      power *= BACK_OFF_POWER;
    }
    return h;
  }

  /**
   * Into how many parts a step of `h` is noted down, so that quintic interpolation between them keeps the speed to
   * {@link NOTED}: its error is about a tenth of the sixth-order term.
   */
  partsWithin(h: number): number {
    if (this.degree < DEGREE) return 1;
    let error = Math.abs(this.distance[6]! * h * h * h * h * h) / 10;
    const bound = NOTED * (this.speed[0]! + 1);
    let parts = 1;
    while (error > bound && parts < 32) {
      parts *= 2;
      error /= 32;
    }
    return parts;
  }

  speedAt(t: number): number {
    const v = this.speed;
    let sum = v[this.degree]!;
    for (let k = this.degree - 1; k >= 0; k--) sum = sum * t + v[k]!;
    return sum;
  }

  accelerationAt(t: number): number {
    const v = this.speed;
    let sum = this.degree * v[this.degree]!;
    for (let k = this.degree - 1; k >= 1; k--) sum = sum * t + k * v[k]!;
    return sum;
  }

  distanceAt(t: number): number {
    const x = this.distance;
    let sum = x[this.degree + 1]!;
    for (let k = this.degree; k >= 1; k--) sum = sum * t + x[k]!;
    return sum * t;
  }

  /** Work (J) of the effort `f0 + f1 v + p / v + q / (v + w)` up to time `t`; `f` are forces, not accelerations. */
  workAt(t: number, f0: number, f1: number, p: number, q: number): number {
    if (this.degree === 1) {
      const v0 = this.speed[0]!;
      const gained = this.speed[1]! * t;
      return f0 * this.distanceAt(t) + f1 * t * (v0 * (v0 + gained) + (gained * gained) / 3);
    }
    const v = this.speed;
    const square = this.#square;
    const shifted = this.#inverseShifted;
    let sum = 0;
    for (let k = DEGREE - 1; k >= 0; k--) {
      let power = f0 * v[k]!;
      if (f1 !== 0) power += f1 * square[k]!;
      if (q !== 0) power -= q * ADHESION_SPEED * shifted[k]!;
      if (k === 0) power += p + q;
      sum = sum * t + power / (k + 1);
    }
    return sum * t;
  }

  /** Time in [0, h] at which `distance` is covered; distance must be at least that at 0 and at most that at `h`. */
  timeAtDistance(distance: number, h: number): number {
    let low = 0;
    let high = h;
    let t = (h * distance) / this.distanceAt(h);
    for (let i = 0; i < 100; i++) {
      if (!(t >= low && t <= high)) t = (low + high) / 2;
      const miss = this.distanceAt(t) - distance;
      if (miss > 0) high = t;
      else low = t;
      const next = t - miss / this.speedAt(t);
      if (Math.abs(next - t) <= CLOSE * t || high - low <= CLOSE * high) return next >= low && next <= high ? next : t;
      t = next;
    }
    return low;
  }

  /** Time in [0, h] at which the speed is `speed`, which lies between those at 0 and `h`. */
  timeAtSpeed(speed: number, h: number): number {
    const rising = this.speedAt(h) > this.speed[0]!;
    let low = 0;
    let high = h;
    let t = (h * (speed - this.speed[0]!)) / (this.speedAt(h) - this.speed[0]!);
    for (let i = 0; i < 100; i++) {
      if (!(t >= low && t <= high)) t = (low + high) / 2;
      const miss = this.speedAt(t) - speed;
      if (miss > 0 === rising) high = t;
      else low = t;
      const next = t - miss / this.accelerationAt(t);
      if (Math.abs(next - t) <= CLOSE * t || high - low <= CLOSE * high) return next >= low && next <= high ? next : t;
      t = next;
    }
    return low;
  }

  /** Time in [0, h] at which the acceleration changes sign. */
  timeAtExtremum(h: number): number {
    const rising = this.speed[1]! > 0;
    let low = 0;
    let high = h;
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (this.accelerationAt(middle) > 0 === rising) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}
