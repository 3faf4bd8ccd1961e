import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { compareAtBorders, type Model } from '../corridor/index.ts';
import { type JourneyTime, journeyTime } from './journey-time.ts';
import { runService } from './service-run.ts';

function journey(change: string, id = 'box'): JourneyTime {
  const model: Model = modelOfTiny(change);
  const runs = Object.fromEntries(Object.keys(model.services).map((service) => [service, runService(model, service)]));
  return journeyTime(model, id, runs, compareAtBorders(model));
}

const parts = ({ parts: all }: JourneyTime) => all.map(({ what, id }) => `${what} ${id}`);

/** Through wagons on a third rail, with another control system beyond the border. */
const through = `
lines: { two: { stretches: { all: { gauges: [1000 mm, 1435 mm] } } } }
stations: { c: { tracks: { t: { length: 600 m, gauges: [1000 mm, 1435 mm] } } }, b: { ends: { w: { line: one, toward: falling, side: a }, e: { line: two, toward: rising, side: b } } } }
services: { north: { route: [a, c] } }
journeys: { box: { legs: [north] } }
`;

describe('a journey', () => {
  it('has its border between its legs: transfer and procedures add up', () => {
    const time = journey('{}');
    expect(parts(time)).toEqual(['run north', 'border b', 'run south']);
    expect(time.border).toBe(8 * 3600);
    expect(time.parts[1]).toMatchObject({ how: 'transshipment', time: 8 * 3600 });
    expect(time.parts[1].steps).toEqual([
      { label: 'transshipment', time: 6 * 3600 },
      { label: 'Papers', time: 2 * 3600 },
    ]);
    expect(time.total).toBeCloseTo((time.running ?? 0) + 8 * 3600, 6);
    expect(time.outcome).toBe('arrives');
  });

  it('has its border within a leg that runs through it', () => {
    const change = 'borders: { b: { transfers: { swap: { kind: locomotive change, applies: both, time: 30 min } } } }';
    const time = journey(through + change);
    expect(parts(time)).toEqual(['run north', 'border b']);
    expect(time.parts[1]).toMatchObject({ how: 'locomotive change', time: 1800 + 7200 });
  });

  it('has its border between two stations of its own on either side', () => {
    const apart = `
stations: { b2: { name: B2, country: south, tracks: { s: { length: 300 m, gauges: [1000 mm] } } }, b: { country: north } }
lines: { two: { stations: { remove: [b], b2: { at: 0 km } }, stretches: { all: { begin: b2 } } } }
borders: { b: { approaches: { south: { at: b2 } } } }
services: { south: { route: [b2, c] } }`;
    expect(parts(journey(apart))).toEqual(['run north', 'border b', 'run south']);
  });

  it('that stays on one side crosses no border', () => {
    const time = journey('services: { north: { route: [a, m] } }\njourneys: { box: { legs: [north] } }');
    expect(parts(time)).toEqual(['run north']);
    expect(time.border).toBe(0);
  });

  it('takes the quickest transfer that the obstacles leave', () => {
    const quick = 'borders: { b: { transfers: { bogies: { kind: bogie exchange, applies: freight, time: 4 h } } } }';
    expect(journey(quick).parts[1]).toMatchObject({ how: 'bogie exchange', time: 6 * 3600 });
    const slow = quick.replace('4 h', '9 h');
    expect(journey(slow).parts[1]).toMatchObject({ how: 'transshipment' });
    const needless =
      'borders: { b: { transfers: { swap: { kind: locomotive change, applies: freight, time: 1 min } } } }';
    expect(journey(needless).parts[1]).toMatchObject({ how: 'transshipment' });
  });

  it('counts only what concerns it', () => {
    const passengers = `
borders: { b: { transfers: { walk: { kind: change of train, applies: passenger, time: 20 min } }, procedures: { passports: { name: Passports, by: south, applies: both, time: 30 min } } } }
journeys: { box: { kind: passenger } }`;
    expect(journey(passengers).border).toBe(50 * 60);
  });

  it('that needs no transfer waits for the papers alone', () => {
    const time = journey(through.replace('gauges: [1000 mm, 1435 mm] }', 'gauges: [1000 mm, 1435 mm], control: [X] }'));
    expect(time.parts[1]).toMatchObject({ how: 'through running', time: 7200 });
  });

  it('adds its layovers', () => {
    const time = journey('journeys: { box: { layovers: { night: { station: c, time: 5 h, why: waits for day } } } }');
    expect(time.layover).toBe(5 * 3600);
    expect(parts(time).at(-1)).toBe('layover c');
    expect(time.total).toBeCloseTo((time.running ?? 0) + (time.border ?? 0) + 5 * 3600, 6);
  });
});

describe('a journey that does not arrive', () => {
  it('is named by the transfer nobody provides', () => {
    const time = journey(
      'borders: { b: { transfers: { remove: [lift], swap: { kind: locomotive change, applies: both, time: 1 h } } } }',
    );
    expect(time).toMatchObject({ outcome: 'no-transfer', total: null, running: null, border: null });
    expect(time.parts[1]).toMatchObject({ how: null, time: null });
  });

  it('is named by the train that stops on the way', () => {
    const time = journey('lines: { two: { stretches: { wall: { begin: 5 km, end: 7 km, gradient: 90 permille } } } }');
    expect(time).toMatchObject({ outcome: 'cannot-climb', total: null });
    expect(parts(time)).toEqual(['run north', 'border b', 'run south']);
    expect(time.parts[0].time).toBeGreaterThan(1000);
    expect(time.parts[2].time).toBeNull();
  });
});
