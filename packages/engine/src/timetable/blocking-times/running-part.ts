import { commonGauges, consistOf, type Model, trainLength } from '../../corridor/index.ts';
import { type RunSegment, runTrain, speedAtPosition, type Train, trainOf } from '../../running/index.ts';

/** A part of a service's way that one train runs in one direction, with what its sections need to know of it. */
export interface RunningPart {
  /** Distances (m) from the start of the service at which it begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly path: RunSegment['path'];
  readonly train: Train;
  /** Speed (m/s) of a run without a stop at a distance from the start of the service. */
  readonly passingSpeed: (distance: number) => number;
}

/** Train and speeds of a segment of a service's run, with the helpers that are with it. */
export function runningPart(
  model: Model,
  service: string,
  { start, path }: RunSegment,
  distanceOf: (station: string) => number | undefined,
): RunningPart {
  const type = model.train_types[model.services[service]!.train_type]!;
  const end = start + path.length;
  const helpers = Object.values(type.helpers).flatMap(({ vehicle: id, count, attach, detach }) => {
    const [from, to] = [distanceOf(attach), distanceOf(detach)];
    if (from === undefined || to === undefined || from > start || to < end) return [];
    const vehicle = model.vehicles[id]!;
    return [{ id, vehicle, count, mass: vehicle.mass, load: 0 }];
  });
  const train = trainOf([...consistOf(model, type), ...helpers], model.resistances, type.kind, type.max_speed);
  const fast = Number.POSITIVE_INFINITY;
  const through = runTrain(train, path, { from: 0, startSpeed: fast, to: path.length, endSpeed: fast });
  const passingSpeed = (distance: number) =>
    through.kind === 'run' ? speedAtPosition(through.profile, Math.min(Math.max(distance - start, 0), path.length)) : 0;
  return { start, end, path, train, passingSpeed };
}

/** What a service's train is when it asks for a track: gauges, length, and whether it needs a wire. */
export function trainDemand(
  model: Model,
  service: string,
): { gauges: readonly number[]; length: number; electric: boolean } {
  const consist = consistOf(model, model.train_types[model.services[service]!.train_type]!);
  const supplies = consist.flatMap(({ vehicle }) => (vehicle.traction ? (vehicle.power ?? []) : []));
  const electric = supplies.length > 0 && !supplies.includes('diesel');
  return { gauges: commonGauges(consist), length: trainLength(consist), electric };
}
