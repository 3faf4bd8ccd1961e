import { describe, expect, it } from 'vitest';
import { layOut } from '../network.ts';
import { TimeBounds } from './time-bounds.ts';

/** Operations without precedences of their own; the second must start by 50 s. */
const free = layOut({
  trains: [0, 1, 2].map((t) => [
    {
      startLb: 10 * t,
      startUb: t === 1 ? 50 : Number.POSITIVE_INFINITY,
      minDuration: 0,
      resources: [],
      successors: [],
    },
  ]),
  objective: [],
});
const edge = (src: number, dst: number, length: number, ...literals: number[]) => ({ src, dst, length, literals });

describe('TimeBounds', () => {
  it('raises starts along what is in force, explains them and takes them back', () => {
    const bounds = new TimeBounds(free);
    bounds.add(edge(0, 1, 15, 0));
    bounds.add(edge(1, 2, 7, 2, 4));
    expect(bounds.activate(0)).toBeUndefined();
    const mark = bounds.mark;
    expect(bounds.activate(2)).toBeUndefined();
    expect([...bounds.t]).toEqual([0, 15, 20]);
    expect(bounds.activate(4)).toBeUndefined();
    expect([...bounds.t]).toEqual([0, 15, 22]);
    const literals: number[] = [];
    bounds.explain(2, literals);
    expect(literals.sort()).toEqual([0, 2, 4]);
    bounds.undo(mark);
    expect([...bounds.t]).toEqual([0, 15, 20]);
  });

  it('names the literals of a circle, and no others', () => {
    const bounds = new TimeBounds(free);
    bounds.add(edge(0, 1, 25, 0));
    bounds.add(edge(1, 2, 1, 2));
    bounds.add(edge(2, 1, 1, 4));
    expect(bounds.activate(0)).toBeUndefined();
    expect(bounds.activate(2)).toBeUndefined();
    expect(bounds.activate(4)?.sort()).toEqual([2, 4]);
  });

  it('names the literals that lead beyond a latest start', () => {
    const bounds = new TimeBounds(free);
    bounds.add(edge(2, 1, 31, 6));
    expect(bounds.activate(6)).toEqual([6]);
  });
});
