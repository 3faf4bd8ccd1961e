import { type DispatchEvent, type DispatchProblem, verifySolution } from '@throughline/engine';
import { DisplibError, readDisplibSolution, writeDisplibSolution } from '@throughline/formats';
import { type DispatchAnswer, defaultThreads, dispatchPortfolio, writeWhole } from '@throughline/host';
import { BadInput, exitStatus } from '../exit-status.ts';
import { textOf } from '../reading.ts';
import { print, printJson, tell } from '../terminal/output.ts';
import { writing } from '../writing.ts';
import type { DispatchOptions } from './dispatch-options.ts';
import { readDispatchInstance } from './read-instance.ts';

/** Largest file that is read: an instance of thousands of trains is a tenth of it. */
const largest = 256e6;

/**
 * Searches for a plan, or checks one, and says what came of it.
 *
 * @param instance - path of the problem
 * @param options - what the command line says
 */
export async function dispatch(instance: string, options: DispatchOptions): Promise<void> {
  const problem = readDispatchInstance(instance, await textOf(instance, largest), options.objective);
  if (options.verify === undefined) await search(problem, options);
  else await verify(problem, options.verify, options);
}

async function search(problem: DispatchProblem, options: DispatchOptions): Promise<void> {
  const start = options.start === undefined ? undefined : await eventsOf(options.start);
  const controller = new AbortController();
  const cancel = () => controller.abort();
  process.once('SIGINT', cancel);
  const answer = await dispatchPortfolio(problem, {
    seconds: options.timeLimit,
    threads: Math.max(1, options.threads ?? defaultThreads()),
    seed: options.seed,
    ...(start ? { start } : {}),
    improved: ({ objective }, bound, seconds) => tell([`${seconds.toFixed(1)} s: ${objective}, not below ${bound}`]),
    signal: controller.signal,
  });
  process.removeListener('SIGINT', cancel);
  const out = options.out;
  if (out !== undefined && answer.objective !== undefined) {
    const solution = { objective: answer.objective, events: answer.events };
    await writing(`The plan \`${out}\``, () => writeWhole(out, writeDisplibSolution(solution)));
  }
  report(answer, options);
  if (answer.objective === undefined) process.exitCode = exitStatus.checkFailed;
}

function report({ status, objective, bound, seconds }: DispatchAnswer, { json, out }: DispatchOptions): void {
  if (json) {
    const known = Number.isFinite(bound) ? bound : null;
    printJson({ status, objective: objective ?? null, bound: known, seconds: Number(seconds.toFixed(3)) });
    return;
  }
  const words = {
    optimal: `The best plan costs ${objective}; none can cost less.`,
    feasible: `A plan that costs ${objective} was found; none can cost less than ${bound}.`,
    infeasible: 'There is no plan; that is proven.',
    unknown: 'No plan was found in this time; whether there is one is not known.',
  };
  print([words[status], ...(out !== undefined && objective !== undefined ? [`Plan: ${out}`] : [])]);
}

async function verify(problem: DispatchProblem, file: string, { json }: DispatchOptions): Promise<void> {
  const verdict = verifySolution(problem, await eventsOf(file));
  if (json) printJson(verdict);
  else
    print([
      verdict.feasible
        ? `The plan is sound and costs ${verdict.objective}.`
        : `The plan is not sound: ${verdict.reason}`,
    ]);
  if (!verdict.feasible) process.exitCode = exitStatus.checkFailed;
}

async function eventsOf(file: string): Promise<readonly DispatchEvent[]> {
  const text = await textOf(file, largest);
  try {
    return readDisplibSolution(text).events;
  } catch (problem) {
    if (problem instanceof DisplibError) throw new BadInput(`${file}: ${problem.message}`);
    throw problem;
  }
}
