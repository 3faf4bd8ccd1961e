import { type Phase, type RunOutcome, runTrain, speedAtPosition, timeAtPosition } from '@throughline/engine';
import {
  type ExpectedRun,
  type GradeVariant,
  parseOsrdPositions,
  parseReferenceCases,
  parseTrainRunsExpectations,
  parseTrainRunsPath,
  parseTrainRunsTrain,
} from '@throughline/formats';

/** One quantity of one case, expected and computed. */
export interface RunningRow {
  readonly suite: string;
  readonly case: string;
  readonly quantity: string;
  /** SI unit, empty for names. */
  readonly unit: string;
  readonly expected: number | string;
  readonly actual: number | string;
  /** Largest difference allowed, in `unit`; 0 for names. */
  readonly tolerance: number;
  readonly ok: boolean;
}

/** Relative difference allowed in times, energy and speeds of the reference cases. */
const REFERENCE_TOLERANCE = 1e-4;
/** Speeds are given to a micrometre a second: below that nothing is compared. */
const SPEED_FLOOR = 1e-6;
/** Relative difference allowed against TrainRuns; its table is converged to about 1e-6. */
const TRAINRUNS_TOLERANCE = 1e-5;
/** The restated OSRD positions are given to the metre. */
const OSRD_TOLERANCE = 1;

/**
 * Runs the cases of a `corridor-reference-cases/1` file, in each grade variant that a case gives.
 *
 * @param text the file's text
 * @param suite name of the suite in the rows
 * @param tolerance relative difference allowed, default 1e-4
 * @returns total and running time, energy, and time and speed at each profile point
 * @throws CaseFileError when the text is no such file
 * @example
 * validateReferenceCases(text).every((row) => row.ok);
 */
export function validateReferenceCases(
  text: string,
  suite = 'running/reference-cases',
  tolerance = REFERENCE_TOLERANCE,
): RunningRow[] {
  const file = parseReferenceCases(text);
  const rows: RunningRow[] = [];
  for (const entry of file.cases) {
    for (const variant of Object.keys(entry.results) as GradeVariant[]) {
      const expected = entry.results[variant]!;
      const sheet = new Sheet(rows, suite, `${entry.id} ${variant}`);
      const outcome = runTrain(
        entry.train,
        entry.path,
        { stops: entry.stops },
        { gradeActsAt: variant === 'front' ? 'front' : 'uniform-mass', gravity: file.gravity },
      );
      sheet.name('outcome', expected.kind, outcome.kind);
      if (expected.kind === 'run') compareRun(sheet, expected, outcome, tolerance);
      else if (outcome.kind !== 'run')
        sheet.number('position of the front', 'm', expected.position, outcome.position, 0.01);
    }
  }
  return rows;
}

function compareRun(sheet: Sheet, expected: ExpectedRun, outcome: RunOutcome, tolerance: number): void {
  if (outcome.kind !== 'run') return;
  const close = (quantity: string, unit: string, from: number, to: number, floor = 0) =>
    sheet.number(quantity, unit, from, to, tolerance * Math.abs(from) + floor);
  close('total time', 's', expected.totalTime, outcome.totalTime);
  close('running time', 's', expected.runningTime, outcome.runningTime);
  close('energy at the wheel', 'J', expected.energyAtWheel, outcome.energyAtWheel);
  for (const { position, speed, time } of expected.profile) {
    close(`time at ${position} m`, 's', time, timeAtPosition(outcome.profile, position));
    close(`speed at ${position} m`, 'm/s', speed, speedAtPosition(outcome.profile, position), SPEED_FLOOR);
  }
}

/** The texts of a TrainRuns folder: its table of expectations, and trains and paths by the names used there. */
export interface TrainRunsTexts {
  readonly expectations: string;
  readonly trains: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, string>>;
}

/**
 * Runs the published trains of TrainRuns over its published paths, grade under the front.
 *
 * @param texts the folder's files
 * @returns one running time per row of the table; a train or path without a file is a red row
 * @throws CaseFileError when a text breaks its format
 * @example
 * validateTrainRuns(texts).filter((row) => !row.ok);
 */
export function validateTrainRuns(texts: TrainRunsTexts): RunningRow[] {
  const rows: RunningRow[] = [];
  for (const { train, path, runningTime } of parseTrainRunsExpectations(texts.expectations)) {
    const sheet = new Sheet(rows, 'running/trainruns', `${train} on ${path}`);
    const [trainText, pathText] = [texts.trains[train], texts.paths[path]];
    if (trainText === undefined || pathText === undefined) {
      sheet.name('files', `train ${train} and path ${path}`, trainText === undefined ? 'no train' : 'no path');
      continue;
    }
    const outcome = runTrain(
      parseTrainRunsTrain(trainText),
      parseTrainRunsPath(pathText),
      {},
      { gradeActsAt: 'front' },
    );
    sheet.name('outcome', 'run', outcome.kind);
    if (outcome.kind !== 'run') continue;
    sheet.number('running time', 's', runningTime, outcome.runningTime, TRAINRUNS_TOLERANCE * runningTime);
  }
  return rows;
}

/** Kinds of OSRD case that are not compared, because the strategy is another one. */
const NOT_COMPARED = /^economic driving/;

/**
 * Compares where a train changes its behaviour with restated unit tests of OSRD's envelope simulation.
 *
 * Cases of economic driving are left out: they distribute a margin by OSRD's own rule. Cases that are braking only
 * start at the permitted speed and compare up to the stop.
 *
 * @param text the file's text
 * @returns behaviours and positions
 * @throws CaseFileError when the text breaks its format
 * @example
 * validateOsrdPositions(text).every((row) => row.ok);
 */
export function validateOsrdPositions(text: string): RunningRow[] {
  const rows: RunningRow[] = [];
  const file = parseOsrdPositions(text);
  for (const entry of file.cases) {
    if (NOT_COMPARED.test(entry.kind)) continue;
    const sheet = new Sheet(rows, 'running/osrd-positions', entry.id);
    const brakingOnly = entry.kind.startsWith('braking only');
    const outcome = runTrain(
      entry.train,
      entry.path,
      { stops: entry.stops, startSpeed: brakingOnly ? Number.POSITIVE_INFINITY : 0, to: entry.path.length },
      { gradeActsAt: 'uniform-mass', gravity: file.gravity, slope: 'sine' },
    );
    sheet.name('outcome', 'run', outcome.kind);
    if (outcome.kind !== 'run') continue;
    const compared = brakingOnly ? entry.transitions.length : entry.phases.length;
    const behaviours = merged(outcome.phases).slice(0, brakingOnly ? compared : undefined);
    sheet.name('behaviours', entry.phases.slice(0, compared).join(', '), behaviours.map(({ name }) => name).join(', '));
    entry.transitions.forEach((position, i) => {
      const actual = behaviours[i]?.to ?? Number.NaN;
      sheet.number(`end of behaviour ${i + 1}`, 'm', position, actual, OSRD_TOLERANCE);
    });
  }
  return rows;
}

/** Behaviours as OSRD names them: full effort is `accelerate` whether the speed rises or falls. */
function merged(phases: readonly Phase[]): { name: string; to: number }[] {
  const list: { name: string; to: number }[] = [];
  for (const { phase, to } of phases) {
    const name = phase === 'climb' ? 'accelerate' : phase;
    const last = list[list.length - 1];
    if (last?.name === name) last.to = to;
    else list.push({ name, to });
  }
  return list;
}

/** Writes the rows of one case. */
class Sheet {
  readonly #rows: RunningRow[];
  readonly #suite: string;
  readonly #case: string;

  constructor(rows: RunningRow[], suite: string, name: string) {
    this.#rows = rows;
    this.#suite = suite;
    this.#case = name;
  }

  number(quantity: string, unit: string, expected: number, actual: number, tolerance: number): void {
    const ok = Math.abs(actual - expected) <= tolerance;
    this.#rows.push({ suite: this.#suite, case: this.#case, quantity, unit, expected, actual, tolerance, ok });
  }

  name(quantity: string, expected: string, actual: string): void {
    const ok = actual === expected;
    this.#rows.push({ suite: this.#suite, case: this.#case, quantity, unit: '', expected, actual, tolerance: 0, ok });
  }
}
