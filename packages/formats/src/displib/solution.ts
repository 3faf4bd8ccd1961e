import type { DispatchEvent, DispatchProblem, DispatchSolution, Verdict } from '@throughline/engine';
import { verifySolution } from '@throughline/engine';
import { FaultCollector, parseJson } from './fault.ts';

/**
 * Reads a DISPLIB solution file.
 *
 * @param text - the JSON text of the file
 * @returns the events, and the objective value if the file states one
 * @throws DisplibError with place and reason of every fault
 * @example
 * readDisplibSolution('{"objective_value":0,"events":[{"time":0,"train":0,"operation":0}]}')
 */
export function readDisplibSolution(text: string): { objective: number | undefined; events: DispatchEvent[] } {
  const faults = new FaultCollector();
  const file = faults.object(parseJson(text), 'file') ?? {};
  const objective =
    file.objective_value === undefined ? undefined : faults.integer(file.objective_value, 'objective_value', 0);
  const events = faults.list(file.events, 'events').map((value, i) => {
    const event = faults.object(value, `events[${i}]`) ?? {};
    return {
      time: faults.integer(event.time, `events[${i}].time`, Number.NEGATIVE_INFINITY),
      train: faults.integer(event.train, `events[${i}].train`, 0),
      operation: faults.integer(event.operation, `events[${i}].operation`, 0),
    };
  });
  faults.throwIfAny();
  return { objective, events };
}

/**
 * Writes a DISPLIB solution file.
 *
 * @param solution - value and events in their global order, times in seconds
 * @returns the JSON text, ending in a line break
 * @example
 * writeDisplibSolution({ objective: 0, events: [{ time: 0, train: 0, operation: 0 }] })
 */
export function writeDisplibSolution(solution: DispatchSolution): string {
  const events = solution.events.map(({ time, train, operation }) => ({ time, train, operation }));
  return `${JSON.stringify({ objective_value: solution.objective, events })}\n`;
}

/**
 * Checks the text of a solution file against a problem, the stated objective value included.
 *
 * @param problem - the problem
 * @param text - the JSON text of the solution file
 * @returns the value, or the first broken rule and the index of its event
 * @throws DisplibError when the text is no solution file
 * @example
 * verifyDisplibSolution({ trains: [], objective: [] }, '{"objective_value":0,"events":[]}')
 */
export function verifyDisplibSolution(problem: DispatchProblem, text: string): Verdict {
  const { objective, events } = readDisplibSolution(text);
  const verdict = verifySolution(problem, events);
  if (!verdict.feasible || objective === undefined || objective === verdict.objective) return verdict;
  return {
    feasible: false,
    event: undefined,
    reason: `objective_value says ${objective}, the events give ${verdict.objective}`,
  };
}
