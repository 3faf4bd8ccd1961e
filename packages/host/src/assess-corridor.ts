import {
  type Assessment,
  composeAssessment,
  Diagnostics,
  type Progress,
  prepare,
  type StudyPlan,
  study,
} from '@throughline/engine';
import { type CorridorTexts, corridorHash, parseCorridor, readCorridorFolder } from './corridor-folder.ts';
import { defaultThreads, samePool, threadPool } from './draw-pool.ts';

/** How an assessment is carried out; nothing here changes its result. */
export interface Manner {
  /** Number of threads; 0 works in this one. */
  readonly threads?: number;
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** An assessment, or what is wrong with the corridor. */
export interface AssessedFolder {
  readonly assessment: Assessment | undefined;
  readonly diagnostics: Diagnostics;
}

/**
 * Assesses the corridor in a folder: reads, checks, simulates every option, draws what is uncertain.
 *
 * @param folder - the corridor's folder
 * @param plan - options, scenario, seed, number of draws, claims believed
 * @param manner - threads, progress, cancelling
 * @throws the signal's reason when cancelled
 */
export async function assessFolder(folder: string, plan: StudyPlan, manner: Manner = {}): Promise<AssessedFolder> {
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
 */
export async function assessTexts(texts: CorridorTexts, plan: StudyPlan, manner: Manner = {}): Promise<AssessedFolder> {
  const diagnostics = new Diagnostics();
  const files = parseCorridor(texts, diagnostics);
  if (diagnostics.failed) return { assessment: undefined, diagnostics };
  const prepared = prepare(files, plan);
  diagnostics.all.push(...prepared.diagnostics.all);
  if (diagnostics.failed) return { assessment: undefined, diagnostics };
  const threads = manner.threads ?? defaultThreads();
  const pool = threads === 0 ? samePool(prepared.options, plan) : threadPool(texts, plan, threads, manner.signal);
  const found = await study(prepared.options, plan, {
    pool,
    ...(manner.progress ? { progress: manner.progress } : {}),
    ...(manner.signal ? { signal: manner.signal } : {}),
  });
  const scenario = plan.scenario === undefined ? undefined : files.scenarios.get(plan.scenario);
  const assessment = composeAssessment(found, {
    id: texts.id,
    hash: corridorHash(texts),
    scenario: plan.scenario ?? null,
    scenarioTitle: scenario?.head.title ?? null,
  });
  return { assessment, diagnostics };
}
