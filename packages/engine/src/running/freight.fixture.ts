import type { Path } from './path.ts';
import type { Train } from './train.ts';

/** A 1,200 t freight train of 450 m behind 2.4 MW, braked at a constant net rate. */
export const freight: Train = {
  mass: 1.2e6,
  length: 450,
  rotatingMassFactor: 1.06,
  maxSpeed: 80 / 3.6,
  traction: [{ kind: 'power', power: 2.4e6, maxForce: 2.6e5 }],
  resistance: { kind: 'davis', a: 14000, b: 240, c: 28 },
  braking: { kind: 'constant-net', deceleration: 0.3 },
};

/** The same train braked by 65 per cent in position G. */
export const braked: Train = { ...freight, braking: { kind: 'brake-percentage', percentage: 65, position: 'G' } };

/** Even stretches of equal length with the given gradients in per mille. */
export function hills(length: number, permille: readonly number[], speed = 20): Path {
  const step = length / permille.length;
  return {
    length,
    speedLimits: [{ from: 0, to: length, speed }],
    gradients: permille.map((p, i) => ({ from: i * step, to: (i + 1) * step, gradient: p / 1000 })),
    curves: [],
  };
}

/** A level path with one limit. */
export function level(length: number, speed = 20): Path {
  return hills(length, [0], speed);
}
