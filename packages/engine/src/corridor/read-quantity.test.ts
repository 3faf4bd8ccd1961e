import { describe, expect, it } from 'vitest';
import { faultsOfTiny, readTiny } from '../../test/tiny.ts';
import { isUncertain, type Quantity, statedRange } from './quantity.ts';

/** The mass of the engine (100 t in the tiny corridor) when it is written in this form. */
function massAs(text: string): Quantity {
  const read = readTiny(`vehicles: { engine: { mass: ${text} } }`);
  if (!read.corridor) throw new Error(JSON.stringify(read.diagnostics.all));
  return read.corridor.vehicles.engine.mass;
}

const faultOf = (text: string) => faultsOfTiny(`vehicles: { engine: { mass: ${text} } }`);

describe('a quantity is read', () => {
  it('from a number with a unit, into SI', () => {
    expect(massAs('84.5 t')).toMatchObject({ says: { value: 84_500 }, unit: 't', factor: 1000, sources: [] });
    expect(massAs('"1,200.5 kg"').says).toMatchObject({ value: 1200.5 });
    expect(massAs('8.45e4 kg').says).toMatchObject({ value: 84_500 });
    expect(massAs('+84t').says).toMatchObject({ value: 84_000 });
    expect(isUncertain(massAs('84.5 t'))).toBe(false);
  });

  it('with its range, by default as PERT, with its sources', () => {
    const mass = massAs('{ value: 90 t, low: 80 t, high: 120000 kg, source: [book, paper], note: weighed }');
    expect(mass.says).toEqual({ value: 90_000, low: 80_000, high: 120_000, spread: 'pert' });
    expect(mass).toMatchObject({ sources: ['book', 'paper'], note: 'weighed' });
    expect(statedRange(mass)).toEqual({ low: 80_000, high: 120_000 });
    expect(isUncertain(mass)).toBe(true);
  });

  it.each(['pert', 'triangular', 'uniform', 'lognormal', 'P10/P90'])('with a spread of %s', (as) => {
    expect(massAs(`{ value: 90 t, low: 80 t, high: 120 t, as: ${as} }`).says).toMatchObject({ spread: as });
  });

  it('from contradicting claims, which all stand', () => {
    const mass = massAs(
      '{ either: { book: 90 t, paper: { value: 110 t, low: 100 t, high: 120 t } }, weights: { book: 3 }, verdict: paper }',
    );
    expect(mass.says).toEqual([
      { value: 90_000, spread: 'pert', claim: 'book', weight: 3 },
      { value: 110_000, low: 100_000, high: 120_000, spread: 'pert', claim: 'paper', weight: 1 },
    ]);
    expect(mass).toMatchObject({ verdict: 'paper', sources: ['book', 'paper'] });
    expect(statedRange(mass)).toEqual({ low: 90_000, high: 120_000 });
  });

  it('from a change of the number below, which keeps both sources', () => {
    const mass = massAs('{ times: { value: 1.2, low: 1.1, high: 1.3 }, source: paper }');
    expect(mass.says).toMatchObject({ value: 100_000 });
    expect(mass.change).toMatchObject({ kind: 'times', amount: { says: { value: 1.2 }, sources: ['paper'] } });
    expect(mass.sources).toEqual(['paper']);
    const range = statedRange(mass);
    expect(range.low).toBeCloseTo(110_000, 6);
    expect(range.high).toBeCloseTo(130_000, 6);
    expect(massAs('{ plus: -10 t }').change).toMatchObject({ kind: 'plus', amount: { says: { value: -10_000 } } });
    expect(statedRange(massAs('{ plus: -10 t }'))).toEqual({ low: 90_000, high: 90_000 });
  });

  it('with its driver, also where the driver is named beside a change', () => {
    const drivers = 'drivers: { steel: { name: Steel } }\n';
    const read = readTiny(
      `${drivers}vehicles: { engine: { mass: { times: { value: 1.2, low: 1, high: 1.4 }, moves_with: steel } } }`,
    );
    expect(read.corridor?.vehicles.engine.mass.change?.amount.moves_with).toBe('steel');
  });

  it('with what its entry says of all of its numbers, unless it says so itself', () => {
    const { corridor } = readTiny(
      'vehicles: { engine: { source: book, estimate: guessed, mass: 90 t, length: { value: 21 m, source: paper } } }',
    );
    expect(corridor?.vehicles.engine.mass).toMatchObject({ sources: ['book'], estimate: 'guessed' });
    expect(corridor?.vehicles.engine.length.sources).toEqual(['paper']);
    expect(corridor?.vehicles.engine.length.estimate).toBeUndefined();
  });
});

describe('a number that is none is answered with place, finding and expectation', () => {
  it.each([
    ['12 km/h', '`km/h` is not a unit of what is expected here. found `12 km/h` expected a mass, such as `84 t`'],
    ['12', 'The unit is missing. found `12` expected a mass'],
    ['12 tonnen', '`tonnen` is not a unit Throughline knows.'],
    ['heavy', 'This is not a number with a unit. found `heavy`'],
    ['.nan', 'This is not a number with a unit. found `.nan`'],
    ['.inf', 'This is not a number with a unit. found `.inf`'],
    ['-.inf t', 'This is not a number with a unit.'],
    ['NaN t', 'This is not a number with a unit.'],
    ['Infinity t', 'This is not a number with a unit.'],
    ['1e400', 'This number is too large to calculate with. found `1e400`'],
    ['1e400 t', 'This number is too large to calculate with.'],
    ['1e308 Mt', 'This number is too large to calculate with.'],
    ['0x10 t', '`x10 t` is not a unit Throughline knows.'],
    ['"1,5 t"', '`,5 t` is not a unit Throughline knows.'],
    ['', 'A value is due here. found nothing'],
    ['~', 'A value is due here. found nothing'],
    ['[90 t]', 'This should be a number with a unit. found a list of 1'],
    ['{}', 'This should be a number with a unit. found an empty map'],
    ['true', 'This is not a number with a unit. found `true`'],
    ['-5 t', 'This number is outside what is possible. found `-5 t` expected between 0.5 t and 600 t'],
    ['601 t', 'This number is outside what is possible.'],
    ['{ value: 90 t, low: 80 t }', 'A range needs both `low` and `high`.'],
    [
      '{ value: 90 t, low: 95 t, high: 99 t }',
      'The value lies outside its own range. found low 95, value 90, high 99 t',
    ],
    ['{ value: 90 t, low: 80 km, high: 99 t }', '`km` is not a unit of what is expected here.'],
    ['{ value: 90 t, low: 80 t, high: ~ }', 'A value is due here.'],
    ['{ value: 90 t, lo: 80 t }', 'There is no attribute of a quantity `lo`.'],
    ['{ value: 90 t, as: gauss }', 'There is no distribution `gauss`.'],
    [
      '{ value: 90 t, source: bok }',
      'There is no source `bok`. found `bok` expected one of `book`, `paper` suggestion book',
    ],
    ['{ value: 90 t, moves_with: steal }', 'There is no driver `steal`.'],
    ['{ either: { book: 90 t } }', '`either` needs two or more claims'],
    ['{ either: [90 t, 80 t] }', '`either` needs two or more claims'],
    ['{ either: { book: 90 t, pulp: 80 t } }', 'There is no source `pulp`.'],
    ['{ either: { book: 90 t, paper: { either: { book: 1 t, paper: 2 t } } } }', 'A claim is one number'],
    ['{ either: { book: 90 t, paper: 1 km } }', '`km` is not a unit of what is expected here.'],
    ['{ either: { book: 90 t, paper: 80 t }, weights: { book: -1 } }', 'A weight is a number from 0 up.'],
    ['{ either: { book: 90 t, paper: 80 t }, weights: { book: 0, paper: 0 } }', 'No claim has any weight.'],
    ['{ either: { book: 90 t, paper: 80 t }, weights: { bok: 1 } }', 'There is no claim `bok`.'],
    ['{ either: { book: 90 t, paper: 80 t }, weights: 3 }', 'Weights are a map'],
    ['{ either: { book: 90 t, paper: 80 t }, verdict: bok }', 'There is no claim `bok`.'],
    ['{ either: { book: 90 t, paper: 80 t }, value: 85 t }', '`either` does not go with `value`.'],
    ['{ value: 85 t, weights: { book: 1 } }', '`weights` does not go with `value`.'],
    ['{ times: 1.2, plus: 3 t }', '`plus` does not go with `times`.'],
    ['{ times: 1.2, low: 1 t }', '`low` does not go with `times`.'],
    ['{ times: 1.2 t }', '`t` is not a unit of what is expected here. found `1.2 t` expected a ratio'],
    ['{ times: -1 }', 'This change makes the number one that is not possible. found -100 t to -100 t'],
    ['{ plus: 501 t }', 'This change makes the number one that is not possible.'],
    ['{ times: { times: 2 } }', '`times` changes a number of the option below, and there is none.'],
    ['{ times: ~ }', 'A value is due here.'],
  ])('%s', (text, message) => {
    const faults = faultOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^options\/change\.yaml:2 /);
    expect(faults[0]).toContain(message);
  });

  it('names the dimension expected of each attribute', () => {
    const stretch = (text: string) => faultsOfTiny(`lines: { one: { stretches: { all: { ${text} } } } }`)[0];
    expect(stretch('line_speed: 12 kg')).toContain('expected a speed, such as `70 km/h`');
    expect(stretch('gradient: 3 m')).toContain('expected a ratio');
    expect(stretch('axle_load: 3 m')).toContain('expected a mass');
    expect(faultsOfTiny('services: { north: { most: 4 m } }')[0]).toContain('expected a number of trains per time');
  });

  it('all of them at once', () => {
    expect(faultsOfTiny('vehicles: { engine: { mass: 1 m, length: 1 t, max_speed: fast } }')).toHaveLength(3);
  });
});

it('refuses a change of what the corridor does not state', () => {
  expect(faultsOfTiny('vehicles: { wagon: { containers: { times: 2 } } }')[0]).toContain(
    'changes a number of the option below, and there is none.',
  );
});
