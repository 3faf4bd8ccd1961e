import { parseYaml } from '@throughline/formats';
import {
  type CorridorFiles,
  centralValues,
  compile,
  Diagnostics,
  gatherCorridor,
  type Model,
  modelOf,
  type Node,
  type ReadCorridor,
  readCorridor,
} from '../src/corridor/index.ts';

/**
 * A corridor no larger than tests need. Line `one` (1435 mm) runs a – m – b, line `three` (1435 mm) leaves m for d on
 * the side from which trains of a arrive, so that a train from a to d reverses at m; line `two` (1000 mm) runs b – c.
 * The border of north and south lies at b. Everything is level and straight.
 */
export const tiny = `
corridor: { title: Tiny, question: Does it fit?, summary: A corridor for tests., base_year: 2025, prices: 2025 }
countries:
  north: { name: North, iso: XN, clock: UTC+1, currency: USD }
  south: { name: South, iso: XS, clock: UTC+2, currency: USD }
sources: { book: { title: Book, kind: book }, paper: { title: Paper, kind: study } }
stations:
  a: { name: A, country: north, tracks: { t: { length: 600 m, gauges: [1435 mm] } } }
  m:
    name: M
    country: north
    tracks: { t: { length: 600 m, gauges: [1435 mm] } }
    ends:
      west: { line: one, toward: falling, side: a }
      east: { line: one, toward: rising, side: b }
      branch: { line: three, toward: rising, side: a }
    reversal: { time: 20 min }
  b:
    name: B
    country: south
    tracks: { n: { length: 600 m, gauges: [1435 mm] }, s: { length: 300 m, gauges: [1000 mm] } }
  c: { name: C, country: south, tracks: { t: { length: 300 m, gauges: [1000 mm] } } }
  d: { name: D, country: north, tracks: { t: { length: 600 m, gauges: [1435 mm] } } }
lines:
  one:
    name: One
    countries: [north, south]
    status: open
    curve_resistance: none
    stations: { a: { at: 0 km }, m: { at: 10 km }, b: { at: 20 km } }
    stretches: { all: { begin: a, end: b, tracks: 1, gauges: [1435 mm], line_speed: 72 km/h, gradient: 0 permille, braking_distance: 1000 m, block: absolute, power: [], control: [X] } }
  two:
    name: Two
    countries: [south]
    status: open
    curve_resistance: none
    stations: { b: { at: 0 km }, c: { at: 15 km } }
    stretches: { all: { begin: b, end: c, tracks: 1, gauges: [1000 mm], line_speed: 54 km/h, gradient: 0 permille, braking_distance: 1000 m, block: absolute, power: [], control: [Y] } }
  three:
    name: Three
    countries: [north]
    status: open
    curve_resistance: none
    stations: { m: { at: 0 km }, d: { at: 5 km } }
    stretches: { all: { begin: m, end: d, tracks: 1, gauges: [1435 mm], line_speed: 36 km/h, gradient: 0 permille, braking_distance: 1000 m, block: absolute, power: [] } }
resistances: { plain: { name: Plain, a: 2 N/kN, b: 0 N/kN/(km/h), c: 0.0002 N/kN/(km/h)^2 } }
vehicles:
  engine: { name: Engine, kind: locomotive, gauges: [1435 mm], mass: 100 t, length: 20 m, axles: 6, rotating_mass: 0.1, max_speed: 90 km/h, brake_percentage: 0.7, resistance: plain, traction: { kind: power, power: 1500 kW, starting_effort: 300 kN }, power: [diesel], efficiency: 0.3 }
  wagon: { name: Wagon, kind: wagon, gauges: [1435 mm], mass: 20 t, length: 14 m, axles: 4, rotating_mass: 0.05, max_speed: 90 km/h, brake_percentage: 0.7, resistance: plain, payload: 60 t }
  small-engine: { name: Small engine, kind: locomotive, gauges: [1000 mm], mass: 60 t, length: 15 m, axles: 4, rotating_mass: 0.1, max_speed: 70 km/h, brake_percentage: 0.7, resistance: plain, traction: { kind: power, power: 800 kW, starting_effort: 180 kN }, power: [diesel], efficiency: 0.3 }
  small-wagon: { name: Small wagon, kind: wagon, gauges: [1000 mm], mass: 12 t, length: 12 m, axles: 4, rotating_mass: 0.05, max_speed: 70 km/h, brake_percentage: 0.7, resistance: plain, payload: 30 t }
train_types:
  wide: { name: Wide, kind: freight, consist: { e: { vehicle: engine, count: 1 }, w: { vehicle: wagon, count: 10, load: 0.5 } } }
  narrow: { name: Narrow, kind: freight, consist: { e: { vehicle: small-engine, count: 1 }, w: { vehicle: small-wagon, count: 10, load: 0.5 } } }
services:
  north: { name: North, train_type: wide, route: [a, b], kind: demand-driven, least: 1 train/day, most: 4 trains/day }
  south: { name: South, train_type: narrow, route: [b, c], kind: demand-driven, least: 1 train/day, most: 4 trains/day }
journeys: { box: { name: Box, kind: freight, legs: [north, south] } }
borders:
  b:
    name: B
    countries: [north, south]
    approaches: { north: { line: one, at: b }, south: { line: two, at: b } }
    transfers: { lift: { kind: transshipment, applies: freight, time: 6 h } }
    procedures: { papers: { name: Papers, by: north, applies: freight, time: 2 h } }
`;

/** The tree of a YAML text; fails the test when it is not YAML. */
export function treeOf(text: string, file = 'test.yaml'): Node {
  const diagnostics = new Diagnostics();
  const tree = parseYaml(text, file, diagnostics);
  if (!tree || diagnostics.failed) throw new Error(JSON.stringify(diagnostics.all));
  return tree;
}

const tinyTree = treeOf(tiny, 'corridor.yaml');

/** Gathers texts by path, as a folder would hold them. */
export function filesOf(texts: Readonly<Record<string, string>>, diagnostics = new Diagnostics()): CorridorFiles {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    tree: text === tiny ? tinyTree : treeOf(text, path),
  }));
  return gatherCorridor(files, diagnostics);
}

/** The tiny corridor with these changes laid over it, in the words of an option file without its head. */
export function readTiny(change = '{}'): ReadCorridor {
  const head = 'option: { title: Change, summary: Changed., order: 1 }\n';
  const files = filesOf({ 'corridor.yaml': tiny, 'options/change.yaml': change === '{}' ? head : head + change });
  return readCorridor(files, 'change');
}

/** The model of the tiny corridor under these changes, with its stated values; fails the test on a diagnosis. */
export function modelOfTiny(change = '{}'): Model {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  const compiled = compile(corridor, 'change', 2025);
  return modelOf(compiled, centralValues(compiled));
}

/** What is wrong with the tiny corridor under these changes: one text a diagnosis, with file and line. */
export function faultsOfTiny(change: string): string[] {
  return readTiny(change).diagnostics.all.map(
    ({ at, message, found, expected, suggestion }) =>
      `${at?.file}:${at?.line} ${message} found ${found} expected ${expected} suggestion ${suggestion}`,
  );
}
