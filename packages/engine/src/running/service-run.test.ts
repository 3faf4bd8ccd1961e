import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../test/tiny.ts';
import { pathOf } from './path-of.ts';
import type { ServiceRun } from './service-outcome.ts';
import { runService } from './service-run.ts';

function ran(change: string, service = 'north'): ServiceRun {
  const outcome = runService(modelOfTiny(change), service);
  if (outcome.kind !== 'run') throw new Error(outcome.message);
  return outcome;
}

const plain = ran('{}');

describe('one train of a service', () => {
  it('runs from its first to its last station', () => {
    expect(plain.route.length).toBe(20_000);
    expect(plain.segments).toHaveLength(1);
    expect(plain.standing).toBe(0);
    // 20 km at 72 km/h are 1000 s; starting and braking cost a few minutes more.
    expect(plain.time).toBeGreaterThan(1000);
    expect(plain.time).toBeLessThan(1300);
    expect(plain.train).toMatchObject({ mass: 600_000, trailingMass: 500_000, netLoad: 300_000, length: 160 });
    expect(plain.energyTaken).toBeCloseTo(plain.energyAtWheel / 0.3, 3);
  });

  it('stands at its stops as long as they say, and that is standing time', () => {
    const stopping = ran('services: { north: { stops: { m: { dwell: 10 min } } } }');
    expect(stopping.segments).toHaveLength(1);
    expect(stopping.standing).toBe(600);
    expect(stopping.time - 600).toBeGreaterThan(plain.time);
    expect(stopping.energyAtWheel).toBeGreaterThan(plain.energyAtWheel);
  });

  it('reverses where its route does, and runs each part in its own direction', () => {
    const reversing = ran('services: { north: { route: [a, d] } }\njourneys: { box: { legs: [south] } }');
    expect(reversing.segments.map(({ start, path }) => [start, path.length])).toEqual([
      [0, 10_000],
      [10_000, 5000],
    ]);
    expect(reversing.standing).toBe(1200);
    const [first, second] = reversing.segments;
    expect(second.departure).toBeCloseTo(first.run.totalTime + 1200, 9);
    expect(reversing.time).toBeCloseTo(second.departure + second.run.totalTime, 9);
    expect(second.path.speedLimits).toEqual([{ from: 0, to: 5000, speed: 10 }]);
  });

  it('does not reverse on the other side', () => {
    expect(ran('services: { north: { route: [b, d] } }\njourneys: { box: { legs: [south] } }').segments).toHaveLength(
      1,
    );
  });

  it('stops at a border it passes, without time of its own', () => {
    const passing = `borders: { b: { approaches: { north: { line: one, at: m }, south: { line: one, at: b } } } }
journeys: { box: { legs: [north] } }`;
    const stopping = ran(passing);
    expect(stopping.standing).toBe(0);
    expect(stopping.time).toBeGreaterThan(plain.time + 60);
  });
});

describe('helpers', () => {
  const steep = 'lines: { one: { stretches: { hill: { begin: a, end: m, gradient: 20 permille } } } }\n';
  const helped = (attach: string, detach: string) =>
    `${steep}train_types: { wide: { helpers: { push: { vehicle: engine, count: 1, attach: ${attach}, detach: ${detach}, time: 8 min } } } }`;

  it('are with the train between their stations, and joining or leaving takes time', () => {
    const alone = ran(steep);
    const pushed = ran(helped('a', 'm'));
    expect(pushed.segments).toHaveLength(2);
    expect(pushed.standing).toBe(480);
    expect(pushed.segments[0].run.totalTime).toBeLessThan(alone.time);
    expect(pushed.segments[0].run.energyAtWheel).toBeGreaterThan(0);
    const heavier = pushed.segments[0].run.energyAtWheel + pushed.segments[1].run.energyAtWheel;
    expect(pushed.energyAtWheel).toBeCloseTo(heavier, 3);
    expect(pushed.train.mass).toBe(600_000);
  });

  it('do not help a train that runs the other way', () => {
    const back = (change: string) =>
      ran(`${change}\nservices: { north: { route: [b, a] } }\njourneys: { box: { legs: [south] } }`);
    const [alone, with_] = [back(steep), back(helped('a', 'm'))];
    expect(with_.segments.map(({ run }) => run.energyAtWheel).reduce((a, b) => a + b)).toBeGreaterThan(0);
    expect(with_.train.mass).toBe(alone.train.mass);
    expect(with_.energyAtWheel).toBeLessThan(1.2 * alone.energyAtWheel + 5e7);
  });
});

describe('a train that does not arrive is named', () => {
  it('when it cannot climb: where, and what it could take there', () => {
    const outcome = runService(
      modelOfTiny('lines: { one: { stretches: { wall: { begin: 12 km, end: 14 km, gradient: 80 permille } } } }'),
      'north',
    );
    expect(outcome.kind).toBe('cannot-climb');
    if (outcome.kind === 'run') return;
    expect(outcome.distance).toBeGreaterThan(12_000);
    expect(outcome.distance).toBeLessThan(14_000);
    expect(outcome.message).toContain('near M on 80.0 ‰; it could take');
    // 300 kN carry m·g·(2 + 80)/1000 on the wall, or a little more for the part of the train still below it.
    const onTheWall = 300_000 / (9.80665 * 0.082);
    expect(outcome.largestMass).toBeGreaterThan(0.99 * onTheWall);
    expect(outcome.largestMass).toBeLessThan(600_000);
    expect(outcome.route?.length).toBe(20_000);
  });

  it('when it cannot start', () => {
    const outcome = runService(modelOfTiny('vehicles: { engine: { traction: { starting_effort: 5 kN } } }'), 'north');
    expect(outcome).toMatchObject({ kind: 'cannot-start', distance: 0 });
  });

  it('when it has no effort at all', () => {
    const outcome = runService(
      modelOfTiny(
        'vehicles: { engine: { traction: { starting_effort: 0 kN } } }\nresistances: { plain: { a: 0 N/kN } }',
      ),
      'north',
    );
    expect(outcome.kind).toBe('cannot-start');
    expect(JSON.stringify(outcome)).not.toContain('Infinity');
  });

  it('when its brakes do not hold it', () => {
    const outcome = runService(
      modelOfTiny(
        'lines: { one: { stretches: { cliff: { begin: a, end: b, gradient: -120 permille, braking_distance: 50 m } } } }',
      ),
      'north',
    );
    expect(outcome.kind).toBe('cannot-brake');
    expect(outcome).not.toHaveProperty('largestMass');
  });

  it('when it is longer than the model of its brake', () => {
    const long = `
stations: { a: { tracks: { t: { length: 3 km } } }, b: { tracks: { n: { length: 3 km } } } }
train_types: { wide: { consist: { w: { count: 120 } } } }`;
    expect(runService(modelOfTiny(long), 'north')).toMatchObject({
      kind: 'outside-model',
      message: expect.stringContaining('train.length is 1700'),
    });
  });

  it('when its curves are tighter than the formula of its line', () => {
    const tight =
      'lines: { one: { curve_resistance: roeckl-standard, stretches: { bend: { begin: a, end: m, curve_radius: 45 m } } } }';
    expect(runService(modelOfTiny(tight), 'north')).toMatchObject({ kind: 'outside-model' });
  });
});

describe('the path of a train', () => {
  const change = `
lines:
  one:
    curve_resistance: china
    stretches:
      up: { begin: a, end: m, gradient: 5 permille, line_speed_rising: 36 km/h }
      slow: { begin: 12 km, end: 13 km, line_speed: 54 km/h }
      bend: { begin: 14 km, end: 16 km, curve_radius: 300 m, curve_share: 0.5 }`;
  const model = modelOfTiny(change);
  const leg = { line: 'one', from: 'a', to: 'b', begin: 0, end: 20_000, direction: 'rising' } as const;
  const back = { line: 'one', from: 'b', to: 'a', begin: 20_000, end: 0, direction: 'falling' } as const;

  it('has the limits, gradients and curves of its direction', () => {
    const path = pathOf(model, [leg]);
    expect(path.gradients).toEqual([
      { from: 0, to: 10_000, gradient: 0.005 },
      { from: 10_000, to: 20_000, gradient: 0 },
    ]);
    expect(path.speedLimits).toContainEqual({ from: 0, to: 10_000, speed: 10 });
    expect(path.speedLimits).toContainEqual({ from: 12_000, to: 13_000, speed: 15 });
    expect(path.curves).toEqual([{ from: 14_000, to: 16_000, resistance: 0.001 }]); // 0.5 · 600/300 ‰
    expect(path).toMatchObject({ length: 20_000, brakingDistance: 1000 });
  });

  it('is the mirror image the other way: gradients change their sign, limits of the other direction fall away', () => {
    const path = pathOf(model, [back]);
    expect(path.gradients.map(({ from, to, gradient }) => [from, to, gradient + 0])).toEqual([
      [0, 10_000, 0],
      [10_000, 20_000, -0.005],
    ]);
    expect(path.speedLimits).not.toContainEqual(expect.objectContaining({ speed: 10 }));
    expect(path.speedLimits).toContainEqual({ from: 7000, to: 8000, speed: 15 });
    expect(path.curves).toEqual([{ from: 4000, to: 6000, resistance: 0.001 }]);
  });

  it('joins legs end to end', () => {
    const path = pathOf(model, [leg, { line: 'two', from: 'b', to: 'c', begin: 0, end: 15_000, direction: 'rising' }]);
    expect(path.length).toBe(35_000);
    expect(path.speedLimits.at(-1)).toEqual({ from: 20_000, to: 35_000, speed: 15 });
    expect(path.gradients.at(-1)).toEqual({ from: 20_000, to: 35_000, gradient: 0 });
  });

  it('has no gaps between gradients where the checks overlook half a metre', () => {
    const gap = modelOfTiny(`
lines: { three: { stretches: { all: { begin: m, end: 3 km }, rest: { begin: 3000.4 m, end: d, tracks: 1, gauges: [1435 mm], line_speed: 36 km/h, gradient: 1 permille, braking_distance: 900 m, block: absolute, power: [] } } } }
services: { north: { route: [m, d] } }
journeys: { box: { legs: [south] } }`);
    expect(runService(gap, 'north').kind).toBe('run');
  });
});
