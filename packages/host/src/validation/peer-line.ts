import { driveLine, type PlannedPath } from '@throughline/engine';
import { planOfScenario, readPeerScenario } from '@throughline/formats';
import type { RunningRow } from './running.ts';

const HOUR = 3600;
/** Part of SUMO's mean journey by which ours may differ: its trains accelerate, brake and clear by another model. */
const TOLERANCE = 0.05;

/** SUMO 1.27.1 deciding alone, from the notes beside the scenarios: mean journey (h) by trains and days. */
const sumo: Readonly<Record<string, number>> = { '32/1': 5.87, '32/7': 5.91, '64/1': 6.26 };

/**
 * Runs a shared scenario of the 300 km single track by rule, first come, first served, each train from when it asks to
 * leave: everybody arrives, and the mean journey is that of SUMO deciding alone, where it got everybody through.
 *
 * @param text - of the scenario
 * @param name - of the case
 * @param means - mean journeys of the other program (h), by trains a day and days
 * @returns one row for the trains that arrive, one for the mean journey where SUMO has one
 */
export function validatePeerLine(
  text: string,
  name: string,
  means: Readonly<Record<string, number>> = sumo,
): readonly RunningRow[] {
  const problem = planOfScenario(readPeerScenario(text), {});
  const starts = problem.trains.map(({ graph, departure }): PlannedPath => {
    const stay = { state: 0, track: graph.states[0]!.tracks[0]!, arrival: departure.from, departure: departure.from };
    return { stays: graph.points.map(() => stay), movements: [], bookings: [], cost: 0 };
  });
  const { trains, arrived, journeys } = driveLine(problem, starts, { days: 1, dispatch: 'first come' });
  const last = Math.max(...problem.trains.map(({ departure }) => departure.from));
  const days = Math.floor(last / 86_400) + 1;
  const row = { suite: 'operations/line', case: name };
  const arrives: RunningRow = {
    ...row,
    quantity: 'trains that arrive',
    unit: '',
    expected: trains,
    actual: arrived,
    tolerance: 0,
    ok: arrived === trains,
  };
  const expected = means[`${trains / days}/${days}`];
  if (expected === undefined) return [arrives];
  const actual = journeys / arrived / HOUR;
  const tolerance = TOLERANCE * expected;
  const ok = Math.abs(actual - expected) <= tolerance;
  return [arrives, { ...row, quantity: 'mean journey, beside SUMO', unit: 'h', expected, actual, tolerance, ok }];
}
