import { describe, expect, it } from 'vitest';
import { corridorThroughput } from './corridor-throughput.ts';

const line = { name: 'line', takes: { pairsPerDay: 18, reserve: 0.2 } };
const border = { name: 'border', takes: { trainsPerDayOneDirection: 9 } };
const transfer = { name: 'transfer', takes: { massPerDay: 9_000_000 } };
const of = { netMassPerTrain: 1_200_000, daysPerYear: 350 };

describe('corridor throughput', () => {
  it('is 3.15 Mt a year where the transfer takes 9000 t a day', () => {
    const corridor = corridorThroughput({ ...of, elements: [line, border, transfer] });
    expect(corridor.elements.map(({ massPerYear }) => massPerYear / 1e9)).toEqual([
      expect.closeTo(6.048, 12),
      expect.closeTo(3.78, 12),
      expect.closeTo(3.15, 12),
    ]);
    expect(corridor.massPerYear / 1e9).toBeCloseTo(3.15, 12);
    expect(corridor.binding).toBe('transfer');
    expect(corridor.gainBehindBinding / 1e9).toBeCloseTo(0.63, 12);
  });

  it('gains nothing from a better line while the border binds', () => {
    const before = corridorThroughput({ ...of, elements: [line, border] });
    const better = { name: 'line', takes: { pairsPerDay: 40 } };
    const after = corridorThroughput({ ...of, elements: [better, border] });
    expect(after.massPerYear).toBe(before.massPerYear);
    expect(before.elements[0]!.slack).toBeGreaterThan(0);
  });

  it('counts one train each way in a pair', () => {
    const pairs = corridorThroughput({ ...of, elements: [{ name: 'x', takes: { pairsPerDay: 7 } }] });
    const trains = corridorThroughput({ ...of, elements: [{ name: 'x', takes: { trainsPerDayOneDirection: 7 } }] });
    expect(pairs.massPerYear).toBe(trains.massPerYear);
    expect(pairs.gainBehindBinding).toBe(Infinity);
  });

  it('refuses nonsense', () => {
    expect(() => corridorThroughput({ ...of, elements: [] })).toThrow('no elements of the corridor');
    expect(() => corridorThroughput({ ...of, daysPerYear: 0, elements: [line] })).toThrow('days a year is 0');
    const over = { name: 'line', takes: { pairsPerDay: 18, reserve: 1.2 } };
    expect(() => corridorThroughput({ ...of, elements: [over] })).toThrow('reserve of line is 1.2');
  });
});
