import { describe, expect, it } from 'vitest';
import { blockSignalIn, withBlockSignal } from './block-signal.ts';
import { crossingStationIn, withCrossingStation } from './crossing-station.ts';
import { lineSections } from './infrastructure/line-sections.ts';
import { planTimetable } from './plan-timetable.ts';
import { planLine } from './planned-line.ts';
import { saturate } from './saturation.ts';
import { singleTrack } from './single-track.fixture.ts';
import { smallWorks } from './small-works.ts';
import { stationLoopsAt, withStationLoop } from './station-loop.ts';

/** Two short sections with one of 30 km between them: about half an hour for each train. */
const model = singleTrack({
  stations: [{ tracks: 4 }, { tracks: 2 }, { tracks: 2 }, { tracks: 4 }],
  sections: [8000, 30_000, 8000],
  services: { down: { from: 0, to: 3, perDay: 6 }, up: { from: 3, to: 0, perDay: 6 } },
});
const options = { workLimit: 4e5 };
const services = ['down', 'up'];
const planned = {
  ...planLine(model, options),
  saturations: [{ services, ...saturate(model, { ...options, services }) }],
};

describe('a crossing station', () => {
  const [, long] = lineSections(model);
  const crossing = crossingStationIn(model, long!)!;

  it('lies in the middle of its section and takes the longest train of the line, else one of 750 m', () => {
    expect(crossing).toMatchObject({ section: 'line/s1/s2', at: 23_000, trackLength: 750 });
    const { all } = model.lines.line!.stretches;
    const stretches = { all: { ...all!, train_length: 400 } };
    const stated = { ...model, lines: { line: { ...model.lines.line!, stretches } } };
    expect(crossingStationIn(stated, long!)?.trackLength).toBe(400);
  });

  it('is not put on double track, nor where there is no room', () => {
    expect(crossingStationIn(model, { ...long!, tracks: 2 })).toBeUndefined();
    expect(crossingStationIn(model, { ...long!, end: long!.begin + 2900 })).toBeUndefined();
  });

  it('divides its section and leaves the corridor that it was put into as it was', () => {
    const before = JSON.stringify(model);
    const built = withCrossingStation(model, crossing);
    expect(lineSections(built).map(({ id }) => id)).toEqual([
      'line/s0/s1',
      `line/s1/${crossing.id}`,
      `line/${crossing.id}/s2`,
      'line/s2/s3',
    ]);
    expect(JSON.stringify(model)).toBe(before);
  });

  it('lets two trains cross in it', () => {
    const built = withCrossingStation(model, crossing);
    // One hour apart: with 30 km at 60 km/h and a train each way every hour they must meet inside.
    const busy = planTimetable(built, { workLimit: 1e6, trains: { down: 24, up: 24 } });
    const stops = busy.trains.flatMap(({ events }) => events.filter(({ station }) => station === crossing.id));
    expect(stops.length).toBeGreaterThan(0);
    expect(stops.some(({ stop }) => stop)).toBe(true);
    expect(new Set(stops.map(({ track }) => track))).toEqual(new Set(['main', 'loop']));
  });
});

describe('a block signal', () => {
  const [, long] = lineSections(model);

  it('divides a section of absolute block into two, once', () => {
    const signal = blockSignalIn(long!)!;
    const built = lineSections(withBlockSignal(model, signal, long!));
    expect(built.find(({ id }) => id === long!.id)!.signals).toEqual([8000, 23_000, 38_000]);
    expect(built.filter(({ signals }) => signals.length > 2)).toHaveLength(1);
    expect(blockSignalIn(built[1]!)).toBeUndefined();
  });

  it('lets one train follow another sooner', () => {
    const built = withBlockSignal(model, blockSignalIn(long!)!, long!);
    const last = (where: typeof model) => {
      const services = { a: { ...where.services.down!, kind: 'scheduled', departure: '08:00' } };
      const both = { ...services, b: { ...services.a, departure: '08:12' } };
      const { trains } = planTimetable({ ...where, services: both } as typeof model, { longest: 9 });
      return Math.max(...trains.map(({ arrival }) => arrival));
    };
    expect(last(model) - last(built)).toBeGreaterThan(600);
  });
});

describe('one more loop', () => {
  const [, long] = lineSections(model);

  it('is a track of its own, as long as the longest of its station', () => {
    const [loop] = stationLoopsAt(model, long!);
    expect(loop).toMatchObject({ station: 's1', at: 8000, trackLength: 400 });
    const built = withStationLoop(model, loop!);
    expect(Object.values(built.stations.s1!.tracks)).toHaveLength(3);
    expect(Object.values(model.stations.s1!.tracks)).toHaveLength(2);
  });
});

describe('small works', () => {
  const works = smallWorks(model, planned, options);

  it('gain most with a crossing station where the longest section is', () => {
    expect(works[0]!.work).toMatchObject({ kind: 'crossing station', section: 'line/s1/s2' });
    expect(works[0]!.gained).toBeGreaterThan(10);
    expect(works.map(({ gained }) => gained)).toEqual(works.map(({ gained }) => gained).sort((a, b) => b - a));
  });

  it('count the trains that fit with and without, and never lose any', () => {
    for (const { trainsBefore, trainsAfter, gained } of works) {
      expect(trainsBefore).toBe(12 + planned.saturations[0]!.added);
      expect(trainsAfter - trainsBefore).toBe(gained);
      expect(gained).toBeGreaterThanOrEqual(0);
    }
  });

  it('gain little beside the section that binds', () => {
    for (const { work, gained } of works)
      if (work.section !== 'line/s1/s2') expect(gained).toBeLessThan(works[0]!.gained / 3);
  });

  it('try as many sections as asked for, and tell how far they are', () => {
    const told: number[] = [];
    const one = smallWorks(model, planned, { ...options, count: 1, progress: ({ done }) => told.push(done) });
    expect(new Set(one.map(({ work }) => work.section))).toEqual(new Set(['line/s1/s2']));
    expect(told).toEqual(one.map((_, i) => i));
    expect(smallWorks(model, { ...planned, saturations: [] }, options)).toEqual([]);
  });
});
