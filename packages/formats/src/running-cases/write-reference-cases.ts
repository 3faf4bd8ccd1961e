import type { Train } from '@throughline/engine';
import { CaseFileError } from './case-file-error.ts';
import {
  type ExpectedRun,
  type ExpectedStall,
  REFERENCE_CASE_FORMAT,
  type ReferenceCaseFile,
} from './reference-cases.ts';

/**
 * Writes running-time cases in format `corridor-reference-cases/1`, two spaces deep, with a newline at the end.
 *
 * The format knows constant net braking only and no curves.
 *
 * @param file the cases
 * @returns JSON text that {@link parseReferenceCases} reads back to the same cases
 * @throws CaseFileError when a case holds what the format cannot say
 * @example
 * writeReferenceCases({ gravity: 9.80665, cases: [] });
 */
export function writeReferenceCases(file: ReferenceCaseFile): string {
  const cases = file.cases.map((entry, i) => {
    if (entry.path.curves.length > 0)
      refuse(`cases[${i}].line.curves`, `${entry.path.curves.length} curves`, 'no curves');
    return {
      id: entry.id,
      description: entry.description,
      ...(entry.source === '' ? {} : { source: entry.source }),
      train: trainText(entry.train, `cases[${i}].train`),
      line: {
        lengthM: entry.path.length,
        speedLimits: entry.path.speedLimits.map(({ from, to, speed }) => ({ mps: speed, from, to })),
        gradients: entry.path.gradients.map(({ from, to, gradient }) => ({ permille: permille(gradient), from, to })),
      },
      stops: entry.stops.map(({ position, dwell }) => ({ positionM: position, dwellS: dwell })),
      results: Object.fromEntries(
        Object.entries(entry.results).map(([variant, result]) => [variant, resultText(result)]),
      ),
    };
  });
  return `${JSON.stringify({ format: REFERENCE_CASE_FORMAT, gravity: file.gravity, cases }, null, 2)}\n`;
}

/** The per-mille number that reads back to exactly this gradient. */
function permille(gradient: number): number {
  const plain = Number((gradient * 1000).toPrecision(15));
  return plain / 1000 === gradient ? plain : gradient * 1000;
}

function trainText(train: Train, place: string): unknown {
  const { braking, resistance } = train;
  if (braking.kind !== 'constant-net') refuse(`${place}.braking.kind`, braking.kind, 'constant-net');
  return {
    massKg: train.mass,
    lengthM: train.length,
    rotatingMassFactor: train.rotatingMassFactor,
    maxSpeedMps: train.maxSpeed,
    traction: train.traction.map((one) => {
      if (one.kind === 'table') return { type: one.kind, points: one.points };
      const { kind, power, maxForce } = one;
      const common = { type: kind, powerW: power, maxForceN: maxForce };
      return one.kind === 'power'
        ? common
        : { ...common, adhesionFactor: one.adhesionFactor, adhesiveMassKg: one.adhesiveMass };
    }),
    resistance:
      resistance.kind === 'table'
        ? { type: 'table', points: resistance.points }
        : { type: 'davis', A_N: resistance.a, B_N_per_mps: resistance.b, C_N_per_mps2: resistance.c },
    brakeDecelMps2: braking.kind === 'constant-net' ? braking.deceleration : 0,
  };
}

function resultText(result: ExpectedRun | ExpectedStall): unknown {
  if (result.kind !== 'run') return { outcome: result.kind, positionM: result.position };
  return {
    totalTimeS: result.totalTime,
    runningTimeS: result.runningTime,
    energyWheelJ: result.energyAtWheel,
    profile: result.profile.map(({ position, speed, time }) => ({ positionM: position, speedMps: speed, timeS: time })),
  };
}

function refuse(place: string, found: string, expected: string): never {
  throw new CaseFileError([{ place, found, expected }]);
}
