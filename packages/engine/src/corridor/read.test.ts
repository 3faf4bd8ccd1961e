import { describe, expect, it } from 'vitest';
import { faultsOfTiny, filesOf, readTiny, tiny } from '../../test/tiny.ts';
import { readCorridor } from './corridor.ts';
import { formatDiagnostic } from './diagnostics.ts';

const at2 = 'options/change.yaml:2';

describe('an attribute', () => {
  it.each([
    [
      'lines: { one: { stretches: { all: { line_sped: 80 km/h } } } }',
      'no attribute of stretch `line_sped`',
      'suggestion line_speed',
    ],
    ['vehicels: {}', 'There is no attribute of corridor files `vehicels`', 'suggestion vehicles'],
    ['lines: { one: { status: openn } }', 'There is no such choice: `openn`', 'suggestion open'],
    ['stations: { a: { tracks: { t: { through: maybe } } } }', 'This is a yes-or-no attribute.', '`yes` or `no`'],
    ['vehicles: { engine: { axles: 4.5 } }', 'This should be a whole number.', 'from 2 to 200'],
    ['vehicles: { engine: { axles: "4" } }', 'This should be a whole number.', 'found `4`'],
    ['vehicles: { engine: { axles: 1e300 } }', 'This should be a whole number.', ''],
    ['vehicles: { engine: { name: [a, b] } }', 'This should be a text.', 'found a list of 2'],
    ['vehicles: { engine: { name: ~ } }', 'A value is due here.', ''],
    ['vehicles: { engine: fast }', 'Vehicle should be a map of attributes.', 'found `fast`'],
    ['vehicles: { engine: { gauges: [] } }', 'This list is empty.', ''],
    ['vehicles: { engine: { gauges: {} } }', 'This should be a list of numbers with units.', ''],
    ['vehicles: { engine: { gauges: [1435 mm, 5 t] } }', '`t` is not a unit of what is expected here.', 'a length'],
    ['stations: { a: { position: [91, 0] } }', 'A position is latitude and longitude in degrees.', ''],
    ['stations: { a: { position: [.nan, 0] } }', 'A position is latitude and longitude in degrees.', ''],
    ['stations: { a: { position: [1, 2, 3] } }', 'A position is latitude and longitude in degrees.', ''],
    ['lines: { one: { geometry: [[1, 2], [3]] } }', 'A position is latitude and longitude in degrees.', ''],
    ['stations: { a: { names: Alpha } }', 'This should be a map of texts.', ''],
    ['countries: { north: { iso: xn } }', 'ISO 3166-1', 'something like'],
    ['vehicles: { engine: { traction: { kind: curve, points: [[0 km/h]] } } }', 'A point of a curve is a pair.', ''],
    [
      'vehicles: { engine: { traction: { kind: curve, points: [[9 km/h, 3 kN], [9 km/h, 2 kN]] } } }',
      'The points of a curve must rise.',
      '',
    ],
    [
      'vehicles: { engine: { traction: { kind: curve, points: [[-9 km/h, 3 kN]] } } }',
      'This number is outside what is possible.',
      'at least 0',
    ],
    ['stations: { Ä: { name: A, country: north } }', '`Ä` cannot be an id.', ''],
    ['stations: { x: { country: north } }', 'Station lacks `name`.', 'expected Name in English.'],
  ])('%s', (change, message, detail) => {
    const faults = faultsOfTiny(change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(at2);
    expect(faults[0]).toContain(message);
    expect(faults[0]).toContain(detail);
  });

  it.each([
    ['vehicles: [engine]', 'Entries are a map keyed by id. found a list of 1'],
    ['stations: { value: { name: A, country: north } }', '`value` cannot be an id.'],
  ])('%s hides what was there, and is what is said first', (change, message) => {
    const [first] = faultsOfTiny(change);
    expect(first).toContain(at2);
    expect(first).toContain(message);
  });

  it('that is a single text may stand for a list of one', () => {
    const { corridor } = readTiny('vehicles: { engine: { power: diesel, source: book } }');
    expect(corridor?.vehicles.engine.power).toEqual(['diesel']);
    expect(corridor?.vehicles.engine.mass.sources).toEqual(['book']);
  });

  it('of a name is kept in one Unicode form', () => {
    expect(readTiny('stations: { a: { names: { x: "Ha\u0300" } } }').corridor?.stations.a.names?.x).toBe('H\u00E0');
  });

  it('that is a collection left out is an empty one', () => {
    const { corridor } = readTiny();
    expect(Object.keys(corridor?.approvals ?? { no: 1 })).toEqual([]);
    expect(Object.keys(corridor?.services.north.stops ?? { no: 1 })).toEqual([]);
  });
});

describe('an id that is mentioned must exist', () => {
  it.each([
    ['services: { north: { train_type: wid } }', 'There is no train type `wid`.', 'suggestion wide'],
    ['services: { north: { route: [a, bb] } }', 'There is no station `bb`.', ''],
    ['services: { north: { stops: { mm: { dwell: 1 min } } } }', 'There is no station `mm`.', ''],
    ['lines: { one: { stations: { x: { at: 3 km } } } }', 'There is no station `x`.', ''],
    ['lines: { one: { countries: [nort] } }', 'There is no country `nort`.', 'suggestion north'],
    ['stations: { m: { ends: { west: { tracks: [tt] } } } }', 'There is no track `tt`.', 'suggestion t'],
    ['stations: { m: { exclusions: { x: { ends: [west, est] } } } }', 'There is no end `est`.', 'suggestion west'],
    ['vehicles: { engine: { resistance: plin } }', 'There is no resistance `plin`.', 'suggestion plain'],
    ['borders: { b: { procedures: { papers: { by: nort } } } }', 'There is no country `nort`.', ''],
    ['vehicles: { engine: { source: [book, bok] } }', 'There is no source `bok`.', ''],
    ['corridor: { main_journey: bax }', 'There is no journey `bax`.', 'suggestion box'],
    ['corridor: { library: [stock] }', 'There is no library `stock`.', ''],
    ['services: { north: { train_type: constructor } }', 'There is no train type `constructor`.', ''],
  ])('%s', (change, message, detail) => {
    const faults = faultsOfTiny(change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(at2);
    expect(faults[0]).toContain(message);
    expect(faults[0]).toContain(detail);
  });

  it('where `*` stands for the entry that mentions it: the track of another station does not count', () => {
    const other = 'stations: { b: { ends: { x: { line: one, toward: falling, side: a, tracks: [t] } } } }';
    expect(faultsOfTiny(other)[0]).toContain('There is no track `t`.');
    expect(
      faultsOfTiny('stations: { b: { ends: { x: { line: one, toward: falling, side: a, tracks: [n] } } } }'),
    ).toEqual([]);
  });
});

describe('an option', () => {
  const head = (more: string) => `option: { title: T, summary: S, order: 1${more} }\n`;
  const read = (texts: Record<string, string>, option: string, scenario?: string) => {
    const found = readCorridor(filesOf({ 'corridor.yaml': tiny, ...texts }), option, scenario);
    return { ...found, faults: found.diagnostics.all.map((diagnostic) => formatDiagnostic(diagnostic)) };
  };

  it('lies over the one it extends, and a scenario over both', () => {
    const texts = {
      'options/low.yaml': `${head('')}vehicles: { engine: { mass: 110 t, length: 21 m } }`,
      'options/high.yaml': `${head(', extends: low')}vehicles: { engine: { mass: 120 t, max_speed: 80 km/h } }`,
      'scenarios/s.yaml': 'scenario: { title: T, summary: S }\nvehicles: { engine: { max_speed: 36 km/h } }',
    };
    const { corridor } = read(texts, 'high', 's');
    expect(corridor?.vehicles.engine).toMatchObject({
      mass: { says: { value: 120_000 } },
      length: { says: { value: 21 } },
      max_speed: { says: { value: 10 } },
    });
  });

  it.each([
    [{ 'options/a.yaml': head(', extends: b'), 'options/b.yaml': head(', extends: a') }, 'a', 'in a circle'],
    [{ 'options/a.yaml': head(', extends: a') }, 'a', 'in a circle'],
    [{ 'options/a.yaml': head(', extends: c') }, 'a', 'options/a.yaml:1:52: error: There is no option `c`.'],
    [{ 'options/a.yaml': head(', source: bok') }, 'a', 'options/a.yaml:1:51: error: There is no source `bok`.'],
    [{ 'options/a.yaml': head('') }, 'b', 'There is no option `b`.'],
    [
      {
        'options/a.yaml': `${head('')}vehicles: { engine: { mass: { times: 2 } } }`,
        'options/b.yaml': `${head(', extends: a')}vehicles: { engine: { mass: { times: 2 } } }`,
      },
      'b',
      'This number has already been changed by an option below',
    ],
  ] as Array<[Record<string, string>, string, string]>)('%j is diagnosed', (texts, option, fault) => {
    const { faults, corridor } = read(texts, option);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
    expect(corridor).toBeUndefined();
  });

  it('of a later year is checked in that year', () => {
    const gone = 'vehicles: { wagon: { to: 2026 } }';
    expect(read({ 'options/a.yaml': head('') + gone }, 'a').faults).toEqual([]);
    const { faults } = read({ 'options/a.yaml': head(', opens: 2030') + gone }, 'a');
    expect(faults[0]).toContain('This train is not there in 2030.');
  });

  it('under which everything is sound has nothing to say, and knows where each entry stands', () => {
    const { faults, places } = read({}, 'present');
    expect(faults).toEqual([]);
    expect(places.get('stations.m')).toEqual({ file: 'corridor.yaml', line: 9, column: 3 });
  });
});
