import { pow } from '../numerics/elementary.ts';

/**
 * The brake of a train after its braked-weight percentage: deceleration on level track by speed, and the time it takes
 * to build up.
 */
export type PercentageBrake = {
  /** Upper speed of each step, m/s; the last is `Infinity`. */
  readonly upper: Float64Array;
  /** Deceleration in each step, m/s². */
  readonly deceleration: Float64Array;
  /** Time from the command until the brake works, as a step of equal stopping distance, s. */
  readonly buildUpTime: number;
};

/** Smallest and largest percentage of the conversion model. */
export const BRAKE_PERCENTAGE_RANGE = [30, 250] as const;

/** Cubic polynomials in the percentage for the speeds above the first step, up to `upTo` km/h. */
const STEPS = [
  { upTo: 100, c: [0.0663, 4.72e-3, 6.1e-5, -6.3e-7] },
  { upTo: 120, c: [0.13, 5.14e-3, -4.54e-6, 2.73e-7] },
  { upTo: 150, c: [0.0479, 5.81e-3, -6.76e-6, 5.58e-8] },
  { upTo: 180, c: [0.048, 5.52e-3, -3.85e-6, 3e-8] },
  { upTo: Number.POSITIVE_INFINITY, c: [0.0559, 5.06e-3, 1.66e-6, 3.23e-9] },
] as const;

/**
 * Deceleration and build-up time of an emergency braking from braked-weight percentage.
 *
 * The conversion model of the European train control system, SUBSET-026 (3.6.0) appendix A.3.7, which restates the
 * stopping distances of UIC 544-1: up to `16.85 λ^0.428` km/h the deceleration is `0.0075 λ + 0.076`, above it a cubic
 * polynomial in λ for each range of speed. The build-up time depends on brake position and train length; a train
 * longer than the model's 900 m keeps to the formula for such trains up to 1500 m.
 *
 * @param percentage braked-weight percentage λ, 30…250
 * @param position brake position, `G` (goods) or `P` (passenger)
 * @param trainLength length of the train, m, 0…1500
 * @returns the brake, SI units
 * @example
 * ```ts
 * percentageBrake(65, 'G', 450).deceleration[0]; // 0.5635
 * ```
 */
export function percentageBrake(percentage: number, position: 'G' | 'P', trainLength: number): PercentageBrake {
  const firstUpTo = 16.85 * pow(percentage, 0.428);
  const upper = [firstUpTo / 3.6];
  const deceleration = [0.0075 * percentage + 0.076];
  for (const { upTo, c } of STEPS) {
    if (upTo <= firstUpTo) continue;
    upper.push(upTo / 3.6);
    deceleration.push(c[0] + (c[1] + (c[2] + c[3] * percentage) * percentage) * percentage);
  }
  return {
    upper: Float64Array.from(upper),
    deceleration: Float64Array.from(deceleration),
    buildUpTime: buildUpTime(position, trainLength),
  };
}

function buildUpTime(position: 'G' | 'P', trainLength: number): number {
  const hundreds = (position === 'P' ? Math.max(400, trainLength) : trainLength) / 100;
  if (trainLength > 900) return -0.4 + (1.6 + 0.03 * hundreds) * hundreds;
  return position === 'P' ? 2.3 + 0.17 * hundreds * hundreds : 12 + 0.05 * hundreds * hundreds;
}

/**
 * Highest speed from which the train stops within a distance: build-up at unchanged speed, then full braking.
 *
 * @param brake the brake, see {@link percentageBrake}
 * @param gradeDeceleration what the gradient adds, m/s², negative on a descent
 * @param distance available distance, m
 * @returns speed, m/s; 0 when the brake cannot hold the train on that descent
 * @example
 * ```ts
 * stoppableSpeed(percentageBrake(65, 'G', 450), -0.1, 800).toFixed(3); // '21.861'
 * ```
 */
export function stoppableSpeed(brake: PercentageBrake, gradeDeceleration: number, distance: number): number {
  let low = 0;
  let used = 0;
  for (let k = 0; k < brake.upper.length; k++) {
    const b = brake.deceleration[k]! + gradeDeceleration;
    if (b <= 0) return low;
    // v T + used + (v² − low²) / 2b = distance
    const t = brake.buildUpTime * b;
    const room = 2 * b * (distance - used) + low * low;
    const speed = room <= 0 ? 0 : room / (t + Math.sqrt(t * t + room));
    if (speed <= brake.upper[k]!) return speed;
    used += (brake.upper[k]! * brake.upper[k]! - low * low) / (2 * b);
    low = brake.upper[k]!;
  }
  return low;
}
