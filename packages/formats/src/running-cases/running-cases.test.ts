import { describe, expect, it } from 'vitest';
import { CaseFileError } from './case-file-error.ts';
import { placeOfJsonFault } from './json-fault.ts';
import { parseOsrdPositions } from './osrd-positions.ts';
import { parseReferenceCases, type ReferenceCaseFile } from './reference-cases.ts';
import { parseTrainRunsExpectations, parseTrainRunsPath, parseTrainRunsTrain } from './trainruns.ts';
import { writeReferenceCases } from './write-reference-cases.ts';

const file: ReferenceCaseFile = {
  gravity: 9.80665,
  cases: [
    {
      id: 'one',
      description: 'two locomotives',
      source: 'by hand',
      train: {
        mass: 1e6,
        length: 400,
        rotatingMassFactor: 1.06,
        maxSpeed: 22.5,
        traction: [
          { kind: 'power', power: 2e6, maxForce: 2e5 },
          { kind: 'adhesion', power: 2e6, maxForce: 2e5, adhesionFactor: 0.9, adhesiveMass: 84000 },
          {
            kind: 'table',
            points: [
              [0, 1e5],
              [20, 5e4],
            ],
          },
        ],
        resistance: { kind: 'davis', a: 1, b: 2, c: 3 },
        braking: { kind: 'constant-net', deceleration: 0.3 },
      },
      path: {
        length: 1000,
        speedLimits: [{ from: 0, to: 1000, speed: 20 }],
        gradients: [{ from: 0, to: 1000, gradient: 0.0123 }],
        curves: [],
      },
      stops: [{ position: 1000, dwell: 5 }],
      results: {
        front: {
          kind: 'run',
          totalTime: 100,
          runningTime: 95,
          energyAtWheel: 1e8,
          profile: [{ position: 10, speed: 1, time: 9 }],
        },
        uniformMass: { kind: 'cannot-climb', position: 700 },
      },
    },
  ],
};

function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof CaseFileError)
      return error.faults.map((f) => `${f.place}: found ${f.found}, expected ${f.expected}`);
    throw error;
  }
  return [];
}

describe('reference cases', () => {
  it('come back as they were written', () => {
    expect(parseReferenceCases(writeReferenceCases(file))).toEqual(file);
  });

  it('say every fault with its place, what was found and what was expected', () => {
    const text = writeReferenceCases(file)
      .replace('"massKg": 1000000', '"massKg": "heavy"')
      .replace('"type": "power"', '"type": "steam"')
      .replace('"permille": 12.3,', '');
    expect(faultsOf(() => parseReferenceCases(text))).toEqual([
      `cases[0].train.massKg: found "heavy", expected a number`,
      `cases[0].train.traction[0].type: found "steam", expected 'power' or 'table' or 'adhesion'`,
      'cases[0].line.gradients[0].permille: found nothing, expected a number',
    ]);
  });

  it('say where text stops being JSON, and refuse another format', () => {
    expect(faultsOf(() => parseReferenceCases('{\n  "format": x\n}'))[0]).toMatch(
      /^line 2, column 13: found .*expected JSON$/,
    );
    expect(faultsOf(() => parseReferenceCases('{"format":"other/2","gravity":9.8,"cases":[]}'))).toEqual([
      `format: found "other/2", expected 'corridor-reference-cases/1'`,
    ]);
  });

  it('cannot be written with what the format does not know', () => {
    const [entry] = file.cases;
    const braking = { kind: 'brake-percentage', percentage: 65, position: 'G' } as const;
    const changed = { ...file, cases: [{ ...entry!, train: { ...entry!.train, braking } }] };
    expect(faultsOf(() => writeReferenceCases(changed))).toEqual([
      'cases[0].train.braking.kind: found brake-percentage, expected constant-net',
    ]);
  });
});

const rollingStock = `
schema: https://railtoolkit.org/schema/rolling-stock.json
schema_version: "2022.05"
trains: [{ name: T, id: T, formation: [L, W, W] }]
vehicles:
  - { name: W, id: W, vehicle_type: freight, length: 20, mass: 20, load_limit: 60, speed_limit: 100,
      rotation_mass: 1.03, base_resistance: 1.4, air_resistance: 3.9 }
  - { name: L, id: L, vehicle_type: traction unit, length: 15, mass: 80, mass_traction: 80, speed_limit: 72,
      rotation_mass: 1.09, base_resistance: 2.2, air_resistance: 10, tractive_effort: [[0, 180000], [36, 90000]] }
`;

describe('TrainRuns files', () => {
  it('put a train together from its vehicles', () => {
    const train = parseTrainRunsTrain(rollingStock);
    expect(train.mass).toBe(240000);
    expect(train.length).toBe(55);
    expect(train.maxSpeed).toBe(20);
    expect(train.rotatingMassFactor).toBeCloseTo((1.09 * 80 + 1.03 * 40) / 120, 12);
    expect(train.traction).toEqual([
      {
        kind: 'table',
        points: [
          [0, 180000],
          [10, 90000],
        ],
      },
    ]);
    expect(train.braking).toEqual({ kind: 'constant-net', deceleration: 0.225 });
    // Wende's formula at 15 m/s: 5461.127 N for a locomotive of 80 t; wagons 1.4 and 3.9 per mille at 160 t.
    const { a, b, c } = train.resistance as { a: number; b: number; c: number };
    const wagons = 160 * 9.80665 * (1.4 + 3.9 * 0.54 * 0.54);
    expect(a + b * 15 + c * 225).toBeCloseTo(5461.127252 + wagons, 5);
  });

  it('read sections until the next row', () => {
    const path = parseTrainRunsPath(
      'schema: https://railtoolkit.org/schema/running-path.json\npaths:\n  - characteristic_sections:\n' +
        '      - [100, 72, 0]\n      - [600, 36, 5]\n      - [1100, 36, 5]\n',
    );
    expect(path).toEqual({
      length: 1000,
      speedLimits: [
        { from: 0, to: 500, speed: 20 },
        { from: 500, to: 1000, speed: 10 },
      ],
      gradients: [
        { from: 0, to: 500, gradient: 0 },
        { from: 500, to: 1000, gradient: 0.005 },
      ],
      curves: [],
    });
  });

  it('name unknown vehicles, broken YAML and broken tables', () => {
    expect(faultsOf(() => parseTrainRunsTrain(rollingStock.replace('[L, W, W]', '[L, X]')))).toEqual([
      'trains[0].formation[1]: found "X", expected W or L',
    ]);
    expect(faultsOf(() => parseTrainRunsPath('a: [1'))[0]).toMatch(/^line 1, column \d+: found .*expected YAML$/);
    expect(faultsOf(() => parseTrainRunsExpectations('train,path,own_converged_s\na,b,c'))).toEqual([
      'line 1: found "train,path,own_converged_s", expected a column own_error_estimate_s',
      'line 2, column own_converged_s: found null, expected a number',
      'line 2, column undefined: found "", expected a number',
    ]);
  });
});

describe('the place of a fault in JSON', () => {
  it.each([
    ['', 'line 1, column 1'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['[1, 2\n, 03]', 'line 2, column 4'],
    ['{"a" 1}', 'line 1, column 6'],
    ['["a\nb"]', 'line 1, column 2'],
    ['{"a": [1, {"b": null}]} x', 'line 1, column 25'],
    ['[1', 'line 1, column 3'],
  ])('of %j is %s', (text, place) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(placeOfJsonFault(text)).toBe(place);
  });
});

describe('OSRD positions', () => {
  it('name a train that is not there', () => {
    const text = JSON.stringify({ gravity: 9.81, rolling_stock: {}, cases: [{ id: 'x', kind: 'k', stock: 'Y' }] });
    expect(faultsOf(() => parseOsrdPositions(text))[0]).toMatch(/^cases\[0\]\.stock: found "Y"/);
  });
});
