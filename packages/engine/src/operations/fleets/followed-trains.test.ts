import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../../test/tiny.ts';
import { planDay } from '../../timetable/index.ts';
import { type OperationsOptions, simulateOperations } from '../index.ts';

const service = (name: string, route: string, departure: string) =>
  `${name}: { name: ${name}, train_type: narrow, route: [${route}], kind: scheduled, departure: '${departure}', daily: 8, interval: 3 h }`;
const shuttle = `services: { out: ${service('Out', 'b, c', '00:30').slice(5)}, back: ${service('Back', 'c, b', '02:00').slice(6)} }\n`;
const engines = (more: string) =>
  `fleets: { engines: { name: Engines, kind: locomotives, vehicles: [small-engine], services: [out, back], ${more} } }\n`;

function days(change: string, options: OperationsOptions = {}) {
  const model = modelOfTiny(change);
  const day = planDay(model, { workLimit: 1e5 });
  const result = simulateOperations(
    model,
    day,
    {},
    { days: 30, warmUp: 2, replications: 1, disturbed: false, ...options },
  );
  return { model, day, result };
}

describe('trains on a line whose engines are followed', () => {
  it.each(['first come', 'planned order'] as const)(
    'keep their plan to the second with the number that is worked out: %s',
    (dispatch) => {
      const plain = days(shuttle, { dispatch }).result;
      const { result } = days(shuttle + engines('turnround: 40 min'), { dispatch });
      const [fleet] = result.fleets;
      expect(fleet!.units).toBe(fleet!.needed);
      expect(fleet).toMatchObject({ waited: 0, wait: 0, lightRuns: 0, givenUp: 0 });
      for (const id of ['out', 'back']) {
        expect(result.services[id]!.time).toEqual(plain.services[id]!.time);
        expect(result.services[id]!.punctual).toEqual(plain.services[id]!.punctual);
      }
      if (dispatch === 'planned order') expect(result.services.out!.punctual[0]!.share).toBe(1);
    },
  );

  it.each(['first come', 'planned order'] as const)('run as often as one engine can: %s', (dispatch) => {
    const { day, result } = days(shuttle + engines('turnround: 3 h, units: 1'), { dispatch, days: 120, warmUp: 4 });
    const run = (id: string) => {
      const path = day.paths[day.problem.trains.findIndex((train) => train.service === id)]!;
      return path.stays.at(-1)!.arrival - path.stays[0]!.departure;
    };
    const cycle = run('out') + run('back') + 2 * 3 * 3600;
    const { out, back } = result.services;
    // The order of the plan has an engine wait for trains whose turn comes before, until they are given up.
    const limit = 86_400 / cycle + 0.05;
    for (const { arrived } of [out!, back!]) {
      expect(arrived).toBeGreaterThan(dispatch === 'first come' ? limit - 0.1 : 1);
      expect(arrived).toBeLessThan(limit);
    }
    // The rest is given up, and every minute of the wait has its name.
    expect(Math.abs(out!.arrived + out!.refused - 8)).toBeLessThan(0.1);
    expect(result.fleets[0]!.givenUp).toBeCloseTo(out!.refused + back!.refused, 6);
    const waited = out!.parts.find(({ cause }) => cause === 'no locomotive')!;
    expect(waited.group).toBe('late start');
    expect(out!.parts.reduce((sum, { time }) => sum + time, 0)).toBeCloseTo(out!.time!.mean, 3);
    // By rule they are given up at the end of a day after the first, in the order of the plan after two hours.
    const [least, most] = dispatch === 'first come' ? [12, 48] : [0, 2];
    expect(waited.time).toBeGreaterThan(least * 3600);
    expect(waited.time).toBeLessThan(most * 3600);
    expect(result.fleets[0]!.onTrains.most).toBe(1);
  });

  it('are the same whatever fleets say of trains elsewhere', () => {
    const apart = `fleets: { wide: { name: Wide engines, kind: locomotives, vehicles: [engine], turnround: 1 h } }\n`;
    expect(days(shuttle + apart).result.services.out).toEqual(days(shuttle).result.services.out);
  });
});
