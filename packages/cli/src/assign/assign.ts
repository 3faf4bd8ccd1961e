import { dirname, join } from 'node:path';
import { assignmentFaults, type DemandWithoutRoute } from '@throughline/engine';
import {
  readTntpNetwork,
  readTntpTrips,
  TntpError,
  type TntpNetwork,
  type TntpTrips,
  type TntpWeights,
  tntpProblem,
  writeTntpFlows,
} from '@throughline/formats';
import { type AssignAnswer, assignDemand, writeWhole } from '@throughline/host';
import { cancelOnSignal } from '../assess/cancel.ts';
import { BadInput, exitStatus } from '../exit-status.ts';
import { textOf } from '../reading.ts';
import { print, printJson, tell } from '../terminal/output.ts';
import { progressLine } from '../terminal/progress.ts';
import { writing } from '../writing.ts';
import type { AssignOptions } from './assign-options.ts';
import { weightsFor } from './weights.ts';

/** Largest file that is read: the trip table of four thousand zones is a half of it. */
const largest = 500e6;

/** How many of the pairs without a route are told. */
const pairsTold = 5;

/**
 * Assigns a trip table to a network and says what came of it.
 *
 * @param net - path of the network
 * @param trips - path of the trip table
 * @param options - what the command line says
 */
export async function assign(net: string, trips: string, options: AssignOptions): Promise<void> {
  const network = parsed(net, await textOf(net, largest), readTntpNetwork);
  const table = parsed(trips, await textOf(trips, largest), readTntpTrips);
  if (table.zones > network.zones) {
    throw new BadInput(`${trips} has ${table.zones} zones, ${net} has ${network.zones}.`);
  }
  const { weights, note } = await weightsFor(network, options, join(dirname(net), 'README.md'));
  tell([...table.notes.map((text) => `${trips}, ${text}`), ...note]);
  const answer = await worked(net, network, table, weights, options);
  if (answer.kind === 'no-route') throw new BadInput(noRouteText(trips, answer));
  const { out } = options;
  if (out !== undefined) {
    const text = writeTntpFlows(network, answer.flows, answer.costs);
    await writing(`The file of flows \`${out}\``, () => writeWhole(out, text));
  }
  report(answer, table, options);
  if (answer.cancelled) process.exitCode = exitStatus.cancelled;
  else if (answer.kind === 'iteration-limit') process.exitCode = exitStatus.checkFailed;
}

async function worked(
  net: string,
  network: TntpNetwork,
  table: TntpTrips,
  weights: TntpWeights,
  options: AssignOptions,
): Promise<AssignAnswer> {
  const problem = parsed(net, '', () => tntpProblem(network, table, weights));
  const faults = assignmentFaults(problem);
  if (faults.length > 0) throw new BadInput(`${net}: ${faults.join('\n')}`);
  const progress = progressLine(process.stderr, options.json === true && process.stderr.isTTY !== true);
  const cancelling = cancelOnSignal();
  let first: number | undefined;
  try {
    return await assignDemand(problem, {
      relativeGap: options.gap,
      iterations: options.iterations,
      ...(options.timeLimit === undefined ? {} : { seconds: options.timeLimit }),
      principle: options.systemOptimum ? 'system' : 'user',
      method: options.method,
      iterated: ({ relativeGap }) => {
        first ??= relativeGap;
        progress.show({
          label: `Closing the gap to ${options.gap.toExponential()}`,
          ...wayTo(options.gap, first, relativeGap),
        });
      },
      signal: cancelling.signal,
    });
  } finally {
    progress.clear();
    cancelling.release();
  }
}

/** How many of a hundred parts of the orders of magnitude between the first gap and the goal are won. */
function wayTo(goal: number, first: number, now: number): { done: number; total: number } {
  const whole = Math.log(first / goal);
  const won = whole > 0 ? Math.log(first / Math.max(now, goal)) / whole : 1;
  return { done: Math.round(100 * Math.min(1, Math.max(0, won))), total: 100 };
}

function report(answer: Exclude<AssignAnswer, DemandWithoutRoute>, table: TntpTrips, options: AssignOptions): void {
  const { objective, relativeGap, iterations, seconds, totalCost, cancelled } = answer;
  if (options.json) {
    printJson({ objective, relativeGap, iterations, seconds: Number(seconds.toFixed(3)) });
    return;
  }
  const what = options.systemOptimum ? 'System optimum' : 'User equilibrium';
  const state =
    answer.kind === 'equilibrium'
      ? `${what} at a relative gap of ${relativeGap.toExponential(2)}`
      : `${cancelled ? 'Cancelled' : 'A limit came first'}: the relative gap is ${relativeGap.toExponential(2)}, not ${options.gap.toExponential()}`;
  const intrazonal = table.origins.reduce(
    (sum, { origin, destinations, trips }) =>
      sum + trips.reduce((own, value, k) => own + (destinations[k] === origin ? value : 0), 0),
    0,
  );
  print([
    `${state}, after ${iterations} ${iterations === 1 ? 'iteration' : 'iterations'} and ${seconds.toFixed(2)} s.`,
    `Objective ${objective}, total cost ${totalCost}.`,
    `${table.total} trips${intrazonal > 0 ? `, of which ${intrazonal} stay in their zone and off the network` : ''}.`,
    ...(options.out === undefined ? [] : [`Flows: ${options.out}`]),
  ]);
}

function noRouteText(file: string, { pairs, count, flow }: DemandWithoutRoute): string {
  const told = pairs
    .slice(0, pairsTold)
    .map(({ origin, destination, flow: trips }) => `  ${trips} trips from zone ${origin + 1} to ${destination + 1}`);
  const more = count > told.length ? [`  and ${count - told.length} pairs more`] : [];
  const pairsText = count === 1 ? 'One pair has' : `${count} pairs have`;
  return [`${file}: ${pairsText} ${flow} trips but no route in the network:`, ...told, ...more].join('\n');
}

function parsed<T>(file: string, text: string, read: (text: string) => T): T {
  try {
    return read(text);
  } catch (problem) {
    if (problem instanceof TntpError) {
      throw new BadInput(problem.faults.map(({ line, reason }) => `${file}, line ${line}: ${reason}`).join('\n'));
    }
    throw problem;
  }
}
