import { clockOffset, type Model } from '../../corridor/index.ts';

/** Seconds by which the clock of a station is ahead of the time base. */
export function stationClock(model: Model, station: string): number {
  return clockOffset(model, model.stations[station]!.country);
}
