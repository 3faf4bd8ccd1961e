import type { ConsistPart, Vehicle } from '../corridor/index.ts';
import { STANDARD_GRAVITY } from './conventions.ts';
import type { Traction, Train } from './train.ts';

/**
 * The train that a consist makes: masses, lengths, efforts, resistances and brakes are sums over its vehicles.
 *
 * @param consist - its vehicles with their masses as loaded
 * @param resistances - the corridor's resistance formulas, by id
 * @param kind - freight trains brake in position G, passenger trains in P
 * @param maxSpeed - highest speed of the train (m/s), when below that of its vehicles
 */
export function trainOf(
  consist: readonly ConsistPart[],
  resistances: Readonly<Record<string, { readonly a: number; readonly b: number; readonly c: number }>>,
  kind: 'freight' | 'passenger',
  maxSpeed = Number.POSITIVE_INFINITY,
): Train {
  const sum = (of: (part: ConsistPart) => number) => consist.reduce((total, part) => total + part.count * of(part), 0);
  const mass = sum((part) => part.mass);
  const weight = (part: ConsistPart) => part.mass * STANDARD_GRAVITY;
  return {
    mass,
    length: sum(({ vehicle }) => vehicle.length),
    rotatingMassFactor: 1 + sum(({ vehicle }) => vehicle.mass * vehicle.rotating_mass) / mass,
    maxSpeed: consist.reduce((lowest, { vehicle }) => Math.min(lowest, vehicle.max_speed), maxSpeed),
    traction: consist.flatMap(({ vehicle, count }) => Array.from({ length: count }, () => tractionOf(vehicle)).flat()),
    resistance: {
      kind: 'davis',
      a: sum((part) => weight(part) * resistances[part.vehicle.resistance].a),
      b: sum((part) => weight(part) * resistances[part.vehicle.resistance].b),
      c: sum((part) => weight(part) * resistances[part.vehicle.resistance].c),
    },
    braking: {
      kind: 'brake-percentage',
      percentage: (100 * sum((part) => part.mass * part.vehicle.brake_percentage)) / mass,
      position: kind === 'freight' ? 'G' : 'P',
    },
  };
}

function tractionOf({ traction, mass }: Vehicle): Traction[] {
  if (!traction) return [];
  const { kind, power = 0, starting_effort: maxForce = 0, adhesion_factor: adhesionFactor = 1, points = [] } = traction;
  if (kind === 'curve') return [{ kind: 'table', points }];
  if (kind === 'adhesion') return [{ kind, power, maxForce, adhesionFactor, adhesiveMass: mass }];
  return [{ kind, power, maxForce }];
}
