import type { TrainTable } from '../line/train-table.ts';
import type { DayClock } from './day-clock.ts';
import type { PlannedDay } from './planned-day.ts';
import type { ServiceTable } from './service-table.ts';
import { punctualWithin, type ServiceTally } from './service-tally.ts';
import type { Shipments } from './shipments.ts';

/** What is counted of trains that have ended. */
export interface TrainEndsInput {
  readonly day: PlannedDay;
  readonly services: ServiceTable;
  readonly trains: TrainTable;
  readonly shipments: Shipments;
  readonly tallies: readonly ServiceTally[];
  readonly clock: DayClock;
}

/**
 * Counts trains that have ended: their time, what it was spent on, and whether they were punctual.
 *
 * @example
 * ```ts
 * const ends = new TrainEnds({ day, services, trains, shipments, tallies, clock });
 * ends.count(row, [shipment], 90_000);
 * ```
 */
export class TrainEnds {
  /** Trains that arrived since the very beginning, for the balance. */
  arrived = 0;
  readonly #of: TrainEndsInput;

  constructor(of: TrainEndsInput) {
    this.#of = of;
  }

  /** Counts a train with what it carried; throws when its causes do not add up to its time. */
  count(row: number, load: readonly number[], time: number): void {
    const { day, services, trains, shipments, tallies, clock } = this.#of;
    const template = trains.template[row]!;
    const service = services.ofTrain[template]!;
    const tally = tallies[service]!;
    const begin = trains.begin[row]!;
    const { causes, spent } = trains;
    this.arrived++;
    tally.inside--;
    let sum = 0;
    for (let cause = 0; cause < causes; cause++) sum += spent[row * causes + cause]!;
    if (Math.abs(sum - (time - begin)) > 1e-3)
      throw new Error(`causes of ${day.problem.trains[template]!.id} add up to ${sum} s, not to ${time - begin} s`);
    if (begin < clock.measuredFrom) return;
    tally.arrived++;
    for (let i = 0; i < load.length; i++) tally.carried += shipments.weight[load[i]!]!;
    tally.times.add(time - begin);
    tally.trainSeconds += time - begin;
    for (let cause = 0; cause < causes; cause++) tally.spent[cause]! += spent[row * causes + cause]!;
    if (!services.isFed[service] || services.isScheduled[service]) this.#countLateness(row, tally, time);
  }

  /** Trains that follow their load have no time that they could keep. */
  #countLateness(row: number, tally: ServiceTally, time: number): void {
    const { day, trains } = this.#of;
    const path = day.paths[trains.template[row]!]!;
    const planned = path.stays.at(-1)!.arrival + trains.day[row]! * (day.problem.period ?? 0);
    tally.timed++;
    for (let i = 0; i < punctualWithin.length; i++) if (time - planned <= punctualWithin[i]!) tally.punctual[i]!++;
  }
}
