import { conflictsOf, dispatchOfPlan, planTrains, verifySolution } from '@throughline/engine';
import { describe, expect, test } from 'vitest';
import { PeerScenarioError, planOfScenario, readPeerScenario } from './index.ts';

/** Three stations between two yards, 10 km apart, a passenger train each way. */
const tiny = () => ({
  format: 'corridor-scenario/1',
  description: 'tiny',
  gravity: 9.80665,
  lineSpeedMps: 20,
  mainTrackSpeedMps: 20,
  loopTrackSpeedMps: 10,
  yardTrackSpeedMps: 10,
  points: [0, 10_000, 20_000, 30_000].map((positionM, i) => ({
    id: `P${i}`,
    kind: i % 3 === 0 ? 'yard' : 'crossingStation',
    positionM,
  })),
  sections: [9700, 9400, 9700].map((lengthM, i) => ({ index: i, fromPoint: i, toPoint: i + 1, lengthM })),
  trainTypes: {
    passenger: {
      massKg: 400e3,
      lengthM: 250,
      rotatingMassFactor: 1,
      maxSpeedMps: 20,
      traction: { type: 'power', powerW: 1e9, maxForceN: 400e3 },
      resistance: { type: 'davis', A_N: 0, B_N_per_mps: 0, C_N_per_mps2: 0 },
      brakeDecelMps2: 1,
    },
  },
  trains: (['E', 'W'] as const).map((direction) => ({
    id: direction,
    type: 'passenger',
    direction,
    requestedDepartureS: direction === 'E' ? 0 : 1000,
    path: (direction === 'E' ? [0, 1, 2, 3] : [3, 2, 1, 0]).map((point) => ({
      point,
      minDwellS: 0,
      scheduledStop: false,
    })),
  })),
});

describe('the neutral single-track scenario', () => {
  test('runs a train alone as its speeds, accelerations and lengths say', () => {
    const scenario = { ...tiny(), trains: tiny().trains.slice(0, 1) };
    const plan = planTrains(planOfScenario(readPeerScenario(JSON.stringify(scenario))));
    const [path] = plan.paths;
    // At 1 m/s²: to 10 m/s in 10 s and 50 m; so until the tail has left the yard at 280 m; to 20 m/s in 10 s and 150 m;
    // back to 10 m/s over the 150 m before the far points at 30,030 m; 520 m on and 50 m to standstill.
    const seconds = 10 + 230 / 10 + 10 + (30_030 - 150 - 430) / 20 + 10 + 520 / 10 + 10;
    const time = path!.stays[3]!.arrival;
    expect(time).toBeGreaterThanOrEqual(seconds);
    expect(time).toBeLessThan(seconds + 3); // each of three sections is rounded up
    expect(plan.cost).toBe(plan.bound);
  });

  test('lets opposing trains meet on different tracks of a station, as planner, checker and dispatcher agree', () => {
    const problem = planOfScenario(readPeerScenario(JSON.stringify(tiny())));
    const plan = planTrains(problem, { workLimit: 100_000 });
    expect(plan.paths.every((path) => path !== undefined)).toBe(true);
    expect(plan.cost).toBeGreaterThan(plan.bound);
    expect(conflictsOf(problem, plan.paths)).toEqual([]);
    const { problem: dispatch, events } = dispatchOfPlan(problem, plan.paths, 1);
    expect(verifySolution(dispatch, events)).toEqual({ feasible: true, objective: 0 });
  });

  test('keeps departures unless they may be moved', () => {
    const read = readPeerScenario(JSON.stringify(tiny()));
    const fixed = planTrains(planOfScenario(read), { workLimit: 100_000 });
    expect(fixed.paths.map((path) => path?.stays[0]?.departure)).toEqual([0, 1000]);
    const free = planTrains(planOfScenario(read, { latestDeparture: 3600 }), { workLimit: 100_000 });
    expect(free.cost).toBeLessThanOrEqual(fixed.cost);
  });

  test('names every fault of a bad file with its place', () => {
    const bad = { ...tiny(), lineSpeedMps: 'fast', trains: [{ ...tiny().trains[0], type: 'tram', path: [] }] };
    const faults = (text: string) => {
      try {
        readPeerScenario(text);
      } catch (error) {
        return (error as PeerScenarioError).faults.map(({ place }) => place);
      }
      return [];
    };
    expect(faults(JSON.stringify(bad))).toEqual(['lineSpeedMps']);
    expect(faults(JSON.stringify({ ...bad, lineSpeedMps: 20 }))).toEqual(['trains[0].type', 'trains[0].path']);
    expect(faults('{')).toEqual(['file']);
    expect(() => readPeerScenario('[]')).toThrow(PeerScenarioError);
  });
});
