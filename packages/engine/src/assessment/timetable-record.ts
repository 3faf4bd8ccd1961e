import { type Model, stationsAlong } from '../corridor/index.ts';
import {
  bindingSection,
  type PlannedLine,
  type SmallWork,
  type Timetable,
  type TimetableTrain,
} from '../timetable/index.ts';
import type { TimetableRecord, TrainGraphRecord } from './assessment.ts';
import { figure, series } from './figures.ts';

const hour = 3600;

/**
 * The timetable of an option as the assessment tells it.
 *
 * @param model - the corridor with its stated values
 * @param planned - the timetable, its sections and saturations
 * @param works - small works by the paths they buy
 * @param restsOn - key of its trace
 * @param publishedRestsOn - key of the trace of published capacities
 * @returns the record
 * @example
 * ```ts
 * if (outcome.timetable) timetableRecord(model, outcome.timetable, [], 'timetable');
 * ```
 */
export function timetableRecord(
  model: Model,
  { plan, sections, published, saturations }: PlannedLine,
  works: readonly SmallWork[],
  restsOn: string,
  publishedRestsOn = restsOn,
): TimetableRecord {
  const binding = bindingSection(sections);
  const lines = [...new Set(sections.map(({ section }) => section.split('/')[0]))];
  const [journeys, alone] = [total(plan.trains, journeyOf), total(plan.trains, (train) => train.alone)];
  return {
    trains: trainSeries(plan, restsOn),
    graphs: Object.fromEntries(lines.map((line) => [line, graphOf(model, plan, line, restsOn)])),
    sections: sectionSeries(plan, sections, restsOn),
    binding: binding ? { section: binding.section, occupancy: figure(binding.occupancyRate, '1', restsOn) } : null,
    waits: waitSeries(plan, restsOn),
    refused: plan.refused.map(({ service, count, reason, section }) => ({
      service,
      count: figure(count, 'train/day', restsOn),
      reason,
      section,
    })),
    saturations: saturations.map(({ services, added, refused }) => ({
      services,
      added: figure(added, 'train/day', restsOn),
      refused,
    })),
    published: published.map((comparison) => publishedRecord(comparison, restsOn, publishedRestsOn)),
    works: works.map((work) => workRecord(work, restsOn)),
    extension: figure(alone > 0 ? journeys / alone : 1, '1', restsOn),
  };
}

function publishedRecord(
  { line, id, from, to, section, ...numbers }: PlannedLine['published'][number],
  restsOn: string,
  publishedRestsOn: string,
): TimetableRecord['published'][number] {
  const pairs = (value: number | null) => (value === null ? null : figure(value, 'pair/day', restsOn));
  return {
    line,
    id,
    from,
    to,
    section,
    published: figure(numbers.publishedPairsPerDay, 'pair/day', publishedRestsOn),
    parallel: pairs(numbers.parallelPairsPerDay),
    goods: pairs(numbers.freightPairsPerDay),
    trains: figure(numbers.trainsPerDay, 'train/day', restsOn),
  };
}

function workRecord({ work, refused, ...numbers }: SmallWork, restsOn: string): TimetableRecord['works'][number] {
  return {
    kind: work.kind,
    line: work.line,
    section: work.section,
    station: work.kind === 'station loop' ? work.station : null,
    at: figure(work.at / 1000, 'km', restsOn),
    gained: figure(numbers.gained, 'train/day', restsOn),
    before: figure(numbers.trainsBefore, 'train/day', restsOn),
    after: figure(numbers.trainsAfter, 'train/day', restsOn),
    refused,
  };
}

function journeyOf({ departure, arrival }: TimetableTrain): number {
  return arrival - departure;
}

function total(trains: readonly TimetableTrain[], of: (train: TimetableTrain) => number): number {
  return trains.reduce((sum, train) => sum + of(train), 0);
}

/** Hours of the day on a station's clock. */
function clock(plan: Timetable, station: string, time: number): number {
  const local = (time + (plan.clocks[station] ?? 0)) % plan.period;
  return (local < 0 ? local + plan.period : local) / hour;
}

function trainSeries(plan: Timetable, restsOn: string) {
  const rows = plan.trains.map((train) => {
    const [first, last] = [train.events[0], train.events[train.events.length - 1]];
    const waiting = train.events.reduce(
      (sum, { waits }) => sum + waits.reduce((own, { seconds }) => own + seconds, 0),
      0,
    );
    return { train, first, last, waiting };
  });
  return series(
    [
      ['train', null, rows.map(({ train }) => train.id)],
      ['service', null, rows.map(({ train }) => train.service)],
      ['departure', 'h', rows.map(({ first }) => clock(plan, first.station, first.departure))],
      ['arrival', 'h', rows.map(({ last }) => clock(plan, last.station, last.arrival))],
      ['journey', 'h', rows.map(({ train }) => journeyOf(train) / hour)],
      ['alone', 'h', rows.map(({ train }) => train.alone / hour)],
      ['waiting', 'min', rows.map(({ waiting }) => waiting / 60)],
    ],
    restsOn,
  );
}

/** Trains on one line: two points at each of its stations they call at or pass. */
function graphOf(model: Model, plan: Timetable, id: string, restsOn: string): TrainGraphRecord {
  const along = stationsAlong(model.lines[id]);
  const chainage = new Map(along.map(({ station, at }) => [station, at]));
  const begin = along[0].at;
  const offset = plan.clocks[along[0].station] ?? 0;
  const rows = plan.trains.flatMap((train) => {
    const onLine = train.events.filter((_event, i) => usesLine(chainage, train, i));
    return onLine.flatMap(({ station, arrival, departure }) => {
      const distance = ((chainage.get(station) as number) - begin) / 1000;
      const times = arrival === departure ? [arrival] : [arrival, departure];
      return times.map((time) => ({ train: train.id, distance, time: (time + offset) / hour }));
    });
  });
  return {
    stations: series(
      [
        ['station', null, along.map(({ station }) => station)],
        ['distance', 'km', along.map(({ at }) => (at - begin) / 1000)],
      ],
      restsOn,
    ),
    points: series(
      [
        ['train', null, rows.map(({ train }) => train)],
        ['distance', 'km', rows.map(({ distance }) => distance)],
        ['time', 'h', rows.map(({ time }) => time)],
      ],
      restsOn,
    ),
  };
}

/** Whether an event of a train lies on a line and the one before or after it does too. */
function usesLine(chainage: ReadonlyMap<string, number>, { events }: TimetableTrain, index: number): boolean {
  const on = (i: number) => i >= 0 && i < events.length && chainage.has(events[i].station);
  return on(index) && (on(index - 1) || on(index + 1));
}

function sectionSeries(plan: Timetable, sections: PlannedLine['sections'], restsOn: string) {
  const byId = new Map(plan.sections.map((section) => [section.id, section]));
  const rows = sections.map((capacity) => ({
    ...capacity,
    ...(byId.get(capacity.section) as Timetable['sections'][number]),
  }));
  return series(
    [
      ['section', null, rows.map(({ section }) => section)],
      ['line', null, rows.map(({ line }) => line)],
      ['from', null, rows.map(({ from }) => from)],
      ['to', null, rows.map(({ to }) => to)],
      ['length', 'km', rows.map(({ begin, end }) => (end - begin) / 1000)],
      ['trains', 'train/day', rows.map(({ trainsPerDay }) => trainsPerDay)],
      ['occupancy', '1', rows.map(({ occupancyRate }) => occupancyRate)],
      ['limit', '1', rows.map(({ limit }) => limit)],
      ['consumption', '1', rows.map(({ consumption }) => consumption)],
      ['parallel pairs', 'pair/day', rows.map(({ deduction }) => counted(deduction, 'pairs', 'parallel'))],
      ['goods pairs', 'pair/day', rows.map(({ deduction }) => counted(deduction, 'pairs', 'reportedFreight'))],
      ['parallel trains', 'train/day', rows.map(({ deduction }) => counted(deduction, 'trains one way', 'parallel'))],
      [
        'goods trains',
        'train/day',
        rows.map(({ deduction }) => counted(deduction, 'trains one way', 'reportedFreight')),
      ],
      ['why none', null, rows.map(({ deduction }) => (deduction.kind === 'none' ? deduction.reason : null))],
      ['Scott', 'train/day', rows.map(({ scottTrainsPerDay }) => scottTrainsPerDay)],
    ],
    restsOn,
  );
}

/** A number of the Chinese method where it is counted in a unit. */
function counted(
  deduction: PlannedLine['sections'][number]['deduction'],
  unit: 'pairs' | 'trains one way',
  of: 'parallel' | 'reportedFreight',
): number | null {
  return deduction.kind === 'capacity' && deduction.unit === unit ? deduction[of] : null;
}

function waitSeries(plan: Timetable, restsOn: string) {
  const reasons = new Map<string, { seconds: number; count: number }>();
  for (const { reason, seconds } of plan.trains.flatMap(({ events }) => events.flatMap(({ waits }) => waits))) {
    const sum = reasons.get(reason) ?? { seconds: 0, count: 0 };
    reasons.set(reason, { seconds: sum.seconds + seconds, count: sum.count + 1 });
  }
  const rows = [...reasons].sort(([, a], [, b]) => b.seconds - a.seconds);
  return series(
    [
      ['reason', null, rows.map(([reason]) => reason)],
      ['waits', '1', rows.map(([, { count }]) => count)],
      ['time', 'h', rows.map(([, { seconds }]) => seconds / hour)],
    ],
    restsOn,
  );
}
