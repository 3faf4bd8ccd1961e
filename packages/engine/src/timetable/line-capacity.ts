import { chainageOf, type Model } from '../corridor/index.ts';
import { blockedPaths } from './blocked-paths.ts';
import {
  additionalTimeRate,
  compressTimetable,
  consumptionByRate,
  occupancyLimits,
  scottCapacity,
} from './capacity/index.ts';
import { type DeductionCapacity, deductionCapacity, type NoDeductionCapacity } from './deduction-capacity.ts';
import type { LineSection } from './infrastructure/line-sections.ts';
import { sectionTraffic } from './section-traffic.ts';
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
  /** Parallel diagram and goods trains left beside the others, by the Chinese method. */
  readonly deduction: DeductionCapacity | NoDeductionCapacity;
  /** Trains a day by the Scott formula with the slowest train, as a cross-check; null on double track. */
  readonly scottTrainsPerDay: number | null;
}

/**
 * Capacity of every section of line that trains of a timetable use: occupancy by compression of UIC 406, the Chinese
 * method of deduction coefficients, and the Scott formula beside them.
 *
 * @param model - the corridor as drawn, for its possessions, intervals and coefficients
 * @param timetable - a planned timetable
 * @returns sections with at least one train, in the order of the timetable's sections
 * @example
 * ```ts
 * const [first] = lineCapacity(model, planTimetable(model));
 * ```
 */
export function lineCapacity(model: Model, timetable: Timetable): SectionCapacity[] {
  const { period, sections } = timetable;
  const limit = occupancyLimits['mixed traffic'].day;
  const traffic = sectionTraffic(timetable);
  return sections.flatMap((section): SectionCapacity[] => {
    const { id, tracks } = section;
    const paths = blockedPaths(timetable, [id]);
    const trains = traffic.get(id);
    if (paths.length === 0 || !trains) return [];
    const { occupancyTime } = compressTimetable(paths);
    const { consumption, occupancyRate } = consumptionByRate({
      occupancyTime,
      additionalTimeRate: additionalTimeRate(limit),
      window: period,
    });
    const fixedTime = Math.min(period, possessed(model, section));
    const line = sections.filter((other) => other.line === section.line);
    const longest = [...trains.rising, ...trains.falling].reduce((most, { held }) => Math.max(most, held), 0);
    return [
      {
        section: id,
        trainsPerDay: paths.length,
        occupancyRate,
        limit,
        consumption,
        deduction: deductionCapacity(model, timetable, line, line.indexOf(section), trains, fixedTime),
        scottTrainsPerDay:
          tracks === 1
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

/** The section that is fullest, or undefined when no train runs. */
export function bindingSection(capacities: readonly SectionCapacity[]): SectionCapacity | undefined {
  return capacities.reduce<SectionCapacity | undefined>(
    (fullest, section) => (!fullest || section.occupancyRate > fullest.occupancyRate ? section : fullest),
    undefined,
  );
}
