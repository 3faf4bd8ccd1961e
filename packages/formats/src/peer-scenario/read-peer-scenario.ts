import { type PeerScenario, PeerScenarioError } from './scenario.ts';

type Shape = 'number' | 'text' | 'flag' | readonly [Shape] | { readonly [key: string]: Shape };

const trainType = {
  massKg: 'number',
  lengthM: 'number',
  rotatingMassFactor: 'number',
  maxSpeedMps: 'number',
  traction: { powerW: 'number', maxForceN: 'number' },
  resistance: { A_N: 'number', B_N_per_mps: 'number', C_N_per_mps2: 'number' },
  brakeDecelMps2: 'number',
} as const satisfies Shape;

const scenario = {
  format: 'text',
  description: 'text',
  gravity: 'number',
  lineSpeedMps: 'number',
  mainTrackSpeedMps: 'number',
  loopTrackSpeedMps: 'number',
  yardTrackSpeedMps: 'number',
  points: [{ id: 'text', kind: 'text', positionM: 'number' }],
  sections: [{ fromPoint: 'number', toPoint: 'number', lengthM: 'number' }],
  trains: [
    {
      id: 'text',
      type: 'text',
      direction: 'text',
      requestedDepartureS: 'number',
      path: [{ point: 'number', minDwellS: 'number', scheduledStop: 'flag' }],
    },
  ],
} as const satisfies Shape;

const kinds = { number: 'number', text: 'string', flag: 'boolean' } as const;

/**
 * Reads the neutral scenario of a single-track line (`corridor-scenario/1`).
 *
 * @param text - the JSON text
 * @returns the scenario without the plan that the file carries along
 * @throws PeerScenarioError with the place and reason of every fault
 * @example
 * ```ts
 * readPeerScenario('{}'); // throws: format: expected text, found nothing …
 * ```
 */
export function readPeerScenario(text: string): PeerScenario {
  const faults: Array<{ place: string; reason: string }> = [];
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new PeerScenarioError([{ place: 'file', reason: `not JSON: ${(error as Error).message}` }]);
  }
  check(data, scenario, '', faults);
  const types = (data as { trainTypes?: unknown } | null)?.trainTypes;
  if (typeof types !== 'object' || types === null)
    faults.push({ place: 'trainTypes', reason: `expected an object, found ${told(types)}` });
  else for (const [id, type] of Object.entries(types)) check(type, trainType, `trainTypes.${id}`, faults);
  if (faults.length === 0) checkMeaning(data as PeerScenario, faults);
  if (faults.length > 0) throw new PeerScenarioError(faults);
  return data as PeerScenario;
}

function check(value: unknown, shape: Shape, place: string, faults: Array<{ place: string; reason: string }>): void {
  if (typeof shape === 'string') {
    const fits = typeof value === kinds[shape] && (shape !== 'number' || Number.isFinite(value));
    if (!fits) faults.push({ place, reason: `expected a ${shape}, found ${told(value)}` });
  } else if (Array.isArray(shape)) {
    if (!Array.isArray(value)) faults.push({ place, reason: `expected a list, found ${told(value)}` });
    else for (const [i, item] of value.entries()) check(item, shape[0] as Shape, `${place}[${i}]`, faults);
  } else if (typeof value !== 'object' || value === null)
    faults.push({ place: place || 'file', reason: `expected an object, found ${told(value)}` });
  else
    for (const [key, part] of Object.entries(shape))
      check((value as Record<string, unknown>)[key], part as Shape, place ? `${place}.${key}` : key, faults);
}

function checkMeaning(data: PeerScenario, faults: Array<{ place: string; reason: string }>): void {
  if (data.format !== 'corridor-scenario/1')
    faults.push({ place: 'format', reason: `expected corridor-scenario/1, found ${data.format}` });
  if (data.points.length < 2 || data.sections.length !== data.points.length - 1)
    faults.push({ place: 'sections', reason: `expected one fewer than points, found ${data.sections.length}` });
  for (const [i, { fromPoint, toPoint }] of data.sections.entries())
    if (fromPoint !== i || toPoint !== i + 1)
      faults.push({
        place: `sections[${i}]`,
        reason: `expected points ${i} and ${i + 1}, found ${fromPoint} and ${toPoint}`,
      });
  const last = data.points.length - 1;
  for (const [i, { type, direction, path }] of data.trains.entries()) {
    const place = `trains[${i}]`;
    if (!Object.hasOwn(data.trainTypes, type)) faults.push({ place: `${place}.type`, reason: `unknown: ${type}` });
    if (direction !== 'E' && direction !== 'W')
      faults.push({ place: `${place}.direction`, reason: `expected E or W, found ${direction}` });
    const whole =
      path.length === data.points.length && path.every(({ point }, k) => point === (direction === 'E' ? k : last - k));
    if (!whole) faults.push({ place: `${place}.path`, reason: 'expected every point once, in order of travel' });
  }
}

function told(value: unknown): string {
  return value === undefined ? 'nothing' : String(JSON.stringify(value)).slice(0, 40);
}
