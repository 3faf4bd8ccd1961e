import { type Model, type ServiceRun, speedAtPosition, timeAtPosition } from '@throughline/engine';

/** A station as one train passes it or stands in it. */
export interface Call {
  readonly station: string;
  readonly name: string;
  /** Distance from the start (km). */
  readonly distance_km: number;
  /** Time since departure at which the front is there (s). */
  readonly arrival_s: number;
  /** Speed in passing (km/h), 0 where it stops. */
  readonly speed_kmh: number;
  readonly reverses: boolean;
}

/** The stations of a run in order, with time and speed of the train's front. */
export function callsOf(model: Model, run: ServiceRun): Call[] {
  return run.route.stations.map(({ station, distance, reverses }) => {
    const segment = run.segments.find(({ start, path }) => distance <= start + path.length + 1e-6) ?? run.segments[0];
    if (!segment) throw new Error('A run has at least one segment.');
    const position = Math.min(Math.max(distance - segment.start, 0), segment.path.length);
    const { profile } = segment.run;
    return {
      station,
      name: model.stations[station]?.name ?? station,
      distance_km: Number((distance / 1000).toFixed(3)),
      arrival_s: Number((segment.departure + timeAtPosition(profile, position)).toFixed(1)),
      speed_kmh: Number((3.6 * speedAtPosition(profile, position)).toFixed(1)),
      reverses,
    };
  });
}
