import type { ServiceOutcome } from '../../running/index.ts';
import type { OperationsResult } from './operations-result.ts';

/** What simulated days have shown of vehicles, as parts: for draws in which no days are simulated, too. */
export interface VehiclesSeen {
  /** By service: time for which a train holds its vehicles, over that of its run alone. */
  readonly held: Readonly<Record<string, number>>;
  /** By `service/vehicle`: vehicles of the fleet there are, over those on trains. */
  readonly standing: Readonly<Record<string, number>>;
}

const DAY = 86_400;

/**
 * For how long trains hold their vehicles (Little's law), and how many vehicles there are for each that is on a train.
 *
 * @param runs - one train of each service alone
 * @param seen - what simulated days have shown
 * @returns parts, of services that ran and fleets that were followed
 * @example
 * ```ts
 * vehiclesSeen(outcome.services, outcome.operations).held['north-freight']; // 1.2: a fifth longer than the run
 * ```
 */
export function vehiclesSeen(
  runs: Readonly<Record<string, ServiceOutcome>>,
  { services, fleets = [] }: Pick<OperationsResult, 'services'> & Partial<Pick<OperationsResult, 'fleets'>>,
): VehiclesSeen {
  const held = Object.entries(services).flatMap(([id, { arrived, onTheWay }]) => {
    const run = runs[id];
    return run?.kind === 'run' && arrived > 0 ? [[id, (DAY * onTheWay.mean) / arrived / run.time] as const] : [];
  });
  const standing = fleets.flatMap((fleet) =>
    fleet.onTrains.mean > 0
      ? fleet.services.flatMap((service) =>
          fleet.vehicles.map((vehicle) => [`${service}/${vehicle}`, fleet.units / fleet.onTrains.mean] as const),
        )
      : [],
  );
  return { held: Object.fromEntries(held), standing: Object.fromEntries(standing) };
}
