import { type Path, STANDARD_GRAVITY, type Train } from '@throughline/engine';
import { parseDocument } from 'yaml';
import { CaseFileError } from './case-file-error.ts';
import { CaseReader } from './case-reader.ts';

/** Speed unit of the resistance formulas of Strahl and Sauthoff: 100 km/h. */
const HUNDRED = 100 / 3.6;
/** Head wind that they add: 15 km/h. */
const WIND = 15 / 3.6;
/** What TrainRuns assumes where the vehicle does not say: planned braking, m/s² (Brünger and Dahlhaus 2014, p. 74). */
const BRAKING = { freight: 0.225, passenger: 0.375 } as const;
/** … and rotating-mass factors of locomotives and wagons. */
const ROTATING = { loco: 1.09, car: 1.06 } as const;

/**
 * Reads the first train of a railtoolkit `rolling-stock` file (schema 2022.05), as TrainRuns.jl puts it together.
 *
 * Resistance after Strahl (freight wagons) and Sauthoff (passenger), traction units after Wende 2003, p. 151, with a
 * head wind of 15 km/h; mass with full load; braking is constant net.
 *
 * @param text YAML text
 * @returns the train, SI units
 * @throws CaseFileError with every fault
 * @example
 * parseTrainRunsTrain(text).mass; // kg
 */
export function parseTrainRunsTrain(text: string): Train {
  const reader = new CaseReader();
  const file = reader.object(parseYamlText(text), 'file');
  reader.choice(file.schema, 'schema', ['https://railtoolkit.org/schema/rolling-stock.json']);
  const train = reader.object(reader.list(file.trains, 'trains')[0], 'trains[0]');
  const vehicles = new Map<string, { entry: Record<string, unknown>; place: string }>();
  reader.list(file.vehicles, 'vehicles').forEach((value, i) => {
    const place = `vehicles[${i}]`;
    const entry = reader.object(value, place);
    vehicles.set(reader.text(entry.id, `${place}.id`), { entry, place });
  });
  const formation = reader.list(train.formation, 'trains[0].formation').map((id, i) => {
    const vehicle = vehicles.get(String(id));
    if (vehicle === undefined) reader.fault(`trains[0].formation[${i}]`, id, [...vehicles.keys()].join(' or '));
    return vehicle;
  });
  const parts = formation.flatMap((vehicle) => (vehicle === undefined ? [] : [readVehicle(reader, vehicle)]));
  const locos = parts.filter((part) => part.pulls);
  const cars = parts.filter((part) => !part.pulls);
  const loco = locos[0];
  if (loco === undefined || locos.length > 1) {
    reader.fault('trains[0].formation', `${locos.length} traction units`, 'one traction unit or multiple unit');
  }
  reader.throwIfAny();
  const passenger = parts.some((part) => part.passenger);
  const empty = sum(parts, (part) => part.mass);
  const carMass = sum(cars, (car) => car.mass + car.load);
  const carMean = (pick: (car: Part) => number) => (cars.length === 0 ? 0 : sum(cars, pick) / cars.length);
  const air = (carMean((car) => car.air) / 1000) * carMass * STANDARD_GRAVITY;
  const locoAir = (loco!.air / 1000) * loco!.mass * STANDARD_GRAVITY;
  const wind = passenger ? WIND : 0;
  const perSquare = 1 / (HUNDRED * HUNDRED);
  const base =
    ((loco!.base * loco!.driven + loco!.rolling * (loco!.mass - loco!.driven)) / 1000) * STANDARD_GRAVITY +
    (carMean((car) => car.base) / 1000) * carMass * STANDARD_GRAVITY;
  const rolling = passenger ? (carMean((car) => car.rolling) / 1000) * carMass * STANDARD_GRAVITY : 0;
  return {
    mass: sum(parts, (part) => part.mass + part.load),
    length: sum(parts, (part) => part.length),
    rotatingMassFactor: sum(parts, (part) => part.rotating * part.mass) / empty,
    maxSpeed: Math.min(...parts.map((part) => part.maxSpeed)),
    traction: [{ kind: 'table', points: loco!.effort }],
    resistance: {
      kind: 'davis',
      a: base + (locoAir * WIND * WIND + air * wind * wind) * perSquare,
      b: rolling / HUNDRED + 2 * (locoAir * WIND + air * wind) * perSquare,
      c: (locoAir + air) * perSquare,
    },
    braking: { kind: 'constant-net', deceleration: loco!.braking ?? (passenger ? BRAKING.passenger : BRAKING.freight) },
  };
}

interface Part {
  readonly pulls: boolean;
  readonly passenger: boolean;
  readonly length: number;
  readonly mass: number;
  readonly load: number;
  readonly driven: number;
  readonly maxSpeed: number;
  readonly rotating: number;
  readonly base: number;
  readonly rolling: number;
  readonly air: number;
  readonly effort: readonly (readonly [number, number])[];
  readonly braking: number | undefined;
}

function readVehicle(reader: CaseReader, vehicle: { entry: Record<string, unknown>; place: string }): Part {
  const { entry, place } = vehicle;
  const at = (name: string, otherwise?: number) =>
    otherwise === undefined
      ? reader.number(entry[name], `${place}.${name}`)
      : reader.optional(entry[name], `${place}.${name}`, otherwise);
  const type = reader.choice(entry.vehicle_type, `${place}.vehicle_type`, [
    'freight',
    'passenger',
    'traction unit',
    'multiple unit',
  ]);
  const pulls = type === 'traction unit' || type === 'multiple unit';
  const mass = at('mass');
  return {
    pulls,
    passenger: type === 'passenger' || type === 'multiple unit',
    length: at('length'),
    mass: mass * 1000,
    load: at('load_limit', 0) * 1000,
    driven: at('mass_traction', mass) * 1000,
    maxSpeed: at('speed_limit', 504) / 3.6,
    rotating: at('rotation_mass', pulls ? ROTATING.loco : ROTATING.car),
    base: at('base_resistance', 0),
    rolling: at('rolling_resistance', 0),
    air: at('air_resistance', 0),
    effort: pulls
      ? reader.pairs(entry.tractive_effort, `${place}.tractive_effort`).map(([v, f]) => [v / 3.6, f] as const)
      : [],
    braking: entry.a_braking === undefined ? undefined : -at('a_braking'),
  };
}

/**
 * Reads the first path of a railtoolkit `running-path` file (schema 2022.05).
 *
 * Each row of `characteristic_sections` holds until the next; the last row only ends the path. Path resistance counts
 * as gradient.
 *
 * @param text YAML text
 * @returns the path, SI units, beginning at 0
 * @throws CaseFileError with every fault
 * @example
 * parseTrainRunsPath(text).length; // m
 */
export function parseTrainRunsPath(text: string): Path {
  const reader = new CaseReader();
  const file = reader.object(parseYamlText(text), 'file');
  reader.choice(file.schema, 'schema', ['https://railtoolkit.org/schema/running-path.json']);
  const path = reader.object(reader.list(file.paths, 'paths')[0], 'paths[0]');
  const place = 'paths[0].characteristic_sections';
  const rows = reader.list(path.characteristic_sections, place).map((row, i) => {
    const [at, kmh, permille] = reader.list(row, `${place}[${i}]`);
    return {
      at: reader.number(at, `${place}[${i}][0]`),
      speed: reader.number(kmh, `${place}[${i}][1]`) / 3.6,
      gradient: reader.number(permille, `${place}[${i}][2]`) / 1000,
    };
  });
  if (rows.length < 2) reader.fault(place, `${rows.length} rows`, 'at least two rows');
  reader.throwIfAny();
  rows.sort((a, b) => a.at - b.at);
  const origin = rows[0]!.at;
  const sections = rows.slice(1).map((next, i) => ({ ...rows[i]!, from: rows[i]!.at - origin, to: next.at - origin }));
  return {
    length: rows[rows.length - 1]!.at - origin,
    speedLimits: sections.map(({ from, to, speed }) => ({ from, to, speed })),
    gradients: sections.map(({ from, to, gradient }) => ({ from, to, gradient })),
    curves: [],
  };
}

/** A row of the table of expected running times. */
export interface TrainRunsExpectation {
  readonly train: string;
  readonly path: string;
  /** Converged running time, s, and the estimate of its error, s. */
  readonly runningTime: number;
  readonly error: number;
}

/**
 * Reads the table of converged running times: CSV with columns train, path, own_converged_s, own_error_estimate_s.
 *
 * @param text CSV text
 * @throws CaseFileError with every fault
 * @example
 * parseTrainRunsExpectations('train,path,own_converged_s,own_error_estimate_s\nlocal,const,393.874,0.0004').length; // 1
 */
export function parseTrainRunsExpectations(text: string): TrainRunsExpectation[] {
  const reader = new CaseReader();
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  const column = (name: string) => {
    if (!names.includes(name)) reader.fault('line 1', head, `a column ${name}`);
    return names.indexOf(name);
  };
  const [train, path, time, error] = ['train', 'path', 'own_converged_s', 'own_error_estimate_s'].map(column);
  const rows = lines.map((line, i) => {
    const cells = line.split(',');
    const number = (at: number | undefined) => {
      const text = cells[at ?? -1] ?? '';
      return reader.number(text === '' ? text : Number(text), `line ${i + 2}, column ${names[at ?? -1]}`);
    };
    return {
      train: cells[train!] ?? '',
      path: cells[path!] ?? '',
      runningTime: number(time),
      error: number(error),
    };
  });
  reader.throwIfAny();
  return rows;
}

function parseYamlText(text: string): unknown {
  const document = parseDocument(text, { version: '1.2' });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const at = problem.linePos?.[0];
    const place = at === undefined ? 'file' : `line ${at.line}, column ${at.col}`;
    throw new CaseFileError([{ place, found: problem.message.split('\n')[0]!, expected: 'YAML' }]);
  }
  return document.toJS();
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
