import { solveDispatch } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { readSingleTrackInstance } from './read-instance.ts';

const line = (track: string, aimed: number, wait: number, base: number, run: number) =>
  `${track} Train AimedDepartureTime=${aimed} WaitTime=${wait} BaseTime=${base} RunTime=${run}`;

/** Two trains meet: each runs 400 s on the track that both share, then enters a track of its own. */
const meeting = [
  'TrainId=1 Delay=0 FreeRun=0',
  line('shared', 0, 0, 0, 400),
  line('east', 400, 0, 400, 10),
  '',
  'TrainId=2 Delay=0 FreeRun=0',
  line('shared', 0, 0, 100, 400),
  line('west', 500, 20, 520, 10),
].join('\n');

describe('readSingleTrackInstance', () => {
  it('counts seconds, begun steps of three minutes, or three steps of delay', () => {
    // The second train waits until 400 s, runs until 800 s, stays 20 s: 320 s late, which is two begun steps.
    const value = (objective: 'cont' | 'inf180' | 'fin123') =>
      solveDispatch(readSingleTrackInstance(meeting, objective), { workLimit: 20_000 }).objective;
    expect(value('cont')).toBe(320);
    expect(value('inf180')).toBe(2);
    expect(value('fin123')).toBe(2);
  });

  it.each([
    [line('t', 0, 0, 0, 1), /line 1: a track before the first TrainId/],
    [`TrainId=1\n${line('t', 0, 0, 0, -1)}`, /line 2: RunTime is negative: -1/],
    ['TrainId=1\nt Train AimedDepartureTime=0 WaitTime=0 BaseTime=0', /line 2: RunTime is no integer: missing/],
  ])('names the line of a fault', (text, message) => {
    expect(() => readSingleTrackInstance(text, 'cont')).toThrow(message);
  });
});
