import { describe, expect, it } from 'vitest';
import { crossingStationIn, withCrossingStation } from './crossing-station.ts';
import { lineSections } from './infrastructure/line-sections.ts';
import { planTimetable } from './plan-timetable.ts';
import { singleTrack } from './single-track.fixture.ts';
import { smallWorks } from './small-works.ts';

/** Two short sections with one of 30 km between them: about half an hour for each train. */
const model = singleTrack({
  stations: [{ tracks: 4 }, { tracks: 2 }, { tracks: 2 }, { tracks: 4 }],
  sections: [8000, 30_000, 8000],
  services: { down: { from: 0, to: 3, perDay: 6 }, up: { from: 3, to: 0, perDay: 6 } },
});
const groups = [['down', 'up']];
const options = { groups, workLimit: 4e5 };

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

describe('small works', () => {
  const works = smallWorks(model, options);

  it('try the fullest sections first and gain most where the longest section is', () => {
    expect(works[0]!.station.section).toBe('line/s1/s2');
    expect(works[0]!.gained).toBeGreaterThan(10);
    expect(works.map(({ gained }) => gained)).toEqual(works.map(({ gained }) => gained).sort((a, b) => b - a));
  });

  it('count the trains that fit with and without, and halve the occupancy of the section', () => {
    const [best] = works;
    expect(best!.trainsAfter - best!.trainsBefore).toBe(best!.gained);
    expect(best!.occupancyAfter).toBeLessThan(0.65 * best!.occupancyBefore);
    expect(best!.occupancyAfter).toBeGreaterThan(0.3 * best!.occupancyBefore);
  });

  it('gain nothing beside the section that binds', () => {
    for (const { station, gained } of works.slice(1)) {
      expect(station.section).not.toBe('line/s1/s2');
      expect(gained).toBeLessThan(works[0]!.gained / 3);
    }
  });

  it('try as many sections as asked for, and tell how far they are', () => {
    const told: number[] = [];
    const one = smallWorks(model, { ...options, count: 1, progress: ({ done }) => told.push(done) });
    expect(one.map(({ station }) => station.section)).toEqual(['line/s1/s2']);
    expect(told).toEqual([0, 1]);
    expect(smallWorks(model, { ...options, groups: [] })).toEqual([]);
  });
});
