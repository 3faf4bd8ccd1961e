import type { Model } from './model.ts';
import { sameGauge } from './route.ts';

/** A train type as drawn. */
export type TrainType = Model['train_types'][string];
/** A vehicle as drawn. */
export type Vehicle = Model['vehicles'][string];

/** A number of equal vehicles of a train, with the mass of one as loaded (kg). */
export interface ConsistPart {
  readonly id: string;
  readonly vehicle: Vehicle;
  readonly count: number;
  readonly mass: number;
  /** Payload of one (kg). */
  readonly load: number;
}

/**
 * The vehicles of a train type with their masses as loaded.
 *
 * @param model - the corridor as drawn
 * @param type - one of its train types
 * @returns one part for each entry of the consist, in the order of the file
 * @example
 * ```ts
 * trainMass(consistOf(model, model.train_types.freight)); // kg
 * ```
 */
export function consistOf(model: Model, type: TrainType): ConsistPart[] {
  return Object.values(type.consist).map(({ vehicle: id, count, load }) => {
    const vehicle = model.vehicles[id];
    const payload = (vehicle.payload ?? 0) * (load ?? 0);
    return { id, vehicle, count, mass: vehicle.mass + payload, load: payload };
  });
}

/**
 * Length of a train (m), the sum over its vehicles.
 *
 * @param consist - the vehicles of the train
 * @returns length (m)
 * @example
 * ```ts
 * trainLength([{ count: 2, vehicle: { length: 20 } }, { count: 30, vehicle: { length: 14 } }]); // 460
 * ```
 */
export function trainLength(consist: readonly ConsistPart[]): number {
  return consist.reduce((sum, { count, vehicle }) => sum + count * vehicle.length, 0);
}

/**
 * Mass of a train (kg), the sum over its vehicles as loaded.
 *
 * @param consist - the vehicles of the train
 * @returns mass (kg)
 * @example
 * ```ts
 * trainMass([{ count: 1, mass: 120_000 }, { count: 30, mass: 80_000 }]); // 2_520_000
 * ```
 */
export function trainMass(consist: readonly ConsistPart[]): number {
  return consist.reduce((sum, { count, mass }) => sum + count * mass, 0);
}

/**
 * Net load of a train (kg).
 *
 * @param consist - the vehicles of the train
 * @returns mass of the payload (kg)
 * @example
 * ```ts
 * netLoad([{ count: 1, load: 0 }, { count: 30, load: 56_000 }]); // 1_680_000
 * ```
 */
export function netLoad(consist: readonly ConsistPart[]): number {
  return consist.reduce((sum, { count, load }) => sum + count * load, 0);
}

/**
 * Mass behind the locomotives (kg).
 *
 * @param consist - the vehicles of the train
 * @returns mass (kg) of all vehicles that are no locomotives
 * @example
 * ```ts
 * const locomotive = { count: 1, mass: 120_000, vehicle: { kind: 'locomotive' } };
 * trailingMass([locomotive, { count: 30, mass: 80_000, vehicle: { kind: 'wagon' } }]); // 2_400_000
 * ```
 */
export function trailingMass(consist: readonly ConsistPart[]): number {
  return consist
    .filter(({ vehicle }) => vehicle.kind !== 'locomotive')
    .reduce((sum, { count, mass }) => sum + count * mass, 0);
}

/**
 * Gauges (m) that every vehicle of the train can run on; empty when there is none.
 *
 * @param consist - the vehicles of the train
 * @returns gauges (m), in the order of its first vehicle
 * @example
 * ```ts
 * commonGauges([{ vehicle: { gauges: [1, 1.435] } }, { vehicle: { gauges: [1.435] } }]); // [1.435]
 * ```
 */
export function commonGauges(consist: readonly ConsistPart[]): number[] {
  const [first, ...others] = consist;
  if (!first) return [];
  return first.vehicle.gauges.filter((gauge) =>
    others.every(({ vehicle }) => vehicle.gauges.some((own) => sameGauge(own, gauge))),
  );
}
