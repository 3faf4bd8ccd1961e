import type { Path, Resistance, StalledRun, Stop, Traction, Train } from '@throughline/engine';
import { CaseReader, parseCaseJson } from './case-reader.ts';

/** Name of the format, in the file's `format`. */
export const REFERENCE_CASE_FORMAT = 'corridor-reference-cases/1';

/** Where gradients act in a variant of a case. */
export type GradeVariant = 'front' | 'uniformMass';

/** What a finished run is expected to take; SI. */
export interface ExpectedRun {
  readonly kind: 'run';
  readonly totalTime: number;
  readonly runningTime: number;
  readonly energyAtWheel: number;
  readonly profile: readonly { readonly position: number; readonly speed: number; readonly time: number }[];
}

/** What a run is expected to fail on. */
export interface ExpectedStall {
  readonly kind: StalledRun['kind'];
  /** Position of the front, m. */
  readonly position: number;
}

/** One running-time case: a train, a line, its stops, and what a run is expected to take. */
export interface ReferenceCase {
  readonly id: string;
  readonly description: string;
  /** Where the expectation comes from, where the file says so. */
  readonly source: string;
  readonly train: Train;
  readonly path: Path;
  readonly stops: readonly Stop[];
  readonly results: { readonly [V in GradeVariant]?: ExpectedRun | ExpectedStall };
}

/** The cases of one file. */
export interface ReferenceCaseFile {
  /** Acceleration of free fall that the expectations use, m/s². */
  readonly gravity: number;
  readonly cases: readonly ReferenceCase[];
}

/**
 * Reads running-time cases of format `corridor-reference-cases/1` (JSON).
 *
 * @param text the file's text
 * @returns the cases, SI units
 * @throws CaseFileError with every fault: place, what was found, what was expected
 * @example
 * parseReferenceCases('{"format":"corridor-reference-cases/1","gravity":9.80665,"cases":[]}').cases.length; // 0
 */
export function parseReferenceCases(text: string): ReferenceCaseFile {
  const reader = new CaseReader();
  const file = reader.object(parseCaseJson(text), 'file');
  reader.choice(file.format, 'format', [REFERENCE_CASE_FORMAT]);
  const gravity = reader.number(file.gravity, 'gravity', 'a number (m/s²)');
  const cases = reader.list(file.cases, 'cases').map((entry, i) => readCase(reader, entry, `cases[${i}]`));
  reader.throwIfAny();
  return { gravity, cases };
}

function readCase(reader: CaseReader, value: unknown, place: string): ReferenceCase {
  const entry = reader.object(value, place);
  const results = reader.object(entry.results, `${place}.results`);
  const read: { [V in GradeVariant]?: ExpectedRun | ExpectedStall } = {};
  for (const variant of ['front', 'uniformMass'] as const) {
    if (results[variant] !== undefined) {
      read[variant] = readResult(reader, results[variant], `${place}.results.${variant}`);
    }
  }
  if (read.front === undefined && read.uniformMass === undefined) {
    reader.fault(`${place}.results`, entry.results, "'front' or 'uniformMass'");
  }
  return {
    id: reader.text(entry.id, `${place}.id`),
    description: reader.text(entry.description, `${place}.description`, ''),
    source: reader.text(entry.source, `${place}.source`, ''),
    train: readTrain(reader, entry.train, `${place}.train`),
    path: readLine(reader, entry.line, `${place}.line`),
    stops: reader.list(entry.stops, `${place}.stops`).map((stop, i) => {
      const at = `${place}.stops[${i}]`;
      const { positionM, dwellS } = reader.object(stop, at);
      return {
        position: reader.number(positionM, `${at}.positionM`),
        dwell: reader.optional(dwellS, `${at}.dwellS`, 0),
      };
    }),
    results: read,
  };
}

function readTrain(reader: CaseReader, value: unknown, place: string): Train {
  const train = reader.object(value, place);
  const at = (name: string) => reader.number(train[name], `${place}.${name}`);
  const traction = Array.isArray(train.traction) ? train.traction : [train.traction];
  return {
    mass: at('massKg'),
    length: at('lengthM'),
    rotatingMassFactor: at('rotatingMassFactor'),
    maxSpeed: at('maxSpeedMps'),
    traction: traction.map((one, i) =>
      readTraction(reader, one, Array.isArray(train.traction) ? `${place}.traction[${i}]` : `${place}.traction`),
    ),
    resistance: readResistance(reader, train.resistance, `${place}.resistance`),
    braking: { kind: 'constant-net', deceleration: at('brakeDecelMps2') },
  };
}

function readTraction(reader: CaseReader, value: unknown, place: string): Traction {
  const traction = reader.object(value, place);
  const at = (name: string) => reader.number(traction[name], `${place}.${name}`);
  const kind = reader.choice(traction.type, `${place}.type`, ['power', 'table', 'adhesion']);
  if (kind === 'table') return { kind, points: reader.pairs(traction.points, `${place}.points`) };
  const power = at('powerW');
  const maxForce = at('maxForceN');
  if (kind === 'power') return { kind, power, maxForce };
  return { kind, power, maxForce, adhesionFactor: at('adhesionFactor'), adhesiveMass: at('adhesiveMassKg') };
}

function readResistance(reader: CaseReader, value: unknown, place: string): Resistance {
  const resistance = reader.object(value, place);
  const kind = reader.choice(resistance.type, `${place}.type`, ['davis', 'table']);
  if (kind === 'table') return { kind, points: reader.pairs(resistance.points, `${place}.points`) };
  return {
    kind,
    a: reader.number(resistance.A_N, `${place}.A_N`),
    b: reader.number(resistance.B_N_per_mps, `${place}.B_N_per_mps`),
    c: reader.number(resistance.C_N_per_mps2, `${place}.C_N_per_mps2`),
  };
}

function readLine(reader: CaseReader, value: unknown, place: string): Path {
  const line = reader.object(value, place);
  const stretches = (name: string) =>
    reader.list(line[name], `${place}.${name}`).map((entry, i) => {
      const at = `${place}.${name}[${i}]`;
      const stretch = reader.object(entry, at);
      return {
        at,
        stretch,
        from: reader.number(stretch.from, `${at}.from`),
        to: reader.number(stretch.to, `${at}.to`),
      };
    });
  return {
    length: reader.number(line.lengthM, `${place}.lengthM`),
    speedLimits: stretches('speedLimits').map(({ at, stretch, from, to }) => ({
      from,
      to,
      speed: reader.number(stretch.mps, `${at}.mps`),
    })),
    gradients: stretches('gradients').map(({ at, stretch, from, to }) => ({
      from,
      to,
      gradient: reader.number(stretch.permille, `${at}.permille`) / 1000,
    })),
    curves: [],
  };
}

function readResult(reader: CaseReader, value: unknown, place: string): ExpectedRun | ExpectedStall {
  const result = reader.object(value, place);
  if (result.outcome !== undefined) {
    return {
      kind: reader.choice(result.outcome, `${place}.outcome`, ['cannot-start', 'cannot-climb', 'cannot-brake']),
      position: reader.number(result.positionM, `${place}.positionM`),
    };
  }
  const profile = result.profile === undefined ? [] : reader.list(result.profile, `${place}.profile`);
  return {
    kind: 'run',
    totalTime: reader.number(result.totalTimeS, `${place}.totalTimeS`),
    runningTime: reader.number(result.runningTimeS, `${place}.runningTimeS`),
    energyAtWheel: reader.number(result.energyWheelJ, `${place}.energyWheelJ`),
    profile: profile.map((entry, i) => {
      const at = `${place}.profile[${i}]`;
      const { positionM, speedMps, timeS } = reader.object(entry, at);
      return {
        position: reader.number(positionM, `${at}.positionM`),
        speed: reader.number(speedMps, `${at}.speedMps`),
        time: reader.number(timeS, `${at}.timeS`),
      };
    }),
  };
}
