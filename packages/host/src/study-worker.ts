import { workerData } from 'node:worker_threads';
import {
  Diagnostics,
  type DrawTask,
  evaluateDraws,
  type OptionTask,
  prepare,
  type SimulatedOption,
  type StudiedDraw,
  simulateOption,
} from '@throughline/engine';
import { parseCorridor } from './corridor-texts.ts';
import type { StudyWorkerData } from './study-pool.ts';

// tinypool keeps its own data in front of the user's.
const [, { texts, plan }] = workerData as [unknown, StudyWorkerData];
const { options } = prepare(parseCorridor(texts, new Diagnostics()), plan);

/** Entry of a thread: simulates the option, or evaluates the draws, of one task. */
export default function evaluate(task: DrawTask | OptionTask): Promise<StudiedDraw[] | SimulatedOption> {
  return 'option' in task ? simulateOption(options, plan, task) : evaluateDraws(options, plan, task);
}
