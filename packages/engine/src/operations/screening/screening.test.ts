import { describe, expect, test } from 'vitest';
import { modelOfTiny } from '../../../test/tiny.ts';
import { compareAtBorders } from '../../corridor/index.ts';
import { journeyTime, runService } from '../../running/index.ts';
import { fittedShares, prepareScreen, screenOperations, type TrainsRun } from '../index.ts';
import { queueEstimate } from './queue.ts';

const day = 86_400;
const running = (all: TrainsRun['all']): TrainsRun => ({ all, loaded: all });

function screenOfTiny(change?: string) {
  const model = modelOfTiny(change);
  const borders = compareAtBorders(model);
  const runs = Object.fromEntries(Object.keys(model.services).map((id) => [id, runService(model, id)]));
  return prepareScreen(model, runs, { box: journeyTime(model, 'box', runs, borders) });
}

describe('a queue before a section', () => {
  test('is that of Pollaczek and Khinchine', () => {
    const { wait, variance } = queueEstimate(0.5, [1, 1, 1], 0);
    expect(wait).toBeCloseTo(0.5, 12);
    // M/D/1 at ρ = ½: Var W = ρ D² (4 − ρ) / (12 (1 − ρ)²) = 0.5 · 3.5 / 3.
    expect(variance).toBeCloseTo((0.5 * 3.5) / 3, 12);
    // M/M/1: Var W = ρ (2 − ρ) / (μ² (1 − ρ)²).
    const exponential = queueEstimate(0.5, [1, 2, 6], 0);
    expect(exponential.wait).toBeCloseTo(1, 12);
    expect(exponential.variance).toBeCloseTo((0.5 * 1.5) / 0.25, 12);
  });

  test('grows with load, also beyond what it can ever serve', () => {
    const waits = [0.2, 0.5, 0.9, 0.95, 1, 1.3, 5].map((rate) => queueEstimate(rate, [1, 1, 1], 0).wait);
    for (const [i, wait] of waits.slice(1).entries()) expect(wait).toBeGreaterThan(waits[i]!);
    expect(queueEstimate(0.95, [1, 1, 1], 0).wait).toBeCloseTo(queueEstimate(0.950001, [1, 1, 1], 0).wait, 3);
  });
});

describe('screening', () => {
  const screen = screenOfTiny();

  test('tells what a journey takes, cause by cause', () => {
    const { levels } = screenOperations(screen, running({ north: 2 / day, south: 4 / day }));
    const { time, parts, capacity } = levels.box!;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(time, 6);
    expect(parts.border).toBe(8 * 3600);
    expect(parts.connection).toBeCloseTo(fittedShares.connection * 3 * 3600, 6); // every six hours a train
    expect(capacity.trains).toBeGreaterThan(4 / day);
    expect(capacity.binding).toMatch(/^line /);
  });

  test('waits for a scheduled train as long as the journey says, and not for half a day besides', () => {
    const timed = screenOfTiny(`
services: { south: { kind: scheduled, departure: '08:00' } }
journeys: { box: { layovers: { morning: { station: b, time: 5 h, why: waits for the morning train } } } }
`);
    const { parts } = screenOperations(timed, running({ north: 2 / day, south: 1 / day })).levels.box!;
    expect(parts).toMatchObject({ connection: 0, layover: 5 * 3600 });
  });

  test('more trains wait longer and leave less room', () => {
    const few = screenOperations(screen, running({ north: 2 / day, south: 4 / day })).levels.box!;
    const many = screenOperations(screen, running({ north: 30 / day, south: 30 / day })).levels.box!;
    expect(many.parts.meets).toBeGreaterThan(few.parts.meets!);
    expect(many.parts.connection).toBeLessThan(few.parts.connection!);
  });

  test('is deterministic for real-valued trains', () => {
    const trains = running({ north: 2.37 / day, south: 0.4 / day });
    expect(JSON.stringify(screenOperations(screen, trains))).toBe(JSON.stringify(screenOperations(screen, trains)));
  });
});
