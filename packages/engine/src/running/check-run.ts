import { BRAKE_PERCENTAGE_RANGE } from './brake-percentage.ts';
import type { RunningConventions } from './conventions.ts';
import { InvalidRunError, type RunningProblem } from './invalid-input.ts';
import type { Journey, Path, Stop } from './path.ts';
import type { Resistance, Traction, Train } from './train.ts';

/** Longest train for which the conversion model of the percentage brake holds, m. */
const LONGEST_PERCENTAGE_TRAIN = 1500;

/** Collects what is wrong with the data of a run. */
class Checker {
  readonly problems: RunningProblem[] = [];

  add(place: string, found: unknown, expected: string): void {
    this.problems.push({ place, found: String(found), expected });
  }

  number(place: string, value: number, low: number, expected: string, open = false): boolean {
    const sound = Number.isFinite(value) && (open ? value > low : value >= low);
    if (!sound) this.add(place, value, expected);
    return sound;
  }
}

/** Throws {@link InvalidRunError} with everything that is wrong with a train, a path and conventions. */
export function checkTrainAndPath(train: Train, path: Path, conventions: RunningConventions): void {
  const check = new Checker();
  checkTrain(check, train);
  checkPath(check, path);
  check.number('conventions.gravity', conventions.gravity, 0, 'a number above 0 (m/s²)', true);
  if (!(conventions.stepFactor > 0 && conventions.stepFactor <= 1)) {
    check.add('conventions.stepFactor', conventions.stepFactor, 'a number above 0, at most 1');
  }
  if (check.problems.length > 0) throw new InvalidRunError(check.problems);
}

/** Throws {@link InvalidRunError} with everything that is wrong with a journey; returns it with its defaults filled in. */
export function checkJourney(
  journey: Journey,
  path: Path,
): { from: number; to: number; startSpeed: number; endSpeed: number; stops: readonly Stop[] } {
  const check = new Checker();
  const stops = journey.stops ?? [];
  const from = journey.from ?? 0;
  const to = journey.to ?? stops[stops.length - 1]?.position ?? path.length;
  const startSpeed = journey.startSpeed ?? 0;
  const endSpeed = journey.endSpeed ?? 0;
  if (!(from >= 0 && from <= path.length)) check.add('journey.from', from, `a position from 0 to ${path.length} m`);
  if (!(to >= from && to <= path.length)) check.add('journey.to', to, `a position from ${from} to ${path.length} m`);
  if (!(startSpeed >= 0)) check.add('journey.startSpeed', startSpeed, 'a speed of 0 or more (m/s)');
  if (!(endSpeed >= 0)) check.add('journey.endSpeed', endSpeed, 'a speed of 0 or more (m/s)');
  let last = from;
  for (let i = 0; i < stops.length; i++) {
    const { position, dwell } = stops[i]!;
    if (!(position >= last && position <= to)) {
      check.add(
        `journey.stops[${i}].position`,
        position,
        `a position from ${last} to ${to} m, stops in order of travel`,
      );
    } else last = position;
    check.number(`journey.stops[${i}].dwell`, dwell, 0, 'a time of 0 or more (s)');
  }
  if (stops[0]?.position === from && startSpeed > 0) {
    check.add('journey.startSpeed', startSpeed, '0, because the first stop lies where the journey starts');
  }
  const driving = journey.driving;
  if (driving?.kind === 'coasting') {
    if ('supplement' in driving) {
      check.number('journey.driving.supplement', driving.supplement, 0, 'a share of 0 or more');
    } else if (!(driving.switchSpeedShare > 0 && driving.switchSpeedShare <= 1)) {
      check.add('journey.driving.switchSpeedShare', driving.switchSpeedShare, 'a share above 0, at most 1');
    }
  }
  if (check.problems.length > 0) throw new InvalidRunError(check.problems);
  return { from, to, startSpeed, endSpeed, stops };
}

function checkTrain(check: Checker, train: Train): void {
  check.number('train.mass', train.mass, 0, 'a mass above 0 (kg)', true);
  check.number('train.length', train.length, 0, 'a length of 0 or more (m)');
  check.number('train.rotatingMassFactor', train.rotatingMassFactor, 1, 'a factor of 1 or more');
  check.number('train.maxSpeed', train.maxSpeed, 0, 'a speed above 0 (m/s)', true);
  for (let i = 0; i < train.traction.length; i++) checkTraction(check, `train.traction[${i}]`, train.traction[i]!);
  checkResistance(check, train.resistance);
  const { braking } = train;
  if (braking.kind === 'constant-net') {
    check.number('train.braking.deceleration', braking.deceleration, 0, 'a deceleration above 0 (m/s²)', true);
  } else if (braking.kind === 'constant-force') {
    check.number('train.braking.force', braking.force, 0, 'a force above 0 (N)', true);
  } else {
    const [low, high] = BRAKE_PERCENTAGE_RANGE;
    if (!(braking.percentage >= low && braking.percentage <= high)) {
      check.add('train.braking.percentage', braking.percentage, `a braked-weight percentage from ${low} to ${high}`);
    }
    const share = braking.serviceShare;
    if (share !== undefined && !(share > 0 && share <= 1)) {
      check.add('train.braking.serviceShare', share, 'a share above 0, at most 1');
    }
    if (train.length > LONGEST_PERCENTAGE_TRAIN) {
      check.add('train.length', train.length, `at most ${LONGEST_PERCENTAGE_TRAIN} m with a brake percentage`);
    }
  }
}

function checkTraction(check: Checker, place: string, traction: Traction): void {
  if (traction.kind === 'table') {
    checkPoints(check, `${place}.points`, traction.points);
    return;
  }
  check.number(`${place}.power`, traction.power, 0, 'a power of 0 or more (W)');
  check.number(`${place}.maxForce`, traction.maxForce, 0, 'a finite force of 0 or more (N)');
  if (traction.kind === 'adhesion') {
    check.number(`${place}.adhesionFactor`, traction.adhesionFactor, 0, 'a factor of 0 or more');
    check.number(`${place}.adhesiveMass`, traction.adhesiveMass, 0, 'a mass of 0 or more (kg)');
  }
}

function checkResistance(check: Checker, resistance: Resistance): void {
  if (resistance.kind === 'table') {
    checkPoints(check, 'train.resistance.points', resistance.points);
    return;
  }
  check.number('train.resistance.a', resistance.a, 0, 'a force of 0 or more (N)');
  check.number('train.resistance.b', resistance.b, 0, '0 or more (N per m/s)');
  check.number('train.resistance.c', resistance.c, 0, '0 or more (N per m²/s²)');
}

function checkPoints(check: Checker, place: string, points: readonly (readonly [number, number])[]): void {
  if (points.length === 0) check.add(place, 'no points', 'at least one point [speed, force]');
  let last = -1;
  for (let i = 0; i < points.length; i++) {
    const [speed, force] = points[i]!;
    if (!(Number.isFinite(speed) && speed >= 0 && speed > last)) {
      check.add(`${place}[${i}][0]`, speed, last < 0 ? 'a speed of 0 or more (m/s)' : `a speed above ${last} m/s`);
    } else last = speed;
    check.number(`${place}[${i}][1]`, force, 0, 'a force of 0 or more (N)');
  }
}

function checkPath(check: Checker, path: Path): void {
  check.number('path.length', path.length, 0, 'a length above 0 (m)', true);
  if (path.brakingDistance !== undefined) {
    check.number('path.brakingDistance', path.brakingDistance, 0, 'a distance above 0 (m)', true);
  }
  path.speedLimits.forEach((limit, i) => {
    checkStretch(check, `path.speedLimits[${i}]`, limit.from, limit.to);
    check.number(`path.speedLimits[${i}].speed`, limit.speed, 0, 'a speed above 0 (m/s)', true);
  });
  path.curves.forEach((curve, i) => {
    checkStretch(check, `path.curves[${i}]`, curve.from, curve.to);
    check.number(`path.curves[${i}].resistance`, curve.resistance, 0, 'a resistance of 0 or more');
  });
  for (let i = 0; i < path.gradients.length; i++) {
    const place = `path.gradients[${i}]`;
    const { from, to, gradient } = path.gradients[i]!;
    checkStretch(check, place, from, to);
    if (!(gradient >= -1 && gradient <= 1)) {
      check.add(`${place}.gradient`, gradient, 'a gradient from -1 to 1 (rise over run)');
    }
    const before = path.gradients[i - 1];
    if (before !== undefined && !(Math.abs(before.to - from) <= 1e-6)) {
      check.add(`${place}.from`, from, `${before.to} m, where the gradient before it ends`);
    }
  }
}

function checkStretch(check: Checker, place: string, from: number, to: number): void {
  if (!Number.isFinite(from)) check.add(`${place}.from`, from, 'a position (m)');
  if (!(Number.isFinite(to) && to >= from)) check.add(`${place}.to`, to, `a position of ${from} m or more`);
}
