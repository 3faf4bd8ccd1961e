import { chainageOf, type Model } from '../corridor/index.ts';
import type { SectionCapacity } from './line-capacity.ts';
import type { Timetable } from './timetable.ts';

/** A published capacity of a part of a line beside what is computed for it. Pairs: one train each way. */
export interface PublishedComparison {
  readonly line: string;
  /** Id of the published entry. */
  readonly id: string;
  /** Stations at its ends, by rising chainage. */
  readonly from: string;
  readonly to: string;
  readonly publishedPairsPerDay: number;
  /** Pairs a day of the parallel diagram in its scarcest section; null where the method gives none. */
  readonly parallelPairsPerDay: number | null;
  /** Goods pairs a day left there beside the other trains, as reported. */
  readonly freightPairsPerDay: number | null;
  /** The scarcest section. */
  readonly section: string | null;
  /** Most trains a day of the timetable on one of its sections, both ways. */
  readonly trainsPerDay: number;
}

/**
 * Compares the capacities that a corridor's files quote for parts of its lines with the computed ones.
 *
 * @param model - the corridor as drawn
 * @param timetable - a planned timetable of it
 * @param capacities - as `lineCapacity` returns them for that timetable
 * @returns a comparison for each published capacity, by line and entry
 */
export function publishedComparisons(
  model: Model,
  { sections }: Timetable,
  capacities: readonly SectionCapacity[],
): PublishedComparison[] {
  const capacityOf = new Map(capacities.map((capacity) => [capacity.section, capacity]));
  return Object.entries(model.lines).flatMap(([line, { published_capacity }]) =>
    Object.entries(published_capacity).flatMap(([id, { begin, end, pairs }]): PublishedComparison[] => {
      const [low, high] = [chainageOf(model.lines[line]!, begin), chainageOf(model.lines[line]!, end)];
      const own = sections.filter(
        (section) => section.line === line && section.end > (low ?? 0) && section.begin < (high ?? 0),
      );
      if (own.length === 0) return [];
      const within = own.flatMap((section) => capacityOf.get(section.id) ?? []);
      const scarcest = within.reduce<{ section: string; parallel: number; freight: number } | undefined>(
        (least, { section, deduction }) =>
          deduction.kind === 'capacity' &&
          deduction.unit === 'pairs' &&
          deduction.parallel < (least?.parallel ?? Infinity)
            ? { section, parallel: deduction.parallel, freight: deduction.reportedFreight }
            : least,
        undefined,
      );
      return [
        {
          line,
          id,
          from: own[0]!.from,
          to: own[own.length - 1]!.to,
          publishedPairsPerDay: pairs * 86_400,
          parallelPairsPerDay: scarcest?.parallel ?? null,
          freightPairsPerDay: scarcest?.freight ?? null,
          section: scarcest?.section ?? null,
          trainsPerDay: within.reduce((most, { trainsPerDay }) => Math.max(most, trainsPerDay), 0),
        },
      ];
    }),
  );
}
