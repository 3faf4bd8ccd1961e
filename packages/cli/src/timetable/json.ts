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
  { plan, sections, published, saturations, works }: Found,
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
          published: published.map((comparison) => ({
            line: comparison.line,
            id: comparison.id,
            from: comparison.from,
            to: comparison.to,
            published_pairs_per_day: comparison.publishedPairsPerDay,
            parallel_pairs_per_day: comparison.parallelPairsPerDay,
            freight_pairs_per_day: comparison.freightPairsPerDay,
            scarcest_section: comparison.section,
            trains_per_day: comparison.trainsPerDay,
          })),
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
          works: works.map(({ work, ...found }) => ({
            kind: work.kind,
            services: found.services,
            section: work.section,
            line: work.line,
            station: work.kind === 'station loop' ? work.station : null,
            chainage_m: work.at,
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
    calls: events.map(({ station, distance, track, arrival, departure, stop, waits, pinned }) => ({
      station,
      distance_km: Number((distance / 1000).toFixed(3)),
      track,
      arrival_s: arrival,
      departure_s: departure,
      stop,
      waits,
      ...(pinned ? { pinned } : {}),
    })),
    ...(blocking ? { blocking: train.blocking } : {}),
  };
}

/** The Chinese method; counts are pairs or trains of one direction, as `unit` says. */
function deductionJson({ deduction }: SectionCapacity) {
  if (deduction.kind === 'none') return { reason: deduction.reason };
  return {
    unit: deduction.unit,
    diagram: deduction.diagram,
    crossing: deduction.crossing && {
      from: deduction.crossing.from,
      to: deduction.crossing.to,
      scheme: deduction.crossing.scheme,
    },
    cycle_s: deduction.cycleTime,
    fixed_s: deduction.fixedTime,
    parallel_per_day: deduction.parallel,
    deducted: deduction.deducted.map(({ kind, perDay, coefficient }) => ({
      train_type: kind,
      per_day: perDay,
      coefficient,
    })),
    freight_per_day: deduction.freight,
    freight_per_day_reported: deduction.reportedFreight,
  };
}

function sectionJson(capacity: SectionCapacity) {
  return {
    section: capacity.section,
    trains_per_day: capacity.trainsPerDay,
    occupancy: capacity.occupancyRate,
    limit: capacity.limit,
    consumption: capacity.consumption,
    deduction: deductionJson(capacity),
    scott_trains_per_day: capacity.scottTrainsPerDay,
  };
}
