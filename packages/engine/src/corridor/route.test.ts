import { describe, expect, it } from 'vitest';
import { faultsOfTiny, modelOfTiny } from '../../test/tiny.ts';
import { findRoute } from './route.ts';

const wide = [1.435];
const model = modelOfTiny();

describe('the route of a train', () => {
  it('leads along one line as one leg, past every station', () => {
    expect(findRoute(model, ['a', 'b'], wide)).toEqual({
      kind: 'route',
      legs: [{ line: 'one', from: 'a', to: 'b', begin: 0, end: 20_000, direction: 'rising' }],
      stations: [
        { station: 'a', distance: 0, reverses: false },
        { station: 'm', distance: 10_000, reverses: false },
        { station: 'b', distance: 20_000, reverses: false },
      ],
      length: 20_000,
    });
  });

  it('runs backwards on falling chainage', () => {
    expect(findRoute(model, ['b', 'a'], wide)).toMatchObject({
      legs: [{ line: 'one', begin: 20_000, end: 0, direction: 'falling' }],
      length: 20_000,
    });
  });

  it('reverses where it leaves on the side it came from, and only there', () => {
    const reversals = (via: string[]) => {
      const route = findRoute(model, via, wide);
      return route.kind === 'route'
        ? route.stations.filter(({ reverses }) => reverses).map(({ station }) => station)
        : route;
    };
    expect(reversals(['a', 'd'])).toEqual(['m']);
    expect(reversals(['b', 'd'])).toEqual([]);
    expect(reversals(['d', 'a'])).toEqual(['m']);
    expect(reversals(['a', 'b', 'm'])).toEqual(['b']);
  });

  it('is the shortest that its stations allow', () => {
    const detour = modelOfTiny(`
stations: { x: { name: X, country: north, tracks: { t: { length: 600 m, gauges: [1435 mm] } } } }
lines:
  cut:
    name: Cut
    countries: [north]
    status: open
    curve_resistance: none
    stations: { a: { at: 0 km }, x: { at: 5 km }, b: { at: 12 km } }
    stretches: { all: { begin: a, end: b, tracks: 1, gauges: [1435 mm], line_speed: 72 km/h, gradient: 0 permille, braking_distance: 1000 m, block: absolute, power: [] } }`);
    expect(findRoute(detour, ['a', 'b'], wide)).toMatchObject({ length: 12_000, legs: [{ line: 'cut' }] });
    expect(findRoute(detour, ['a', 'm', 'b'], wide)).toMatchObject({ length: 20_000, legs: [{ line: 'one' }] });
  });

  it('keeps to the gauge: what the train does not fit is no way', () => {
    expect(findRoute(model, ['a', 'c'], wide)).toEqual({
      kind: 'no-route',
      from: 'a',
      to: 'c',
      reason: 'no unbroken track of 1435 mm leads from a to c',
    });
    expect(findRoute(model, ['a', 'c'], [1.435, 1])).toMatchObject({ kind: 'route', length: 35_000 });
    const third = modelOfTiny(
      'lines: { two: { stretches: { rail: { begin: b, end: 14 km, gauges: [1000 mm, 1435 mm] } } } }',
    );
    expect(findRoute(third, ['a', 'c'], wide)).toMatchObject({ kind: 'no-route' });
    const whole = modelOfTiny(
      'lines: { two: { stretches: { rail: { begin: b, end: c, gauges: [1000 mm, 1435 mm] } } } }',
    );
    expect(findRoute(whole, ['a', 'c'], wide)).toMatchObject({ length: 35_000 });
    expect(findRoute(whole, ['b', 'c'], [1])).toMatchObject({ length: 15_000 });
  });

  it('does not exist where no line leads', () => {
    expect(
      findRoute(modelOfTiny('stations: { far: { name: Far, country: north } }'), ['a', 'far'], wide),
    ).toMatchObject({
      reason: 'no line leads from a to far',
    });
  });
});

describe('a service whose route has something missing is diagnosed', () => {
  it.each([
    ['services: { north: { route: [a, c] } }', 'no unbroken track of 1435 mm leads from a to c'],
    ['services: { north: { route: [a] } }', 'A route has at least two stations.'],
    ['services: { north: { route: [a, a] } }', 'A route leads from each of its stations to another.'],
    ['services: { north: { route: [a, d] } }\nstations: { m: { reversal: ~ } }', 'A value is due here.'],
    ['services: { north: { route: [b, d] } }\nstations: { m: { remove: [ends] } }', 'does not say on which side line'],
    [
      'services: { north: { route: [a, d] } }\nstations: { m: { remove: [reversal] } }',
      'does not say how long that takes',
    ],
    [
      'stations: { b: { tracks: { n: { length: 150 m } } } }',
      '150 m for a train of 160 m expected a track of at least 160 m',
    ],
    [
      'lines: { one: { stretches: { all: { power: [25 kV 50 Hz] } } } }\nvehicles: { engine: { power: [3 kV] } }',
      'have no power on part of line one',
    ],
    [
      'lines: { one: { stretches: { weak: { begin: a, end: m, axle_load: 12 t } } } }',
      'An axle of engine is too heavy for line one.',
    ],
  ])('%s', (change, fault) => {
    expect(faultsOfTiny(change).join('\n')).toContain(fault);
  });
});
