import { type DispatchProblem, solveDispatch, verifySolution } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { phasesOf } from './phases.ts';
import { readDataZinc } from './read-datazinc.ts';
import { readStation } from './station.ts';
import { type StationObjective, stationProblem } from './station-problem.ts';

interface Run {
  readonly type: string;
  readonly est: number;
  readonly dwell?: number;
  /** Element, duration, offset, and whether the train stops there. */
  readonly blocks: readonly (readonly [number, number, number, boolean?])[];
  readonly duration: number;
}

/** The text of an instance in which every train has one route. */
function instance(...runs: Run[]): string {
  const blocks = runs.flatMap((run) => run.blocks);
  let last = 0;
  const ends = runs.map((run) => {
    last += run.blocks.length;
    return last;
  });
  const list = (values: readonly unknown[]) => `[${values.join(', ')}]`;
  return [
    `t_name = ${list(runs.map((_, t) => `"T${t + 1}"`))};`,
    `t_routes = ${list(runs.map((_, t) => `{${t + 1}}`))};`,
    `t_est = ${list(runs.map(({ est }) => est))}; % seconds`,
    `t_type = ${list(runs.map(({ type }) => type))};`,
    `r_name = ${list(runs.map((_, t) => `"R${t + 1}"`))};`,
    `r_dwell_min = ${list(runs.map(({ dwell = 0 }) => dwell))};`,
    `r_dur_min = ${list(runs.map(({ duration }) => duration))};`,
    `r_block_start = ${list(ends.map((end, t) => end - runs[t]!.blocks.length + 1))};`,
    `r_block_end = ${list(ends)};`,
    `b_edge = ${list(blocks.map(([element]) => element))};`,
    `b_dur = ${list(blocks.map(([, duration]) => duration))};`,
    `b_start_offset = ${list(blocks.map(([, , offset]) => offset))};`,
    `b_stop = ${list(blocks.map(([, , , stop = false]) => stop))};`,
  ].join('\n');
}

/** Runs in over 1 in 10 s to platform 2 (30 s), out over 3 (20 s); the platform is free a second after departure. */
const passing = (est: number, dwell = 0): Run => ({
  type: 'pass',
  est,
  dwell,
  duration: 50,
  blocks: [
    [1, 10, 0],
    [2, 31, -10, true],
    [3, 20, -1],
  ],
});
/** Stands at platform 2 and leaves over 1, against those that come in. */
const starting = (est: number): Run => ({
  type: 'origin',
  est,
  duration: 20,
  blocks: [
    [2, 0, 0, true],
    [1, 20, 0],
  ],
});

const least = (text: string, objective: StationObjective) => {
  const problem: DispatchProblem = stationProblem(readStation(text), objective);
  const answer = solveDispatch(problem, { workLimit: 200_000 });
  expect(answer.status).toBe('optimal');
  expect(verifySolution(problem, answer.events)).toEqual({ feasible: true, objective: answer.objective });
  return answer.objective;
};

describe('phasesOf', () => {
  it('takes the elements of a run together and gives them back one by one', () => {
    const [train] = readStation(instance(passing(0, 60)));
    expect(phasesOf(train!.routes[0]!, false).map(({ duration, elements }) => [duration, elements])).toEqual([
      [10, [1, 2]],
      [20, [2]],
      [60, [2]],
      [1, [2, 3]],
      [19, [3]],
    ]);
  });

  it('refuses an element that is taken on the way', () => {
    const late: Run = {
      type: 'pass',
      est: 0,
      duration: 30,
      blocks: [
        [1, 10, 0],
        [2, 20, 0],
      ],
    };
    expect(() => stationProblem(readStation(instance(late)), 'ends')).toThrow('element 2 is taken 10 s after');
  });
});

describe('stationProblem', () => {
  it('lets a train through in its running time and least stay', () => {
    expect(least(instance(passing(100, 60)), 'ends')).toBe(210);
    expect(least(instance(passing(100, 60)), 'makespan')).toBe(210);
  });

  it('keeps a train out until the platform is free', () => {
    // The second enters a second after the first leaves the platform at 130 s.
    expect(least(instance(passing(0, 100), passing(5)), 'ends')).toBe(150 + 181);
    expect(least(instance(passing(0, 100), passing(5)), 'makespan')).toBe(181);
  });

  it('gives the order of entry by the earliest entries', () => {
    // It would be quicker to let the second go first.
    expect(least(instance(passing(0, 1000), passing(1)), 'makespan')).toBe(1081);
  });

  it('keeps the platform of a train that starts there until it has left', () => {
    expect(least(instance(starting(40), passing(0)), 'ends')).toBe(60 + 110);
  });

  it('never frees the platform of a train that ends there for good', () => {
    const ending: Run = { type: 'dest', est: 0, dwell: 10, duration: 30, blocks: passing(0).blocks.slice(0, 2) };
    expect(least(instance(ending), 'ends')).toBe(40);
    const blocked = stationProblem(readStation(instance(ending, passing(5))), 'ends');
    expect(solveDispatch(blocked, { workLimit: 200_000 }).status).toBe('infeasible');
    const vanishing = { ...ending, type: 'vanish' };
    expect(least(instance(vanishing, passing(5)), 'ends')).toBe(40 + 91);
  });
});

describe('readStation', () => {
  const sound = instance(passing(0));
  it.each([
    [sound.replace('t_est', 't_first'), '`t_est` is missing'],
    [sound.replace('pass', 'fly'), 'line 4: `t_type`: train 1 is of no known type: fly'],
    [sound.replace('{1}', '{2}'), 'line 2: `t_routes`: train 1: there is no route 2'],
    [sound.replace('t_est = [0]', 't_est = [-1]'), 'line 3: `t_est`: value 1 should be a whole number of at least 0'],
    [sound.replace('r_block_end = [3]', 'r_block_end = [4]'), 'route 1 has no blocks 1 to 4'],
    [sound.replace('b_dur = [10, ', 'b_dur = ['), '`b_dur`: 2 values where there should be 3'],
  ])('says what is wrong, and on which line', (text, message) => {
    expect(() => readStation(text)).toThrow(message);
  });
});

describe('readDataZinc', () => {
  it('reads numbers, names, lists, sets and ranges, and passes over comments', () => {
    const file = readDataZinc('a = -3; % note\nb = [true, x, "y"];\nc = [{1, 3}, 2..4, {}];\n');
    expect(file.get('a')).toEqual({ value: -3, line: 1 });
    expect(file.get('b')!.value).toEqual([true, 'x', 'y']);
    expect(file.get('c')!.value).toEqual([new Set([1, 3]), new Set([2, 3, 4]), new Set()]);
  });

  it.each([
    ['a = 1;\nb = ?;', 'line 2: unexpected character `?`'],
    ['a = 1;\na = 2;', 'line 2: `a` is assigned twice'],
    ['a = [1, 2', 'line 1: the file ends too early'],
    ['a 1;', 'line 1: expected `=`, found `1`'],
    ['a = 0..99999999;', 'line 1: the range 0..99999999 is too long'],
    ['a = {x};', 'line 1: expected a whole number, found `x`'],
  ])('names the line of a fault: %s', (text, message) => {
    expect(() => readDataZinc(text)).toThrow(message);
  });
});
