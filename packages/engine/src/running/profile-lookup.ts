import type { Profile } from './run-recorder.ts';

/** State between two rows: quintic Hermite in time through position, speed and acceleration at both ends. */
function positionWithin(profile: Profile, i: number, t: number): number {
  const h = profile.time[i + 1]! - profile.time[i]!;
  const { c3, c4, c5 } = quintic(profile, i, h);
  const u = t / h;
  return (
    profile.position[i]! +
    (profile.speed[i]! + (profile.acceleration[i]! / 2) * t) * t +
    u * u * u * (c3 + u * (c4 + u * c5))
  );
}

function speedWithin(profile: Profile, i: number, t: number): number {
  const h = profile.time[i + 1]! - profile.time[i]!;
  const { c3, c4, c5 } = quintic(profile, i, h);
  const u = t / h;
  return profile.speed[i]! + profile.acceleration[i]! * t + ((u * u) / h) * (3 * c3 + u * (4 * c4 + 5 * u * c5));
}

function quintic(profile: Profile, i: number, h: number): { c3: number; c4: number; c5: number } {
  const v0 = profile.speed[i]!;
  const a0 = profile.acceleration[i]!;
  const rest = profile.position[i + 1]! - profile.position[i]! - (v0 + (a0 / 2) * h) * h;
  const gain = (profile.speed[i + 1]! - v0 - a0 * h) * h;
  const bend = (profile.accelerationAtEnd[i]! - a0) * h * h;
  return {
    c3: 10 * rest - 4 * gain + bend / 2,
    c4: -15 * rest + 7 * gain - bend,
    c5: 6 * rest - 3 * gain + bend / 2,
  };
}

/** Last row whose value in `column` is at most `value` (before: less than `value`). */
function rowAt(column: Float64Array, value: number, before: boolean): number {
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at = column[middle]!;
    if (before ? at < value : at <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Row and time within it at which the front reaches `position` for the first time. */
function reach(profile: Profile, position: number): { row: number; t: number } {
  const rows = profile.position.length;
  const first = profile.position[0]!;
  const last = profile.position[rows - 1]!;
  if (!(position >= first && position <= last)) {
    throw new RangeError(`position: found ${position}, expected a position of the run, ${first} to ${last} m`);
  }
  const row = rowAt(profile.position, position, true);
  if (profile.position[row]! >= position || row === rows - 1) return { row, t: 0 };
  const h = profile.time[row + 1]! - profile.time[row]!;
  if (profile.position[row + 1]! === position) return { row, t: h };
  let low = 0;
  let high = h;
  let t = (h * (position - profile.position[row]!)) / (profile.position[row + 1]! - profile.position[row]!);
  for (let i = 0; i < 80; i++) {
    const miss = positionWithin(profile, row, t) - position;
    if (miss > 0) high = t;
    else low = t;
    let next = t - miss / speedWithin(profile, row, t);
    if (!(next >= low && next <= high)) next = (low + high) / 2;
    if (Math.abs(next - t) <= 1e-15 * h) return { row, t: next };
    t = next;
  }
  return { row, t: low };
}

/**
 * Time at which the front reaches a position; at a stop the arrival.
 *
 * @param profile profile of a run
 * @param position position of the front, m, within the run
 * @returns time since the start of the run, s
 * @throws RangeError when the position lies outside the run
 * @example
 * ```ts
 * timeAtPosition(run.profile, 8500).toFixed(2); // '575.15'
 * ```
 */
export function timeAtPosition(profile: Profile, position: number): number {
  const { row, t } = reach(profile, position);
  return profile.time[row]! + t;
}

/**
 * Speed (m/s) of the train with its front at a position.
 *
 * @param profile profile of a run
 * @param position position of the front, m, within the run
 * @throws RangeError when the position lies outside the run
 * @example
 * ```ts
 * speedAtPosition(run.profile, 8500); // 16
 * ```
 */
export function speedAtPosition(profile: Profile, position: number): number {
  const { row, t } = reach(profile, position);
  if (t === 0) return profile.speed[row]!;
  if (t === profile.time[row + 1]! - profile.time[row]!) return profile.speed[row + 1]!;
  return speedWithin(profile, row, t);
}

/**
 * Position (m) of the front at a time.
 *
 * @param profile profile of a run
 * @param time time since the start of the run, s, within the run
 * @throws RangeError when the time lies outside the run
 * @example
 * ```ts
 * positionAtTime(run.profile, 60).toFixed(2); // '344.93'
 * ```
 */
export function positionAtTime(profile: Profile, time: number): number {
  const rows = profile.time.length;
  if (!(time >= profile.time[0]! && time <= profile.time[rows - 1]!)) {
    throw new RangeError(`time: found ${time}, expected a time of the run, 0 to ${profile.time[rows - 1]} s`);
  }
  const row = rowAt(profile.time, time, false);
  const t = time - profile.time[row]!;
  return t === 0 || row === rows - 1 ? profile.position[row]! : positionWithin(profile, row, t);
}
