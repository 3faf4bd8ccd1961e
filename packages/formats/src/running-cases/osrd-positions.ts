import type { Path, Stop, Train } from '@throughline/engine';
import { CaseReader, parseCaseJson } from './case-reader.ts';

/** One restated unit test of OSRD's envelope simulation: where the behaviour of a train changes. */
export interface OsrdPositionCase {
  readonly id: string;
  readonly kind: string;
  readonly train: Train;
  readonly path: Path;
  readonly stops: readonly Stop[];
  /** Expected behaviours in order. */
  readonly phases: readonly string[];
  /** Expected position of each change of behaviour, m. */
  readonly transitions: readonly number[];
}

/** The restated cases and their constants. */
export interface OsrdPositionFile {
  /** Acceleration of free fall that the positions use, m/s²; their grade force is `m g sin(atan i)`. */
  readonly gravity: number;
  readonly cases: readonly OsrdPositionCase[];
}

/**
 * Reads restated OSRD phase positions (JSON).
 *
 * @param text the file's text
 * @returns the cases, SI units
 * @throws CaseFileError with every fault
 * @example
 * parseOsrdPositions(text).cases[0]?.transitions; // [6529, 8500]
 */
export function parseOsrdPositions(text: string): OsrdPositionFile {
  const reader = new CaseReader();
  const file = reader.object(parseCaseJson(text), 'file');
  const gravity = reader.number(file.gravity, 'gravity');
  const stock = reader.object(file.rolling_stock, 'rolling_stock');
  const trains = new Map(
    Object.entries(stock).map(([name, value]) => [name, readTrain(reader, value, `rolling_stock.${name}`)]),
  );
  const cases = reader.list(file.cases, 'cases').map((value, i) => {
    const place = `cases[${i}]`;
    const entry = reader.object(value, place);
    const name = reader.text(entry.stock, `${place}.stock`);
    const train = trains.get(name);
    if (train === undefined) reader.fault(`${place}.stock`, name, [...trains.keys()].join(' or '));
    const length = reader.number(entry.path_length_m, `${place}.path_length_m`);
    const numbers = (key: string) =>
      reader.list(entry[key], `${place}.${key}`).map((one, k) => reader.number(one, `${place}.${key}[${k}]`));
    const limit = reader.number(entry.speed_limit_mps, `${place}.speed_limit_mps`);
    const slope = reader.number(entry.slope, `${place}.slope`);
    return {
      id: reader.text(entry.id, `${place}.id`),
      kind: reader.text(entry.kind, `${place}.kind`),
      train: train!,
      path: {
        length,
        speedLimits: [{ from: 0, to: length, speed: limit }],
        gradients: [{ from: 0, to: length, gradient: slope / 1000 }],
        curves: [],
      },
      stops: numbers('stops_m').map((position) => ({ position, dwell: 0 })),
      phases: reader.list(entry.phases, `${place}.phases`).map((one, k) => reader.text(one, `${place}.phases[${k}]`)),
      transitions: numbers('transitions_m'),
    };
  });
  reader.throwIfAny();
  return { gravity, cases };
}

function readTrain(reader: CaseReader, value: unknown, place: string): Train {
  const entry = reader.object(value, place);
  const at = (name: string) => reader.number(entry[name], `${place}.${name}`);
  const davis = reader.object(entry.davis, `${place}.davis`);
  const brake = reader.object(entry.braking, `${place}.braking`);
  const effort = reader.object(entry.tractive_effort, `${place}.tractive_effort`);
  const mass = at('mass_kg');
  const rotatingMassFactor = at('inertia_coefficient');
  const maxSpeed = at('max_speed_mps');
  const deceleration = reader.number(brake.value_mps2, `${place}.braking.value_mps2`);
  return {
    mass,
    length: at('length_m'),
    rotatingMassFactor,
    maxSpeed,
    traction: [
      {
        kind: 'table',
        points: [
          [0, reader.number(effort.at_0_N, `${place}.tractive_effort.at_0_N`)],
          [maxSpeed, reader.number(effort.at_max_speed_N, `${place}.tractive_effort.at_max_speed_N`)],
        ],
      },
    ],
    resistance: {
      kind: 'davis',
      a: reader.number(davis.A_N, `${place}.davis.A_N`),
      b: reader.number(davis.B_N_per_mps, `${place}.davis.B_N_per_mps`),
      c: reader.number(davis.C_N_per_mps2, `${place}.davis.C_N_per_mps2`),
    },
    braking:
      reader.choice(brake.type, `${place}.braking.type`, ['CONST', 'MAX']) === 'CONST'
        ? { kind: 'constant-net', deceleration }
        : { kind: 'constant-force', force: deceleration * mass * rotatingMassFactor },
  };
}
