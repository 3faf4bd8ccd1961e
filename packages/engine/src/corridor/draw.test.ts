import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTiny } from '../../test/tiny.ts';
import { type Compiled, compile } from './compile.ts';
import { centralValues, drawValues, quantile } from './draw.ts';
import type { Estimate } from './quantity.ts';

function compiled(change: string): Compiled {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  return compile(corridor, 'change', 2025);
}

/** The value of a quantity by its path. */
function at(of: Compiled, values: Float64Array, path: string): number {
  return values[of.quantities.findIndex((quantity) => quantity.path === path)];
}

const draws = (of: Compiled, path: string, count: number, switches = {}) =>
  Array.from({ length: count }, (_, draw) => at(of, drawValues(of, 7, draw, switches), path));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const mass = 'vehicles.engine.mass';
const ranged = 'vehicles: { engine: { mass: { value: 90 t, low: 80 t, high: 120 t } } }';

describe('random numbers are common', () => {
  it('to all options: a quantity that is the same is drawn the same', () => {
    const [one, other] = [compiled(ranged), compiled(`${ranged}\nstations: { a: { name: Alpha } }`)];
    expect(drawValues(one, 7, 3)).toEqual(drawValues(other, 7, 3));
  });

  it('so that a quantity added before all others shifts none of them', () => {
    const more = `countries: { aaa: { name: A, iso: AA, clock: UTC+0, currency: USD } }
stations: { aaa: { name: A, country: aaa, elevation: { value: 1 m, low: 0 m, high: 5 m } } }
${ranged}`;
    const [one, other] = [compiled(ranged), compiled(more)];
    expect(other.quantities.length).toBe(one.quantities.length + 1);
    const values = drawValues(other, 7, 3);
    for (const { path } of one.quantities) expect(at(other, values, path)).toBe(at(one, drawValues(one, 7, 3), path));
  });

  it('and keyed by seed and draw', () => {
    const of = compiled(ranged);
    const value = (seed: number, draw: number) => at(of, drawValues(of, seed, draw), mass);
    expect(value(7, 3)).toBe(value(7, 3));
    expect(new Set([value(7, 3), value(7, 4), value(8, 3), value(8, 4)]).size).toBe(4);
  });

  it('also where the range of one option is wider: both are drawn at the same quantile', () => {
    const wider = compiled('vehicles: { engine: { mass: { value: 100 t, low: 0.6 t, high: 500 t, as: uniform } } }');
    const narrow = compiled('vehicles: { engine: { mass: { value: 100 t, low: 80 t, high: 120 t, as: uniform } } }');
    for (let draw = 0; draw < 20; draw++) {
      const u = (at(wider, drawValues(wider, 1, draw), mass) - 600) / (500_000 - 600);
      expect((at(narrow, drawValues(narrow, 1, draw), mass) - 80_000) / 40_000).toBeCloseTo(u, 9);
    }
  });
});

describe('quantities of one driver', () => {
  const of = compiled(`
drivers: { steel: { name: Steel } }
vehicles:
  engine: { mass: { value: 90 t, low: 80 t, high: 120 t, moves_with: steel }, length: { value: 20 m, low: 10 m, high: 40 m, moves_with: steel } }
  wagon: { mass: { value: 20 t, low: 18 t, high: 24 t } }`);

  it('rise and fall together, and others do not', () => {
    const pairs = draws(of, mass, 60).map((value, i) => [value, draws(of, 'vehicles.engine.length', 60)[i]] as const);
    const byMass = [...pairs].sort((a, b) => a[0] - b[0]).map(([, length]) => length);
    expect(byMass).toEqual([...byMass].sort((a, b) => a - b));
    const wagon = draws(of, 'vehicles.wagon.mass', 60);
    const ranks = [...wagon.keys()].sort((a, b) => wagon[a] - wagon[b]).map((i) => pairs[i][0]);
    expect(ranks).not.toEqual([...ranks].sort((a, b) => a - b));
  });
});

describe('contradicting claims', () => {
  const of = compiled(
    'vehicles: { engine: { mass: { either: { book: 90 t, paper: 120 t }, weights: { book: 3, paper: 1 }, verdict: paper } } }',
  );

  it('are never blended: each draw believes one, as often as its weight says', () => {
    const values = draws(of, mass, 2000);
    expect([...new Set(values)].sort((a, b) => a - b)).toEqual([90_000, 120_000]);
    const share = values.filter((value) => value === 90_000).length / values.length;
    // Five standard deviations of a binomial share: 5·√(0.75·0.25/2000).
    expect(Math.abs(share - 0.75)).toBeLessThan(0.049);
  });

  it('stand at the verdict when nothing is drawn, and at the one switched to everywhere', () => {
    expect(at(of, centralValues(of), mass)).toBe(120_000);
    expect(at(of, centralValues(of, { [mass]: 'book' }), mass)).toBe(90_000);
    expect(new Set(draws(of, mass, 50, { [mass]: 'book' }))).toEqual(new Set([90_000]));
    expect(new Set(draws(of, mass, 50, { [mass]: 'nobody' })).size).toBe(2);
  });

  it('without a verdict stand at the heaviest, and at the first of equals', () => {
    const central = (weights: string) => {
      const one = compiled(`vehicles: { engine: { mass: { either: { book: 90 t, paper: 120 t }${weights} } } }`);
      return at(one, centralValues(one), mass);
    };
    expect(central(', weights: { book: 1, paper: 2 }')).toBe(120_000);
    expect(central('')).toBe(90_000);
  });
});

describe('a change by an option', () => {
  it('multiplies or adds in every draw', () => {
    const base = draws(compiled(ranged), mass, 30);
    const times = compiled(ranged.replace('vehicles', 'drivers: { x: { name: X } }\nvehicles'));
    expect(draws(times, mass, 30)).toEqual(base);
    const doubled = compiled('vehicles: { wagon: { mass: { times: 2 } }, engine: { mass: { plus: -10 t } } }');
    expect(at(doubled, centralValues(doubled), 'vehicles.wagon.mass')).toBe(40_000);
    expect(at(doubled, centralValues(doubled), mass)).toBe(90_000);
    expect(new Set(draws(doubled, 'vehicles.wagon.mass', 10))).toEqual(new Set([40_000]));
  });

  it('with a range of its own is drawn', () => {
    const of = compiled('vehicles: { wagon: { mass: { times: { value: 2, low: 1, high: 4 } } } }');
    const values = draws(of, 'vehicles.wagon.mass', 100);
    expect(new Set(values).size).toBe(100);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...values)).toBeLessThanOrEqual(80_000);
  });
});

describe('the spread of an estimate', () => {
  const grid = Array.from({ length: 4000 }, (_, i) => (i + 0.5) / 4000);
  const values = (estimate: Estimate) => grid.map((u) => quantile(estimate, u));

  it('has the mean of its closed form', () => {
    const [low, value, high] = [4, 9, 20];
    const of = (spread: Estimate['spread']) => mean(values({ value, low, high, spread }));
    expect(of('pert')).toBeCloseTo((low + 4 * value + high) / 6, 3);
    expect(of('triangular')).toBeCloseTo((low + value + high) / 3, 3);
    expect(of('uniform')).toBeCloseTo((low + high) / 2, 6);
  });

  it('passes through its percentiles', () => {
    for (const spread of ['lognormal', 'P10/P90'] as const) {
      const estimate: Estimate = { value: 9, low: 4, high: 20, spread };
      expect(quantile(estimate, 0.1)).toBeCloseTo(4, 6);
      expect(quantile(estimate, 0.5)).toBeCloseTo(9, 9);
      expect(quantile(estimate, 0.9)).toBeCloseTo(20, 6);
    }
  });

  it('rises with the quantile and stays within its bounds', () => {
    const spread = fc.constantFrom('pert' as const, 'triangular' as const, 'uniform' as const);
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const inside = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(spread, fc.tuple(number, number, number), inside, inside, (kind, three, u, v) => {
        const [low, value, high] = [...three].sort((a, b) => a - b);
        const [first, second] = [Math.min(u, v), Math.max(u, v)].map((q) =>
          quantile({ value, low, high, spread: kind }, q),
        );
        expect(first).toBeGreaterThanOrEqual(low);
        expect(second).toBeLessThanOrEqual(high);
        expect(second).toBeGreaterThanOrEqual(first - 1e-9 * (high - low));
      }),
    );
  });

  it('is one number where there is no range', () => {
    expect(quantile({ value: 3, spread: 'pert' }, 0.9)).toBe(3);
    expect(quantile({ value: 3, low: 3, high: 3, spread: 'lognormal' }, 0.9)).toBe(3);
  });

  it('without bounds of its own keeps within those of its attribute', () => {
    const of = compiled('vehicles: { engine: { efficiency: { value: 0.9, low: 0.5, high: 0.99, as: P10/P90 } } }');
    const shares = draws(of, 'vehicles.engine.efficiency', 300);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.02);
    expect(Math.max(...shares)).toBe(1);
  });
});
