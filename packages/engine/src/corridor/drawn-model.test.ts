import { describe, expect, it } from 'vitest';
import { readTiny } from '../../test/tiny.ts';
import { compile, type DrawnParts, drawnModel, type Entries, modelOf } from './compile.ts';
import { drawnValue, drawValues } from './draw.ts';

const faster = `
vehicles: { engine: { max_speed: { value: 100 km/h, low: 90 km/h, high: 110 km/h, estimate: A guess. } } }
lines: { one: { stretches: { works: { begin: a, end: m, line_speed: 40 km/h, to: 2026 } } } }`;

function compiledIn(entries: Entries, change: string, year: number) {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  return compile(corridor, 'change', year, entries);
}

describe('models of one draw', () => {
  const entries: Entries = new Map();
  const compiled = [
    compiledIn(entries, '{}', 2030),
    compiledIn(entries, faster, 2030),
    compiledIn(entries, faster, 2025),
  ];
  const drawn: DrawnParts = new Map();
  const [plain, fast, before] = compiled.map((one) => drawnModel(one, (quantity) => drawnValue(quantity, 7, 3), drawn));

  it('are those that each would be alone', () => {
    for (const [i, model] of [plain, fast, before].entries())
      expect(model).toEqual(modelOf(compiled[i], drawValues(compiled[i], 7, 3)));
  });

  it('share what they have alike, whether it holds quantities or not', () => {
    expect(fast.stations).toBe(plain.stations);
    expect(fast.services).toBe(plain.services);
    expect(fast.lines).toBe(plain.lines);
    expect(fast.vehicles.wagon).toBe(plain.vehicles.wagon);
    expect(before.lines.two).toBe(plain.lines.two);
  });

  it('do not share what an option or a year changes', () => {
    expect(fast.vehicles.engine).not.toBe(plain.vehicles.engine);
    expect(fast.vehicles.engine.max_speed).not.toBe(plain.vehicles.engine.max_speed);
    expect(before.lines.one).not.toBe(plain.lines.one);
    expect(before.lines.one.stretches.works.line_speed).toBeCloseTo(40 / 3.6, 9);
  });
});
