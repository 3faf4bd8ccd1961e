import { extname } from 'node:path';
import type { DispatchProblem } from '@throughline/engine';
import {
  DataZincError,
  DisplibError,
  readDisplibProblem,
  readSingleTrackInstance,
  readStation,
  SingleTrackError,
  stationProblem,
} from '@throughline/formats';
import { BadInput } from '../exit-status.ts';

/** The objectives that a kind of file leaves open, the usual one first. */
const objectives = {
  '.dzn': ['makespan', 'ends'],
  '.txt': ['cont', 'inf180', 'fin123'],
} as const;

/**
 * Reads a dispatching instance by the ending of its name: in-station instances (`.dzn`), single-track instances
 * (`.txt`), DISPLIB otherwise.
 *
 * @param file - path, for messages
 * @param text - its text
 * @param objective - what to minimise where the file leaves it open
 * @returns the problem, times in seconds
 * @throws BadInput that says what to change
 */
export function readDispatchInstance(file: string, text: string, objective: string | undefined): DispatchProblem {
  const ending = extname(file).toLowerCase();
  try {
    if (ending === '.dzn') return stationProblem(readStation(text), chosen(objectives['.dzn'], objective, file));
    if (ending === '.txt') return readSingleTrackInstance(text, chosen(objectives['.txt'], objective, file));
    if (objective !== undefined) throw new BadInput('A DISPLIB file states its objective: leave `--objective` out.');
    return readDisplibProblem(text);
  } catch (problem) {
    const known = [DisplibError, DataZincError, SingleTrackError, RangeError].some((kind) => problem instanceof kind);
    if (known) throw new BadInput(`${file}: ${(problem as Error).message}`);
    throw problem;
  }
}

function chosen<T extends string>(names: readonly T[], name: string | undefined, file: string): T {
  const found = name === undefined ? names[0] : names.find((known) => known === name);
  if (found === undefined) throw new BadInput(`${file}: the objective is one of ${names.join(', ')}, not ${name}.`);
  return found;
}
