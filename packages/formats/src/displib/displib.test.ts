import { describe, expect, it } from 'vitest';
import { DisplibError } from './fault.ts';
import { readDisplibProblem } from './read-problem.ts';
import { readDisplibSolution, verifyDisplibSolution, writeDisplibSolution } from './solution.ts';
import { writeDisplibProblem } from './write-problem.ts';

const oneTrain = `{"trains":[[{"start_ub":0,"min_duration":4,"resources":[{"resource":"r0","release_time":9},{"resource":"r1"}],
"successors":[1]},{"start_lb":3,"min_duration":0,"successors":[]}]],
"objective":[{"type":"op_delay","train":0,"operation":1,"threshold":1,"coeff":2}]}`;

const faultsOf = (text: string) => {
  try {
    readDisplibProblem(text);
  } catch (error) {
    if (error instanceof DisplibError) return error.faults;
    throw error;
  }
  return [];
};

describe('DISPLIB files', () => {
  it('fill in the defaults of the format', () => {
    const { trains, objective } = readDisplibProblem(oneTrain);
    expect(trains[0]![0]).toMatchObject({ startLb: 0, startUb: 0 });
    expect(trains[0]![0]!.resources[1]).toEqual({ resource: 'r1', releaseTime: 0 });
    expect(trains[0]![1]).toMatchObject({ startUb: Number.POSITIVE_INFINITY, resources: [] });
    expect(objective[0]).toEqual({ train: 0, operation: 1, threshold: 1, increment: 0, coeff: 2 });
  });

  it('come back the same after writing', () => {
    const problem = readDisplibProblem(oneTrain);
    expect(readDisplibProblem(writeDisplibProblem(problem))).toEqual(problem);
  });

  it('are checked with the stated objective value', () => {
    const problem = readDisplibProblem(oneTrain);
    const events = [
      { time: 0, train: 0, operation: 0 },
      { time: 4, train: 0, operation: 1 },
    ];
    const text = writeDisplibSolution({ objective: 6, events });
    expect(readDisplibSolution(text)).toEqual({ objective: 6, events });
    expect(verifyDisplibSolution(problem, text)).toEqual({ feasible: true, objective: 6 });
    expect(verifyDisplibSolution(problem, writeDisplibSolution({ objective: 5, events }))).toMatchObject({
      feasible: false,
      reason: 'objective_value says 5, the events give 6',
    });
  });

  it.each([
    ['{"trains":[],\n "objective":]}', 'line 2, column 14'],
    ['{"trains":[],', 'line 1, column 14'],
    ['', 'line 1, column 1'],
    ['{"trains":[1,2}', 'line 1, column 15'],
    ['[]', 'file'],
    ['{"objective":[]}', 'trains'],
    ['{"trains":[[]],"objective":[]}', 'trains[0]'],
    ['{"trains":[[{"successors":[]}]],"objective":[]}', 'trains[0][0].min_duration'],
    ['{"trains":[[{"min_duration":1.5,"successors":[]}]],"objective":[]}', 'trains[0][0].min_duration'],
    ['{"trains":[[{"min_duration":1,"successors":[3]}]],"objective":[]}', 'trains[0][0].successors[0]'],
    ['{"trains":[[{"min_duration":1,"successors":[0]}]],"objective":[]}', 'trains[0][0].successors[0]'],
    [
      '{"trains":[[{"min_duration":1,"successors":[]}]],"objective":[{"type":"x","train":0,"operation":0}]}',
      'objective[0].type',
    ],
    [
      '{"trains":[[{"min_duration":1,"successors":[]}]],"objective":[{"type":"op_delay","train":1,"operation":0}]}',
      'objective[0].train',
    ],
    [
      '{"trains":[[{"start_lb":5,"start_ub":4,"min_duration":1,"successors":[]}]],"objective":[]}',
      'trains[0][0].start_ub',
    ],
  ])('name the place of a fault: %s', (text, place) => {
    expect(faultsOf(text).map((fault) => fault.place)).toContain(place);
  });

  it('name all faults at once', () => {
    expect(faultsOf('{"trains":[[{"min_duration":-1,"successors":[7]}]],"objective":{}}')).toHaveLength(3);
  });
});
