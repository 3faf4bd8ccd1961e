import type { Model, Route } from '../../corridor/index.ts';

/**
 * Least standing times of a service by index of the station on its route: stops of the service, reversals, helpers that
 * join or leave, border stations (which add no time of their own), and what the caller adds.
 */
export function standingTimes(
  model: Model,
  service: string,
  route: Route,
  added: Readonly<Record<string, number>>,
): Map<number, number> {
  const { stops, train_type } = model.services[service]!;
  const helpers = Object.values(model.train_types[train_type]!.helpers);
  const border = new Set(
    Object.values(model.borders).flatMap(({ approaches }) => Object.values(approaches).map(({ at }) => at)),
  );
  const times = new Map<number, number>();
  for (const [i, { station, reverses }] of route.stations.entries()) {
    if (i === 0 || i === route.stations.length - 1) continue;
    const least = [
      stops[station]?.dwell,
      reverses ? (model.stations[station]!.reversal?.time ?? 0) : undefined,
      ...helpers.map(({ attach, detach, time }) => (attach === station || detach === station ? time : undefined)),
      border.has(station) ? 0 : undefined,
      added[station],
    ].filter((time) => time !== undefined);
    if (least.length > 0) times.set(i, Math.max(...least));
  }
  return times;
}
