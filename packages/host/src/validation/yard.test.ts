import { describe, expect, it } from 'vitest';
import { validateYard } from './yard.ts';

const yard = JSON.stringify({
  format: 'corridor-yard/1',
  name: 'A small yard',
  timeUnit: 'min',
  arrivals: { process: 'poisson', meanInterarrivalMin: 120, containersPerTrain: 10 },
  transferTracks: { count: 2 },
  cranes: { count: 2, serviceDistribution: 'exponential', meanMin: 10 },
  customs: { officers: 3, serviceDistribution: 'exponential', meanMin: 20 },
  outgoing: { containersPerTrain: 10, assemblyMin: 45 },
  warmUpMin: 1440,
  measuredMin: 60_000,
  replications: 5,
});

const names = [
  'trackQueue',
  'craneQueue',
  'customsQueue',
  'stack',
  'craneUtil',
  'officerUtil',
  'trackUtil',
  'trainWaitMin',
  'trainYardMin',
  'containerDwellMin',
  'trainsArrived',
  'containersCleared',
  'trainsOut',
];

function rowsAgainst(expected: Readonly<Record<string, number>>) {
  const statistics = Object.fromEntries(names.map((name) => [name, { mean: expected[name] ?? 0, ci95: 0 }]));
  return validateYard({ yard, results: JSON.stringify({ tool: 'a simulator', statistics }) });
}

describe('the transshipment yard', () => {
  const own = Object.fromEntries(rowsAgainst({}).map(({ quantity, actual }) => [quantity, actual as number]));

  it('knows every statistic, and they agree with each other', () => {
    expect(Object.keys(own)).toEqual(names);
    for (const name of names) expect(own[name], name).toBeGreaterThan(0);
    // Little's law: containers in the crane queue, per container that comes, wait for what a train is there longer.
    expect(own.trainYardMin).toBeGreaterThan(own.trainWaitMin!);
    expect(own.containersCleared).toBeCloseTo(10 * own.trainsArrived!, -2);
    expect(own.craneUtil).toBeCloseTo((10 * 10) / 120 / 2, 1);
  });

  it('holds against itself, and goes red where one expectation is perturbed beyond both intervals', () => {
    expect(rowsAgainst(own).every(({ ok }) => ok)).toBe(true);
    for (const name of names) {
      const { tolerance } = rowsAgainst(own).find(({ quantity }) => quantity === name)!;
      const rows = rowsAgainst({ ...own, [name]: own[name]! + 1.01 * tolerance + 1e-9 });
      expect(rows.filter(({ ok }) => !ok).map(({ quantity }) => quantity)).toEqual([name]);
    }
  });
});
