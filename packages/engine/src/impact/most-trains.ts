import type { Model } from '../corridor/index.ts';

const DAY = 86_400;

/**
 * Trains a second of every service when each runs as often as it wants: scheduled ones by their timetable, others at most.
 *
 * @param model - the corridor
 * @returns trains a second by service
 * @example
 * ```ts
 * mostTrains(model)['container-south']; // 6 / 86_400
 * ```
 */
export function mostTrains({ services }: Model): Record<string, number> {
  return Object.fromEntries(
    Object.entries(services).map(([id, { kind, most = 0, daily = 1 }]) => [
      id,
      kind === 'scheduled' ? daily / DAY : most,
    ]),
  );
}
