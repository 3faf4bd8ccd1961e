import {
  type Assessment,
  composeAssessment,
  Diagnostics,
  type PreparedOption,
  type Progress,
  prepare,
  type StudyPlan,
  study,
} from '@throughline/engine';
import { type CorridorTexts, corridorHash, parseCorridor } from './corridor-texts.ts';
import type { StudyPool } from './same-pool.ts';
import { loadSolver } from './solver.ts';

/** How a user follows and ends an assessment; nothing here changes its result. */
export interface Manner {
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Bytes of the solver's WebAssembly, where it does not lie beside the script. */
  readonly wasm?: ArrayBuffer;
}

/** An assessment, or what is wrong with the corridor. */
export interface Assessed {
  readonly assessment: Assessment | undefined;
  readonly diagnostics: Diagnostics;
}

/**
 * Assesses a corridor given as texts, on whatever evaluates draws. Needs nothing of the machine: a browser bundles it.
 *
 * @param texts - the files of the corridor
 * @param plan - what is to be studied
 * @param poolFor - makes the pool that evaluates the draws of the prepared options
 * @param manner - progress, cancelling
 * @returns the assessment, or what is wrong with the corridor
 * @throws the signal's reason when cancelled
 * @example
 * ```ts
 * await assessWith(texts, plan, (options) => samePool(options, plan))
 * ```
 */
export async function assessWith(
  texts: CorridorTexts,
  plan: StudyPlan,
  poolFor: (options: readonly PreparedOption[]) => StudyPool,
  manner: Manner = {},
): Promise<Assessed> {
  const diagnostics = new Diagnostics();
  const files = parseCorridor(texts, diagnostics);
  if (diagnostics.failed) return { assessment: undefined, diagnostics };
  const prepared = prepare(files, plan);
  diagnostics.all.push(...prepared.diagnostics.all);
  if (diagnostics.failed) return { assessment: undefined, diagnostics };
  const pool = poolFor(prepared.options);
  const ports = {
    ...pool,
    lp: () => loadSolver(manner.wasm),
    ...(manner.progress ? { progress: manner.progress } : {}),
    ...(manner.signal ? { signal: manner.signal } : {}),
  };
  const found = await study(prepared.options, plan, ports).finally(pool.end);
  const scenario = plan.scenario === undefined ? undefined : files.scenarios.get(plan.scenario);
  const assessment = composeAssessment(found, {
    id: texts.id,
    hash: corridorHash(texts),
    scenario: plan.scenario ?? null,
    scenarioTitle: scenario?.head.title ?? null,
  });
  return { assessment, diagnostics };
}
