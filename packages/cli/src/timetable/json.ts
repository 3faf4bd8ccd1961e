import type { SectionCapacity, TimetableTrain } from '@throughline/engine';
import type { Found } from './found.ts';
import type { TimetableCommandOptions } from './timetable-options.ts';

/**
 * The timetable for other programs: times in s of the time base UTC, and the clock of each station beside it.
 *
 * @param found - what was found
 * @param asked - the option, and what the command line says
 */
export function timetableJson(
  { plan, sections, saturations, works }: Found,
  { option, scenario, seed, capacity, blocking }: TimetableCommandOptions & { readonly option: string },
) {
  return {
    option,
    scenario: scenario ?? null,
    seed,
    period_s: plan.period,
    clocks_s: plan.clocks,
    trains: plan.trains.map((train) => trainJson(train, blocking === true)),
    refused: plan.refused,
    forbidden_stops: plan.forbiddenStops,
    cost_s: plan.cost,
    bound_s: plan.bound,
    work: plan.work,
    ...(capacity
      ? {
          sections: sections.map(sectionJson),
          saturations: saturations.map(({ services, added, byService, refused }) => ({
            services,
            added,
            by_service: byService,
            refused,
          })),
        }
      : {}),
    ...(works
      ? {
          works: works.map(({ station, ...found }) => ({
            section: station.section,
            line: station.line,
            chainage_m: station.at,
            track_length_m: station.trackLength,
            occupancy_before: found.occupancyBefore,
            occupancy_after: found.occupancyAfter,
            trains_before: found.trainsBefore,
            trains_after: found.trainsAfter,
            gained: found.gained,
            refused: found.refused,
          })),
        }
      : {}),
  };
}

function trainJson(train: TimetableTrain, blocking: boolean) {
  const { id, service, number, departure, arrival, shift, alone, events } = train;
  return {
    id,
    service,
    number,
    departure_s: departure,
    arrival_s: arrival,
    shift_s: shift,
    alone_s: alone,
    calls: events.map(({ station, distance, track, arrival, departure, stop, waits }) => ({
      station,
      distance_km: Number((distance / 1000).toFixed(3)),
      track,
      arrival_s: arrival,
      departure_s: departure,
      stop,
      waits,
    })),
    ...(blocking ? { blocking: train.blocking } : {}),
  };
}

function sectionJson(capacity: SectionCapacity) {
  return {
    section: capacity.section,
    trains_per_day: capacity.trainsPerDay,
    occupancy: capacity.occupancyRate,
    limit: capacity.limit,
    consumption: capacity.consumption,
    pairs_per_day: capacity.pairsPerDay,
    scott_trains_per_day: capacity.scottTrainsPerDay,
  };
}
