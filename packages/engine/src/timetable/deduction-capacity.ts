import type { Model } from '../corridor/index.ts';
import { type DeductedTrains, directionCapacity, mixedCapacity, pairCapacity } from './capacity/index.ts';
import { type CrossingSection, crossingSection } from './crossing-section.ts';
import type { LineSection } from './infrastructure/line-sections.ts';
import type { SectionTraffic } from './section-traffic.ts';
import type { Timetable } from './timetable.ts';

/** Capacity of a section by the Chinese method: a parallel diagram of goods trains less what other trains displace. */
export interface DeductionCapacity {
  readonly kind: 'capacity';
  /** What is counted: pairs a day on single track, trains a day in one direction on double track. */
  readonly unit: 'pairs' | 'trains one way';
  /** Services whose trains make the parallel diagram; on double track the one of the scarcer direction. */
  readonly diagram: readonly string[];
  /** On single track the sections between the stations at which those trains can cross, and how they do. */
  readonly crossing: CrossingSection | null;
  /** Time of a pair, or between two trains of one direction, s. */
  readonly cycleTime: number;
  /** Seconds a day without trains. */
  readonly fixedTime: number;
  /** Capacity of the parallel diagram as reported, with one decimal. */
  readonly parallel: number;
  /** Trains that displace others, by kind of train; `perDay` in the unit. */
  readonly deducted: readonly DeductedTrains[];
  /** Goods trains left, those of the deducted kinds among them, in the unit; negative when the others exceed it. */
  readonly freight: number;
  /** Goods trains as reported: pairs down to half a pair, trains down to whole ones. */
  readonly reportedFreight: number;
}

/** Why the method gives no number. */
export interface NoDeductionCapacity {
  readonly kind: 'none';
  readonly reason: string;
}

/**
 * The capacity of a section by the Chinese method (平行运行图, 扣除系数). The parallel diagram is made of the ordinary
 * goods service with most trains in each direction; the deduction coefficients are those of the train types.
 *
 * @param line - all sections of its line, by rising chainage
 * @param at - index of the section
 * @param traffic - the trains on it
 * @param fixedTime - s a day without trains
 */
export function deductionCapacity(
  model: Model,
  { ways }: Timetable,
  line: readonly LineSection[],
  at: number,
  { rising, falling }: SectionTraffic,
  fixedTime: number,
): DeductionCapacity | NoDeductionCapacity {
  const single = line[at]!.tracks === 1;
  const wayOf = (service: string | undefined) => ways.find((way) => way.service === service);
  const diagram = [rising, falling].map((trains) => wayOf(ordinary(model, trains)));
  if (!single) {
    const one = [rising, falling].flatMap((trains, i) => {
      const way = diagram[i];
      return way ? [oneWay(model, way.service, trains, fixedTime)] : [];
    });
    return (
      one.find(({ kind }) => kind === 'none') ??
      one.reduce<DeductionCapacity | NoDeductionCapacity>(
        (least, own) =>
          own.kind === 'capacity' && (least.kind === 'none' || own.freight < least.freight) ? own : least,
        none('no ordinary goods train runs here'),
      )
    );
  }
  const [up, down] = diagram;
  if (!up || !down) return none('ordinary goods trains do not run both ways');
  const crossing = crossingSection(model, line, at, { rising: up, falling: down });
  if (!crossing) return none('goods trains of the two directions cannot cross at its ends');
  const { cycleTime } = crossing;
  const others = deductedTrains(model, [...rising, ...falling], 'single_track', 0.5);
  if (typeof others === 'string') return none(others);
  const parallel = pairCapacity({ cycleTime, fixedTime }).reportedPairsPerDay;
  const services = [up.service, down.service];
  return capacity('pairs', services, crossing, cycleTime, fixedTime, parallel, others);
}

function oneWay(
  model: Model,
  service: string,
  trains: SectionTraffic['rising'],
  fixedTime: number,
): DeductionCapacity | NoDeductionCapacity {
  const others = deductedTrains(model, trains, 'double_track', 1);
  if (typeof others === 'string') return none(others);
  const headway = trains.reduce((most, train) => (train.service === service ? Math.max(most, train.longest) : most), 0);
  if (headway <= 0) return none('no ordinary goods train runs here');
  const parallel = directionCapacity({ headway, fixedTime }).reportedTrainsPerDay;
  return capacity('trains one way', [service], null, headway, fixedTime, parallel, others);
}

function capacity(
  unit: DeductionCapacity['unit'],
  diagram: readonly string[],
  crossing: CrossingSection | null,
  cycleTime: number,
  fixedTime: number,
  parallel: number,
  deducted: readonly DeductedTrains[],
): DeductionCapacity {
  const { freight, reportedFreight } = mixedCapacity({
    parallel,
    unit: unit === 'pairs' ? 'pairs' : 'trains',
    others: deducted,
  });
  return {
    kind: 'capacity',
    unit,
    diagram,
    crossing,
    cycleTime,
    fixedTime,
    parallel,
    deducted,
    freight,
    reportedFreight,
  };
}

function none(reason: string): NoDeductionCapacity {
  return { kind: 'none', reason };
}

/** The ordinary goods service with most trains; ties by id. */
function ordinary(model: Model, trains: SectionTraffic['rising']): string | undefined {
  const counts = new Map<string, number>();
  for (const { service } of trains) {
    const type = model.train_types[model.services[service]!.train_type]!;
    if (type.kind === 'freight' && type.deduction === undefined) counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** Trains that displace others by kind of train, each counted as `share` of the unit; or why that is not known. */
function deductedTrains(
  model: Model,
  trains: SectionTraffic['rising'],
  track: 'single_track' | 'double_track',
  share: number,
): DeductedTrains[] | string {
  const kinds = new Map<string, DeductedTrains>();
  for (const { service } of trains) {
    const id = model.services[service]!.train_type;
    const { kind: carries, deduction, name } = model.train_types[id]!;
    if (deduction === undefined && carries === 'freight') continue;
    const coefficient = deduction === undefined ? undefined : model.deductions[deduction]![track];
    if (coefficient === undefined)
      return `no deduction coefficient on ${track === 'single_track' ? 'single' : 'double'} track is stated for ${name}`;
    const countsAsFreight = carries === 'freight';
    if (countsAsFreight && coefficient < 1)
      return `the deduction coefficient of ${name} is below 1, and a goods train takes at least its own place`;
    const perDay = (kinds.get(id)?.perDay ?? 0) + share;
    kinds.set(id, { kind: id, perDay, coefficient, countsAsFreight });
  }
  return [...kinds.values()];
}
