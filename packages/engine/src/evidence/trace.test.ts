import { describe, expect, it } from 'vitest';
import { readTiny } from '../../test/tiny.ts';
import { type Compiled, compile } from '../corridor/index.ts';
import { inputOf, journeyInputs, quantitiesUnder, serviceInputs } from './trace.ts';

function compiled(change = '{}'): Compiled {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  return compile(corridor, 'change', 2025);
}

const inputAt = (path: string, change: string, switches = {}) => {
  const quantity = compiled(change).quantities.find((each) => each.path === path);
  if (!quantity) throw new Error(`no ${path}`);
  return inputOf(quantity, switches);
};
const mass = 'vehicles.engine.mass';

describe('what a result rests on', () => {
  it('is what stands at a path or below it, not beside it', () => {
    const paths = quantitiesUnder(compiled(), ['vehicles.engine']).map(({ path }) => path);
    expect(paths).toContain('vehicles.engine.mass');
    expect(paths).toContain('vehicles.engine.traction.power');
    expect(paths.every((path) => path.startsWith('vehicles.engine.'))).toBe(true);
    expect(quantitiesUnder(compiled(), ['vehicles.eng'])).toEqual([]);
    expect(quantitiesUnder(compiled(), [mass])).toHaveLength(1);
  });

  it('for a run, besides its lines: its train, vehicles, resistance, stops, and where it reverses', () => {
    const legs = [{ line: 'one', from: 'a', to: 'm', begin: 0, end: 10_000, direction: 'rising' } as const];
    const of = compiled('services: { north: { stops: { m: { dwell: 5 min } } } }');
    const roots = new Set(serviceInputs(of, 'north', legs).map(({ path }) => path.split('.').slice(0, 2).join('.')));
    expect([...roots].sort()).toEqual([
      'resistances.plain',
      'services.north',
      'stations.m',
      'train_types.wide',
      'vehicles.engine',
      'vehicles.wagon',
    ]);
  });

  it('for a journey: its borders and layovers besides', () => {
    const of = compiled('journeys: { box: { layovers: { x: { station: b, time: 1 h, why: waits } } } }');
    expect(journeyInputs(of, 'box', ['b']).map(({ path }) => path)).toEqual([
      'journeys.box.layovers.x.time',
      'borders.b.transfers.lift.time',
      'borders.b.procedures.papers.time',
    ]);
    expect(journeyInputs(of, 'box', []).map(({ path }) => path)).toEqual(['journeys.box.layovers.x.time']);
  });
});

describe('an input is told', () => {
  it('in the unit it was written with, with range, sources and place', () => {
    expect(
      inputAt(mass, 'vehicles: { engine: { mass: { value: 90 t, low: 80 t, high: 120 t, source: book, note: n } } }'),
    ).toEqual({
      path: mass,
      value: 90,
      unit: 't',
      low: 80,
      high: 120,
      claims: null,
      believed: null,
      estimate: null,
      sources: ['book'],
      moves_with: null,
      file: 'options/change.yaml',
      line: 2,
    });
    expect(inputAt('train_types.wide.consist.w.load', '{}')).toMatchObject({ value: 0.5, unit: '1', low: null });
  });

  it('with every claim, and the one believed', () => {
    const either = 'vehicles: { engine: { mass: { either: { book: 90 t, paper: 120 t }, verdict: paper } } }';
    expect(inputAt(mass, either)).toMatchObject({
      value: 120,
      low: 90,
      high: 120,
      claims: { book: 90, paper: 120 },
      believed: 'paper',
      sources: ['book', 'paper'],
    });
    expect(inputAt(mass, either, { [mass]: 'book' })).toMatchObject({ value: 90, believed: 'book' });
  });

  it('as an option changed it, on both sources', () => {
    const changed = inputAt(mass, 'vehicles: { engine: { mass: { times: 1.5, source: paper } } }');
    expect(changed).toMatchObject({ value: 150, unit: 't', low: null, sources: ['paper'] });
    expect(inputAt(mass, 'vehicles: { engine: { mass: { plus: -500 kg, estimate: guessed } } }')).toMatchObject({
      value: 99.5,
      estimate: 'guessed',
    });
  });
});
