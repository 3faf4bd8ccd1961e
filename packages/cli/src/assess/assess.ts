import { join } from 'node:path';
import { type Assessment, canonicalJson, contentHash, type StudyPlan } from '@throughline/engine';
import { assessFolder, defaultThreads, writeTogether } from '@throughline/host';
import { believedClaims } from '../believed.ts';
import { reportLines } from '../diagnostics-report.ts';
import { exitStatus } from '../exit-status.ts';
import { errStyle, outStyle, print, tell } from '../terminal/output.ts';
import { progressLine } from '../terminal/progress.ts';
import { writing } from '../writing.ts';
import type { AssessOptions } from './assess-options.ts';
import { cancelOnSignal } from './cancel.ts';
import { summaryLines } from './summary.ts';

/**
 * Assesses a corridor, prints the summary and writes dossier, assessment and workbook, all or none.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function assess(folder: string, options: AssessOptions): Promise<void> {
  const started = new Date();
  const plan = planOf(options);
  const threads = options.threads ?? defaultThreads();
  const progress = progressLine(process.stderr, options.quiet === true);
  const cancelling = cancelOnSignal();
  try {
    const { signal } = cancelling;
    const { assessment, diagnostics } = await assessFolder(folder, plan, { threads, progress: progress.show, signal });
    progress.clear();
    tell(reportLines(diagnostics.all, folder, errStyle));
    if (!assessment) {
      process.exitCode = exitStatus.badInput;
      return;
    }
    progress.show({ label: 'writing the dossier', done: 0, total: 1 });
    const json = documentOf(assessment, started, threads);
    const { dossier, workbook } = await documentsOf(assessment);
    // Lets a signal that came while the dossier was composed be heard before anything is written.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    const target = join(options.out, assessment.corridor.id);
    const paths = { dossier: join(target, 'dossier.html'), assessment: join(target, 'assessment.json') };
    const book = workbook === null ? [] : [{ path: join(target, 'workbook.xlsx'), content: workbook }];
    await writing(target, () =>
      writeTogether([{ path: paths.assessment, content: json }, { path: paths.dossier, content: dossier }, ...book]),
    );
    progress.clear();
    if (options.json) process.stdout.write(json);
    else print(summaryLines(assessment, outStyle));
    const say = options.json ? tell : print;
    say([
      '',
      `Dossier:    ${paths.dossier}`,
      `Assessment: ${paths.assessment}`,
      ...book.map(({ path }) => `Workbook:   ${path}`),
    ]);
  } catch (problem) {
    progress.clear();
    if (!cancelling.signal.aborted) throw problem;
    tell(['Cancelled; nothing was written.']);
    process.exitCode = exitStatus.cancelled;
  } finally {
    cancelling.release();
  }
}

function planOf(options: AssessOptions): StudyPlan {
  return {
    options: [...new Set(options.option ?? [])],
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
    ...(options.convention === undefined ? {} : { convention: options.convention }),
    seed: options.seed,
    draws: options.draws,
    switches: believedClaims(options.believe),
  };
}

/** The text of `assessment.json`: the results, and how they were computed, which is no part of them. */
function documentOf(assessment: Assessment, started: Date, threads: number): string {
  const run = {
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    threads,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    results_sha256: contentHash(canonicalJson(assessment)),
  };
  return `${canonicalJson({ ...assessment, run })}\n`;
}

async function documentsOf(assessment: Assessment) {
  const { composeDossier, composeWorkbook, loadDossierAssets } = await import('@throughline/dossier');
  return {
    dossier: composeDossier(assessment, loadDossierAssets()),
    workbook: await composeWorkbook(assessment),
  };
}
