import { Diagnostics, type StudyPlan } from '@throughline/engine';
import { type Assessed, assessWith, type Manner } from './assess-with.ts';
import { type CorridorTexts, readCorridorFolder } from './corridor-folder.ts';
import { samePool } from './same-pool.ts';
import { defaultThreads, threadPool } from './study-pool.ts';

/** How an assessment is carried out on this machine; nothing here changes its result. */
export interface MachineManner extends Manner {
  /** Number of threads; 0 works in this one, one for each core when left out. */
  readonly threads?: number;
}

/**
 * Assesses the corridor in a folder: reads, checks, simulates every option, draws what is uncertain.
 *
 * @param folder - the corridor's folder
 * @param plan - options, scenario, seed, number of draws, claims believed
 * @param manner - threads, progress, cancelling
 * @returns the assessment, or what is wrong with the corridor
 * @throws the signal's reason when cancelled
 * @example
 * ```ts
 * const { assessment, diagnostics } = await assessFolder('corridors/pass-line', {
 *   options: [],
 *   seed: 1,
 *   draws: 200,
 *   switches: {},
 * });
 * ```
 */
export async function assessFolder(folder: string, plan: StudyPlan, manner: MachineManner = {}): Promise<Assessed> {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(folder, diagnostics);
  if (diagnostics.failed) return { assessment: undefined, diagnostics };
  return assessTexts(texts, plan, manner);
}

/**
 * Assesses a corridor given as texts.
 *
 * @param texts - the files of the corridor
 * @param plan - what is to be studied
 * @param manner - threads, progress, cancelling
 * @returns the assessment, or what is wrong with the corridor
 * @throws the signal's reason when cancelled
 * @example
 * ```ts
 * const { assessment } = await assessTexts(texts, plan, { threads: 0 });
 * ```
 */
export async function assessTexts(
  texts: CorridorTexts,
  plan: StudyPlan,
  manner: MachineManner = {},
): Promise<Assessed> {
  const threads = manner.threads ?? defaultThreads();
  return assessWith(
    texts,
    plan,
    (options) => (threads === 0 ? samePool(options, plan) : threadPool(texts, plan, threads, manner.signal)),
    manner,
  );
}
