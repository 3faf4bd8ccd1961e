import { expect, test } from 'vitest';
import { layOutLine } from './line-network.ts';
import { lineOf } from './testing/random-line.ts';
import { Turns } from './turns.ts';

const train = { from: 0, to: 1, departure: 0, long: false };
const line = layOutLine(lineOf({ tracks: [1, 1], times: [300], trains: [train, train] }));
const section = line.problem.resources.findIndex(({ kind }) => kind === 'block');

function planned(): Turns {
  const turns = new Turns(line);
  turns.add(section, 7, 0, 3600);
  turns.add(section, 9, 0, 4000);
  return turns;
}

test('a train waits for the one before it in the plan, not for the one behind it', () => {
  expect(planned().before(9, section, 0)).toBe(7);
  expect(planned().before(7, section, 0)).toBe(-1);
});

test('the turn goes on when the first has been granted its movement, or is not there any more', () => {
  const granted = planned();
  granted.took(7, 0);
  expect(granted.before(9, section, 0)).toBe(-1);
  const gone = planned();
  gone.leave(7);
  expect(gone.before(9, section, 0)).toBe(-1);
});

test('nobody waits for a turn beyond his own time, nor a train of which the plan knows nothing', () => {
  const turns = planned();
  expect(turns.before(9, section, 3999)).toBe(7);
  expect(turns.until).toBe(4000);
  expect(turns.before(9, section, 4000)).toBe(-1);
  expect(turns.before(5, section, 0)).toBe(-1);
});

test('a train that plan after plan puts off waits no longer than the first of them said, until it moves', () => {
  const turns = planned();
  turns.clear();
  turns.add(section, 7, 0, 7200);
  turns.add(section, 9, 0, 7600);
  expect(turns.before(9, section, 3999)).toBe(7);
  expect(turns.before(9, section, 4000)).toBe(-1);
  turns.took(9, 0);
  turns.clear();
  turns.add(section, 7, 0, 9000);
  turns.add(section, 9, 0, 9400);
  expect(turns.before(9, section, 9399)).toBe(7);
});
