import { describe, expect, it } from 'vitest';
import type { Model } from '../corridor/index.ts';
import type { DeductionCapacity } from './deduction-capacity.ts';
import { lineCapacity } from './line-capacity.ts';
import { planTimetable } from './plan-timetable.ts';
import { publishedComparisons } from './published-capacity.ts';
import { type FixtureLine, singleTrack } from './single-track.fixture.ts';

const intervals = { arrival: 240, crossing: 120 };
const line: FixtureLine = {
  stations: [0, 1, 2].map(() => ({ tracks: 3, intervals })),
  sections: [10_000, 14_000],
  services: { down: { from: 0, to: 2, perDay: 4 }, up: { from: 2, to: 0, perDay: 4 } },
};
const withCoefficient = (model: Model, coefficient: number | undefined): Model =>
  ({
    ...model,
    deductions: coefficient === undefined ? {} : { coach: { name: 'Coach', single_track: coefficient } },
    train_types: {
      ...model.train_types,
      passenger: { ...model.train_types.passenger!, ...(coefficient === undefined ? {} : { deduction: 'coach' }) },
    },
  }) as Model;
const capacitiesOf = (model: Model) => {
  const timetable = planTimetable(model, { workLimit: 1e5 });
  return { timetable, sections: lineCapacity(model, timetable) };
};
const deductionOf = (model: Model, index: number) =>
  capacitiesOf(model).sections[index]!.deduction as DeductionCapacity;

describe('the Chinese method on a section', () => {
  it('takes the shortest of the four crossing schemes, from the four running times and the station intervals', () => {
    const { timetable, sections } = capacitiesOf(
      singleTrack({
        stations: [...line.stations, ...line.stations.slice(0, 1)],
        sections: [10_000, 14_000, 9000],
        services: { down: { from: 0, to: 3, perDay: 4 }, up: { from: 3, to: 0, perDay: 4 } },
      }),
    );
    const [down, up] = timetable.ways.map(({ runs }) => runs[1]);
    const schemes = [
      down!.passStop! + up!.passStop! + 240 + 240,
      down!.stopPass! + up!.stopPass! + 120 + 120,
      down!.passPass! + up!.stopPass! + up!.passStop! - up!.passPass! + 240 + 120,
      up!.passPass! + down!.stopPass! + down!.passStop! - down!.passPass! + 240 + 120,
    ];
    const { deduction } = sections[1]!;
    expect(deduction).toMatchObject({ kind: 'capacity', unit: 'pairs', deducted: [] });
    const { cycleTime, parallel, reportedFreight } = deduction as DeductionCapacity;
    expect(cycleTime).toBe(Math.min(...schemes));
    expect(parallel).toBe(Math.round((10 * 86_400) / cycleTime) / 10);
    expect(reportedFreight).toBe(Math.floor(2 * parallel) / 2);
  });

  it('deducts other trains by their coefficient and reports pairs down to half a pair', () => {
    const services = { ...line.services, day: { train: 'passenger', from: 0, to: 2, departure: '08:00' } } as const;
    const plain = deductionOf(singleTrack(line), 0);
    const mixed = deductionOf(withCoefficient(singleTrack({ ...line, services }), 1.3), 0);
    expect(mixed.parallel).toBe(plain.parallel);
    // One train one way is half a pair.
    expect(mixed.deducted).toEqual([{ kind: 'passenger', perDay: 0.5, coefficient: 1.3, countsAsFreight: false }]);
    expect(mixed.freight).toBeCloseTo(plain.parallel - 0.65, 9);
    expect(mixed.reportedFreight).toBe(Math.floor(2 * mixed.freight) / 2);
  });

  it('takes the day without trains off, and says when a coefficient is missing or trains run one way only', () => {
    const possessions = {
      window: { begin: { station: 's0' }, end: { station: 's1' }, start: '12:00', duration: 7200 },
    };
    const closed = deductionOf(singleTrack({ ...line, possessions }), 0);
    expect(closed.fixedTime).toBe(7200);
    expect(closed.parallel).toBe(Math.round((10 * (86_400 - 7200)) / closed.cycleTime) / 10);
    const services = { ...line.services, day: { train: 'passenger', from: 0, to: 2, departure: '08:00' } } as const;
    expect(deductionOf(withCoefficient(singleTrack({ ...line, services }), undefined), 0)).toEqual({
      kind: 'none',
      reason: 'no deduction coefficient on single track is stated for passenger',
    });
    const { down } = line.services;
    expect(deductionOf(singleTrack({ ...line, services: { down: down! } }), 0)).toMatchObject({ kind: 'none' });
  });

  it('reaches over a station whose loops are too short for both trains', () => {
    const stations = [{ tracks: 3 }, { tracks: 2, length: 100 }, { tracks: 3 }];
    const short = deductionOf(singleTrack({ ...line, stations }), 0);
    expect(short.crossing).toMatchObject({ from: 's0', to: 's2', sections: ['line/s0/s1', 'line/s1/s2'] });
    const long = deductionOf(singleTrack({ ...line, stations: [{ tracks: 3 }, { tracks: 2 }, { tracks: 3 }] }), 0);
    expect(long.crossing).toMatchObject({ from: 's0', to: 's1' });
    expect(short.parallel).toBeLessThan(0.6 * long.parallel);
  });

  it('counts trains of one direction on double track', () => {
    const double = deductionOf(singleTrack({ ...line, stretch: { tracks: 2 } }), 0);
    expect(double).toMatchObject({ unit: 'trains one way', crossing: null });
    expect(double.parallel).toBeCloseTo(86_400 / double.cycleTime, 0);
  });
});

describe('a published capacity', () => {
  it('is compared with the scarcest section of its part and changes nothing', () => {
    const model = singleTrack(line);
    const quoted = { begin: { station: 's0' }, end: { station: 's2' }, pairs: 17 / 86_400 };
    const stated = {
      ...model,
      lines: { line: { ...model.lines.line!, published_capacity: { all: quoted } } },
    } as Model;
    const { timetable, sections } = capacitiesOf(stated);
    const [comparison] = publishedComparisons(stated, timetable, sections);
    expect(comparison).toMatchObject({ from: 's0', to: 's2', section: 'line/s1/s2', trainsPerDay: 8 });
    expect(comparison!.publishedPairsPerDay).toBeCloseTo(17, 9);
    expect(comparison!.parallelPairsPerDay).toBe((sections[1]!.deduction as DeductionCapacity).parallel);
    expect(sections).toEqual(capacitiesOf(model).sections);
  });
});
