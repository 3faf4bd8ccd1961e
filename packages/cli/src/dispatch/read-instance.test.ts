import { describe, expect, it } from 'vitest';
import { readDispatchInstance } from './read-instance.ts';

const displib = '{"trains":[[{"min_duration":0,"successors":[]}]],"objective":[]}';
const singleTrack = 'TrainId=1\nT1 Train1 AimedDepartureTime=0 WaitTime=0 BaseTime=500 RunTime=60\n';

describe('readDispatchInstance', () => {
  it('reads by the ending of the name', () => {
    expect(readDispatchInstance('a.json', displib, undefined).trains).toHaveLength(1);
    expect(readDispatchInstance('b.TXT', singleTrack, undefined).objective[0]).toMatchObject({ coeff: 1 });
    expect(readDispatchInstance('b.txt', singleTrack, 'fin123').objective).toHaveLength(3);
  });

  it.each([
    ['a.json', displib, 'cont', 'A DISPLIB file states its objective'],
    ['b.txt', singleTrack, 'sum', 'b.txt: the objective is one of cont, inf180, fin123, not sum'],
    ['b.txt', 'T1 Train1', undefined, 'b.txt: line 1: a track before the first TrainId'],
    ['c.dzn', 't_est = [', 'ends', 'c.dzn: line 1: the file ends too early'],
    ['d.json', '[', undefined, 'd.json: line 1'],
  ])('names the file and what to change: %s %s', (file, text, objective, message) => {
    expect(() => readDispatchInstance(file, text, objective)).toThrow(message);
  });
});
