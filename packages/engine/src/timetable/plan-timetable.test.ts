import { describe, expect, test } from 'vitest';
import { runService } from '../running/index.ts';
import { blockedPaths } from './blocked-paths.ts';
import { planTimetable } from './plan-timetable.ts';
import { saturate } from './saturation.ts';
import { type FixtureLine, singleTrack } from './single-track.fixture.ts';
import type { Timetable, TimetableTrain } from './timetable.ts';

const three: FixtureLine = {
  stations: [{ tracks: 2 }, { tracks: 2 }, { tracks: 2 }],
  sections: [10_000, 10_000],
  services: { up: { from: 0, to: 2, departure: '08:00' }, down: { from: 2, to: 0, departure: '08:06' } },
};

const trainOf = ({ trains }: Timetable, id: string): TimetableTrain => trains.find((train) => train.id === id)!;
const at = (train: TimetableTrain, station: string) => train.events.find((event) => event.station === station)!;
describe('a timetable', () => {
  test('lets two opposing trains cross in the station between them, and says who waits for whom', () => {
    const timetable = planTimetable(singleTrack(three));
    const [up, down] = [trainOf(timetable, 'up 1'), trainOf(timetable, 'down 1')];
    expect(at(up, 's1').track).not.toBe(at(down, 's1').track);
    const waits = [up, down].flatMap(({ id, events }) =>
      events.flatMap(({ waits: own }) => own.map((wait) => ({ id, ...wait }))),
    );
    expect(waits).toHaveLength(1);
    const [wait] = waits;
    expect(wait).toMatchObject({ reason: 'crossing', for: { train: wait!.id === 'up 1' ? 'down 1' : 'up 1' } });
    expect(at(trainOf(timetable, wait!.id), 's1').departure - at(trainOf(timetable, wait!.id), 's1').arrival).toBe(
      wait!.seconds,
    );
  });

  test('gives a train alone the time it takes alone, rounded up by section, and no wait', () => {
    const model = singleTrack({ ...three, services: { up: { from: 0, to: 2, departure: '08:00' } } });
    const up = trainOf(planTimetable(model), 'up 1');
    const alone = runService(model, 'up');
    expect(alone.kind).toBe('run');
    const time = up.arrival - up.departure;
    expect(time).toBe(up.alone);
    expect(time - (alone.kind === 'run' ? alone.time : 0)).toBeGreaterThanOrEqual(0);
    expect(time - (alone.kind === 'run' ? alone.time : 0)).toBeLessThan(3);
    expect(up.departure).toBe(8 * 3600);
    expect(up.events.flatMap(({ waits }) => waits)).toEqual([]);
  });

  test('adds supplements by rule: a share of the running time and seconds for each stop', () => {
    const services = { up: { from: 0, to: 2, departure: '08:00' } };
    const plain = trainOf(planTimetable(singleTrack({ ...three, services })), 'up 1');
    const padded = trainOf(
      planTimetable(singleTrack({ ...three, services, stretch: { running_supplement: 0.1, stop_supplement: 40 } })),
      'up 1',
    );
    expect(padded.alone).toBeGreaterThanOrEqual(plain.alone * 1.1 + 40 - 3);
    expect(padded.alone).toBeLessThanOrEqual(plain.alone * 1.1 + 40 + 3);
  });

  test('blocks a section from the setting of its route to the release behind the tail', () => {
    const services = { up: { from: 0, to: 1, departure: '08:00' } };
    const line = { ...three, services, stations: three.stations.map((station) => ({ ...station, length: 500 })) };
    const blockOf = (stretch: Record<string, number>) =>
      trainOf(planTimetable(singleTrack({ ...line, stretch })), 'up 1').blocking.find(
        ({ section }) => section === 'line/s0/s1',
      )!;
    const bare = blockOf({});
    expect(bare.start).toBe(8 * 3600);
    const full = blockOf({ route_setting_time: 15, sighting_time: 10, release_time: 25 });
    expect(full.start).toBe(bare.start - 25);
    expect(full.end).toBe(bare.end + 25);
  });

  test('keeps station intervals: a departure into a section waits for its crossing time after the arrival', () => {
    const stations = three.stations.map((station) => ({ ...station, intervals: { crossing: 90, arrival: 240 } }));
    const timetable = planTimetable(singleTrack({ ...three, stations }));
    const [up, down] = [trainOf(timetable, 'up 1'), trainOf(timetable, 'down 1')].map((train) => at(train, 's1'));
    expect(Math.abs(up!.arrival - down!.arrival)).toBeGreaterThanOrEqual(240);
    const [first, second] = up!.arrival < down!.arrival ? [up!, down!] : [down!, up!];
    expect(first.departure - second.arrival).toBeGreaterThanOrEqual(90);
  });

  test('lets a train longer than every loop meet others only where those fit', () => {
    const services = {
      up: { train: 'long', from: 0, to: 2, departure: '08:00' },
      down: { from: 2, to: 0, departure: '07:56' },
    } as const;
    const stations = [
      { tracks: 2, length: 800 },
      { tracks: 2, length: 400 },
      { tracks: 2, length: 800 },
    ];
    const timetable = planTimetable(singleTrack({ ...three, stations, services }));
    expect(at(trainOf(timetable, 'up 1'), 's1')).toMatchObject({ stop: false, track: 'main' });
    expect(at(trainOf(timetable, 'down 1'), 's1')).toMatchObject({ stop: true, track: 'loop' });
  });

  test('never stops a train where it could not start again, and says so', () => {
    const stretches = {
      ramp: { begin: { chainage: 9400 }, end: { chainage: 10_400 }, gradient: 0.011 },
    };
    const services = {
      up: { train: 'heavy', from: 0, to: 2, departure: '08:00' },
      down: { from: 2, to: 0, departure: '08:00' },
    } as const;
    const timetable = planTimetable(singleTrack({ ...three, stretches, services }));
    expect(timetable.forbiddenStops).toMatchObject([{ service: 'up', station: 's1' }]);
    expect(at(trainOf(timetable, 'up 1'), 's1').stop).toBe(false);
    expect(at(trainOf(timetable, 'down 1'), 's1').stop).toBe(true);
  });

  test('keeps what is pinned: track, stop and time', () => {
    const timetable = planTimetable(singleTrack(three), {
      longest: 6,
      pins: [
        { service: 'up', number: 1, station: 's1', track: 'loop', stop: true },
        { service: 'up', number: 1, station: 's1', departure: 9 * 3600 },
      ],
    });
    expect(at(trainOf(timetable, 'up 1'), 's1')).toMatchObject({ track: 'loop', stop: true, departure: 9 * 3600 });
    expect(at(trainOf(timetable, 'up 1'), 's1').waits[0]!.reason).toBe('pin');
    const impossible = planTimetable(singleTrack(three), {
      pins: [{ service: 'up', number: 1, station: 's1', track: 'siding' }],
    });
    expect(impossible.refused).toMatchObject([
      { service: 'up', count: 1, reason: 'pinned at s1 to siding, which it cannot do' },
    ]);
  });

  test('keeps pins of the corridor itself, on the clock of the station, and says where they are', () => {
    const base = singleTrack({ ...three, stations: [{ tracks: 3 }, { tracks: 3 }, { tracks: 3 }] });
    const countries = { land: { ...base.countries.land!, clock: 'UTC+7' } };
    const pins = {
      loop: { service: 'up', station: 's1', track: 'loop 2', departure: '08:40:30' },
      order: { service: 'down', station: 's1', before: 'up' },
    };
    const timetable = planTimetable({ ...base, countries, pins } as typeof base, { longest: 6 });
    const [up, down] = [trainOf(timetable, 'up 1'), trainOf(timetable, 'down 1')].map((train) => at(train, 's1'));
    expect(up).toMatchObject({ track: 'loop 2', departure: 8 * 3600 + 40 * 60 + 30 - 7 * 3600 });
    expect(up!.pinned).toEqual(['track', 'departure']);
    expect(down!.pinned).toEqual(['order']);
    expect(down!.departure).toBeLessThan(up!.departure);
  });

  test('lets the train leave first that is pinned to, whichever comes first by itself', () => {
    const services = {
      a: { from: 0, to: 2, departure: '08:00' },
      b: { from: 0, to: 2, departure: '08:12' },
    };
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const model = singleTrack({ ...three, services });
      const pins = [{ service: first, number: 1, station: 's1', before: { service: second, number: 1 } }];
      const timetable = planTimetable(model, { pins, longest: 6 });
      const [early, late] = [first, second].map((service) => at(trainOf(timetable, `${service} 1`), 's1').departure);
      expect(early).toBeLessThan(late!);
    }
  });

  test('runs no train through a possession and names it as the reason to wait', () => {
    const possessions = {
      night: { begin: { station: 's1' }, end: { station: 's2' }, start: '08:00', duration: 3600 },
    };
    const services = { up: { from: 0, to: 2, departure: '08:00' } };
    const up = trainOf(planTimetable(singleTrack({ ...three, possessions, services }), { longest: 5 }), 'up 1');
    expect(at(up, 's1').departure).toBeGreaterThanOrEqual(9 * 3600);
    expect(at(up, 's1').waits).toMatchObject([{ reason: 'possession', for: { train: null } }]);
  });

  test('keeps trains of a service apart and spread, and a slow train may run past midnight into its own next day', () => {
    const services = {
      up: { from: 0, to: 2, perDay: 6, spacing: 3600 },
      slow: { from: 2, to: 0, departure: '23:00', stops: { 1: 80_000 } },
    };
    const timetable = planTimetable(singleTrack({ ...three, services }));
    expect(timetable.refused).toEqual([]);
    const leaves = timetable.trains
      .filter(({ service }) => service === 'up')
      .map(({ departure }) => departure % 86_400);
    for (const a of leaves) for (const b of leaves) if (a !== b) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(3600);
    const slow = trainOf(timetable, 'slow 1');
    expect(slow.arrival).toBeGreaterThan(86_400 + 21 * 3600);
  });

  test('refuses by name what cannot run, what meets itself, and what does not fit, and keeps the rest', () => {
    const stations = [{ tracks: 2 }, { tracks: 2, length: 280 }, { tracks: 2 }];
    const tooLong = planTimetable(
      singleTrack({ ...three, stations, services: { up: { from: 0, to: 2, departure: '08:00', stops: { 1: 60 } } } }),
    );
    expect(tooLong.refused).toMatchObject([{ service: 'up', count: 1 }]);
    expect(tooLong.refused[0]!.reason).toContain('no track at s1 takes its train of');
    const itself = planTimetable(
      singleTrack({ ...three, services: { up: { from: 0, to: 2, departure: '08:00', stops: { 1: 90_000 } } } }),
    );
    expect(itself.refused[0]!.reason).toContain('meet itself');
    const crowd = planTimetable(
      singleTrack({
        ...three,
        sections: [10_000, 40_000],
        services: { up: { from: 0, to: 2, perDay: 30 }, down: { from: 2, to: 0, perDay: 30 } },
      }),
    );
    expect(crowd.refused.length).toBeGreaterThan(0);
    const count = crowd.refused.reduce((sum, refused) => sum + refused.count, 0);
    expect(crowd.trains.length + count).toBe(60);
    expect(new Set(crowd.refused.map(({ section }) => section))).toEqual(new Set(['line/s1/s2']));
  });

  test('is the same for the same seed and limit, and no dearer for a higher limit', () => {
    const services = { up: { from: 0, to: 2, perDay: 20 }, down: { from: 2, to: 0, perDay: 20 } };
    const model = singleTrack({ ...three, services });
    const once = planTimetable(model, { workLimit: 50_000, seed: 3 });
    expect(planTimetable(model, { workLimit: 50_000, seed: 3 })).toEqual(once);
    expect(planTimetable(model, { workLimit: 0, seed: 3 }).cost).toBeGreaterThanOrEqual(once.cost);
    expect(once.cost).toBeGreaterThanOrEqual(once.bound);
  });
});

describe('saturation', () => {
  test('stops at the longer section, near the number of trains its occupation allows', () => {
    const line = {
      ...three,
      sections: [5000, 20_000],
      services: { up: { from: 0, to: 2, perDay: 1 }, down: { from: 2, to: 0, perDay: 1 } },
    };
    const { added, refused, timetable } = saturate(singleTrack(line), { services: ['up', 'down'] });
    expect(refused).toMatchObject({ section: 'line/s1/s2' });
    expect(timetable.trains).toHaveLength(added + 2);
    const held = blockedPaths(timetable, ['line/s1/s2']).map(({ blocks }) => blocks[0]!.end - blocks[0]!.start);
    const most = 86_400 / Math.min(...held);
    expect(added + 2).toBeLessThanOrEqual(most);
    expect(added + 2).toBeGreaterThan(0.8 * most);
  });
});
