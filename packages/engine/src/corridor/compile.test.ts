import { describe, expect, it } from 'vitest';
import { readTiny } from '../../test/tiny.ts';
import { compile, modelOf } from './compile.ts';
import { centralValues } from './draw.ts';

function modelIn(year: number, change = '{}') {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  const compiled = compile(corridor, 'change', year);
  return { compiled, model: modelOf(compiled, centralValues(compiled)) };
}

describe('a compiled corridor', () => {
  it('has a slot for every quantity, numbered in their order', () => {
    const { compiled } = modelIn(2025);
    expect(compiled.quantities.length).toBeGreaterThan(60);
    expect(compiled.quantities.map(({ slot }) => slot)).toEqual([...compiled.quantities.keys()]);
    expect(new Set(compiled.quantities.map(({ path }) => path)).size).toBe(compiled.quantities.length);
  });

  it('is filled with the numbers of the slots, in SI units, and nothing else changes', () => {
    const { compiled, model } = modelIn(2025);
    expect(model.vehicles.engine.max_speed).toBe(25);
    expect(model.lines.one.stretches.all.gauges).toEqual([1.435]);
    expect(model.lines.two.stations.c.at).toBe(15_000);
    const twice = modelOf(
      compiled,
      centralValues(compiled).map((value) => 2 * value),
    );
    expect(twice.vehicles.engine.mass).toBe(2 * model.vehicles.engine.mass);
    expect(twice.countries).toBe(model.countries);
    expect(twice.services.north.route).toEqual(['a', 'b']);
  });

  it('leaves the corridor it was made of as it was', () => {
    const { corridor } = readTiny();
    if (!corridor) throw new Error('not read');
    const before = JSON.stringify(corridor);
    compile(corridor, 'x', 2025);
    expect(JSON.stringify(corridor)).toBe(before);
  });
});

describe('an entry with years', () => {
  const change = `
stations: { new: { name: New, country: north, from: 2030, to: 2040, tracks: { t: { length: 600 m, gauges: [1435 mm] } } } }
lines: { one: { stations: { new: { at: 5 km } }, stretches: { works: { begin: a, end: m, line_speed: 18 km/h, to: 2026 } } } }
vehicles: { later: { name: Later, kind: wagon, gauges: [1435 mm], mass: 20 t, length: 14 m, axles: 4, rotating_mass: 0.05, max_speed: 90 km/h, brake_percentage: 0.7, resistance: plain, from: 2030 } }
train_types: { later: { name: Later, kind: freight, consist: { e: { vehicle: engine, count: 1 }, w: { vehicle: later, count: 3 } } } }`;

  it.each([
    [2025, false, true],
    [2026, false, true],
    [2027, false, false],
    [2029, false, false],
    [2030, true, false],
    [2040, true, false],
    [2041, false, false],
  ])('in %i: new station %s, slow order %s', (year, station, slow) => {
    const { model } = modelIn(year, change);
    expect(Object.hasOwn(model.stations, 'new')).toBe(station);
    expect(Object.hasOwn(model.lines.one.stations, 'new')).toBe(station);
    expect(Object.hasOwn(model.lines.one.stretches, 'works')).toBe(slow);
  });

  it('takes what is made of it along, and quantities of what is not there have no slot', () => {
    const [before, after] = [modelIn(2029, change), modelIn(2030, change)];
    expect(Object.hasOwn(before.model.train_types, 'later')).toBe(false);
    expect(Object.hasOwn(after.model.train_types, 'later')).toBe(true);
    expect(before.compiled.quantities.some(({ path }) => path.startsWith('vehicles.later.'))).toBe(false);
    expect(after.compiled.quantities.some(({ path }) => path.startsWith('vehicles.later.'))).toBe(true);
  });
});
