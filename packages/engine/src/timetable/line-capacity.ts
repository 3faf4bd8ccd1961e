import { chainageOf, type Model } from '../corridor/index.ts';
import { blockedPaths } from './blocked-paths.ts';
import {
  additionalTimeRate,
  compressTimetable,
  consumptionByRate,
  occupancyLimits,
  pairCapacity,
  scottCapacity,
} from './capacity/index.ts';
import type { LineSection } from './infrastructure/line-sections.ts';
import type { Timetable } from './timetable.ts';

/** Efficiency that the Scott formula is used with here: the usual one on single track. */
const scottEfficiency = 0.7;

/** How full a section of line is in a timetable, and how many trains it could take. */
export interface SectionCapacity {
  /** Id of the section, `line/from/to`. */
  readonly section: string;
  /** Trains a day, both directions together. */
  readonly trainsPerDay: number;
  /** Compressed occupancy over the day, a share (UIC 406). */
  readonly occupancyRate: number;
  /** The share recommended for mixed traffic over a day, and what is used of it with the additional time. */
  readonly limit: number;
  readonly consumption: number;
  /**
   * Pairs a day of a parallel diagram of this timetable's trains on single track: the day over the mean time for which
   * one train each way holds the section (the Chinese method's cycle); null on double track or one-way traffic.
   */
  readonly pairsPerDay: number | null;
  /** Trains a day by the Scott formula with the slowest train, as a cross-check; null on double track. */
  readonly scottTrainsPerDay: number | null;
}

/**
 * Capacity of every section of line that trains of a timetable use: occupancy by compression of UIC 406, pairs of a
 * parallel diagram, and the Scott formula beside them.
 *
 * @param model - the corridor as drawn, for its possessions
 * @param timetable - a planned timetable
 * @returns sections with at least one train, in the order of the timetable's sections
 */
export function lineCapacity(model: Model, timetable: Timetable): SectionCapacity[] {
  const { period } = timetable;
  const limit = occupancyLimits['mixed traffic'].day;
  return timetable.sections.flatMap((section): SectionCapacity[] => {
    const { id, tracks } = section;
    const paths = blockedPaths(timetable, [id]);
    if (paths.length === 0) return [];
    const { occupancyTime } = compressTimetable(paths);
    const { consumption, occupancyRate } = consumptionByRate({
      occupancyTime,
      additionalTimeRate: additionalTimeRate(limit),
      window: period,
    });
    const [rising, falling] = heldBy(timetable, id);
    const single = tracks === 1;
    const fixedTime = Math.min(period, possessed(model, section));
    const longest = Math.max(...rising, ...falling);
    return [
      {
        section: id,
        trainsPerDay: paths.length,
        occupancyRate,
        limit,
        consumption,
        pairsPerDay:
          single && rising.length > 0 && falling.length > 0
            ? pairCapacity({ cycleTime: mean(rising) + mean(falling), fixedTime }).pairsPerDay
            : null,
        scottTrainsPerDay: single
          ? scottCapacity({
              runningTime: longest,
              blockWorking: 0,
              efficiency: scottEfficiency,
              maintenance: fixedTime,
            }).practicalTrainsPerDay
          : null,
      },
    ];
  });
}

/**
 * Seconds a day for which maintenance has a section.
 *
 * @param model - the corridor as drawn
 * @param section - one of its sections
 * @returns s, the sum of the possessions that touch it
 * @example
 * ```ts
 * possessed(model, lineSections(model)[0]); // 5400
 * ```
 */
export function possessed(model: Model, { line: id, begin, end }: LineSection): number {
  const line = model.lines[id]!;
  return Object.values(line.possessions).reduce((sum, possession) => {
    const low = chainageOf(line, possession.begin) ?? begin;
    const high = chainageOf(line, possession.end) ?? end;
    return low < end && high > begin ? sum + possession.duration : sum;
  }, 0);
}

/** Seconds for which each train holds the blocks of a section, from the first to the last, by direction. */
function heldBy({ trains }: Timetable, id: string): [rising: number[], falling: number[]] {
  const [, from, to] = id.split('/');
  const held: [number[], number[]] = [[], []];
  for (const { blocking, events } of trains) {
    const blocks = blocking.filter(({ section }) => section === id);
    if (blocks.length === 0) continue;
    const begin = Math.min(...blocks.map(({ start }) => start));
    const end = Math.max(...blocks.map(({ end }) => end));
    const order = events.map(({ station }) => station);
    held[order.indexOf(from!) < order.indexOf(to!) ? 0 : 1].push(end - begin);
  }
  return held;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The section that is fullest, or undefined when no train runs. */
export function bindingSection(capacities: readonly SectionCapacity[]): SectionCapacity | undefined {
  return capacities.reduce<SectionCapacity | undefined>(
    (fullest, section) => (!fullest || section.occupancyRate > fullest.occupancyRate ? section : fullest),
    undefined,
  );
}
