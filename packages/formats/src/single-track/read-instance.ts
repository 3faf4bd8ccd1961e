import type { DelayComponent, DispatchProblem, Operation } from '@throughline/engine';

/** How the delay of a train at its last track counts: by seconds, by begun steps of 180 s, or by three steps. */
export type SingleTrackObjective = 'cont' | 'inf180' | 'fin123';

/** A line of the file that breaks the format. */
export class SingleTrackError extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.name = 'SingleTrackError';
    this.line = line;
  }
}

interface Passage {
  readonly track: string;
  readonly aimed: number;
  readonly wait: number;
  readonly base: number;
  readonly run: number;
}

/** Seconds of delay that make one step. */
const stepSeconds = 180;

/**
 * Reads an instance of the single-track library (one line, unlimited room in stations, fixed routes) as a dispatching
 * problem: each track is an operation that holds it, each station one that holds nothing.
 *
 * @param text - the text of the instance
 * @param objective - which of the library's three objectives to minimise
 * @returns the problem, times in seconds
 * @throws SingleTrackError with the line and the reason
 * @see https://github.com/luteberget/maxsattrainscheduling (instances and objectives)
 * @example
 * readSingleTrackInstance('TrainId=1\nT1 Train1 AimedDepartureTime=0 WaitTime=0 BaseTime=0 RunTime=60\n', 'cont')
 */
export function readSingleTrackInstance(text: string, objective: SingleTrackObjective): DispatchProblem {
  const trains = readTrains(text);
  const horizon = latestEntry(trains);
  return {
    trains: trains.map(operationsOf),
    objective: trains.flatMap((passages, train) => componentsOf(passages, train, objective, horizon)),
  };
}

function readTrains(text: string): Passage[][] {
  const trains: Passage[][] = [];
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('TrainId=')) {
      trains.push([]);
      continue;
    }
    const train = trains.at(-1);
    if (!train) throw new SingleTrackError(i + 1, 'a track before the first TrainId');
    train.push(readPassage(line, i + 1));
  }
  return trains.filter((passages) => passages.length > 0);
}

function readPassage(line: string, number: number): Passage {
  const [track, , ...fields] = line.split(/\s+/);
  const values = new Map(fields.map((field) => field.split('=') as [string, string]));
  const read = (name: string) => {
    const text = values.get(name);
    const value = text === undefined || text === '' ? Number.NaN : Number(text);
    if (!Number.isSafeInteger(value)) throw new SingleTrackError(number, `${name} is no integer: ${text ?? 'missing'}`);
    return value;
  };
  const length = (name: string) => {
    const value = read(name);
    if (value < 0) throw new SingleTrackError(number, `${name} is negative: ${value}`);
    return value;
  };
  return {
    track: track!,
    aimed: read('AimedDepartureTime'),
    wait: length('WaitTime'),
    base: length('BaseTime'),
    run: length('RunTime'),
  };
}

/** No train that runs as early as the order of trains allows enters a track later. */
function latestEntry(trains: readonly Passage[][]): number {
  const all = trains.flat();
  return all.reduce((sum, { run, wait }) => sum + run + wait, Math.max(0, ...all.map(({ base }) => base)));
}

function operationsOf(passages: readonly Passage[]): Operation[] {
  const operations: Operation[] = [];
  const add = (startLb: number, minDuration: number, resource?: string) =>
    operations.push({
      startLb,
      startUb: Number.POSITIVE_INFINITY,
      minDuration,
      resources: resource === undefined ? [] : [{ resource, releaseTime: 0 }],
      successors: [operations.length + 1],
    });
  for (const [i, { track, base, run }] of passages.entries()) {
    add(base, run, track);
    add(0, passages[i + 1]?.wait ?? 0);
  }
  operations[operations.length - 1] = { ...operations.at(-1)!, successors: [] };
  return operations;
}

function componentsOf(
  passages: readonly Passage[],
  train: number,
  objective: SingleTrackObjective,
  horizon: number,
): DelayComponent[] {
  const { aimed } = passages.at(-1)!;
  const operation = 2 * (passages.length - 1);
  if (objective === 'cont') return [{ train, operation, threshold: aimed, increment: 0, coeff: 1 }];
  const steps = objective === 'fin123' ? 3 : Math.max(1, Math.ceil((horizon - aimed) / stepSeconds));
  return Array.from({ length: steps }, (_, k) => ({
    train,
    operation,
    threshold: aimed + k * stepSeconds + 1,
    increment: 1,
    coeff: 0,
  }));
}
