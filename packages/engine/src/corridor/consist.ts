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

/** The vehicles of a train type with their masses as loaded. */
export function consistOf(model: Model, type: TrainType): ConsistPart[] {
  return Object.values(type.consist).map(({ vehicle: id, count, load }) => {
    const vehicle = model.vehicles[id];
    const payload = (vehicle.payload ?? 0) * (load ?? 0);
    return { id, vehicle, count, mass: vehicle.mass + payload, load: payload };
  });
}

/** Length of a train (m), the sum over its vehicles. */
export function trainLength(consist: readonly ConsistPart[]): number {
  return consist.reduce((sum, { count, vehicle }) => sum + count * vehicle.length, 0);
}

/** Mass of a train (kg), the sum over its vehicles as loaded. */
export function trainMass(consist: readonly ConsistPart[]): number {
  return consist.reduce((sum, { count, mass }) => sum + count * mass, 0);
}

/** Net load of a train (kg). */
export function netLoad(consist: readonly ConsistPart[]): number {
  return consist.reduce((sum, { count, load }) => sum + count * load, 0);
}

/** Mass behind the locomotives (kg). */
export function trailingMass(consist: readonly ConsistPart[]): number {
  return consist
    .filter(({ vehicle }) => vehicle.kind !== 'locomotive')
    .reduce((sum, { count, mass }) => sum + count * mass, 0);
}

/** Gauges (m) that every vehicle of the train can run on; empty when there is none. */
export function commonGauges(consist: readonly ConsistPart[]): number[] {
  const [first, ...others] = consist;
  if (!first) return [];
  return first.vehicle.gauges.filter((gauge) =>
    others.every(({ vehicle }) => vehicle.gauges.some((own) => sameGauge(own, gauge))),
  );
}
