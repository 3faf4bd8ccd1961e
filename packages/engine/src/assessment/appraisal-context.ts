import type { AppraisalDraw } from '../appraise.ts';
import type { Model } from '../corridor/index.ts';
import type { Figure } from './figure.ts';
import { figure } from './figures.ts';

/** How an appraisal is told: the corridor with its stated values, the draws, the traces and the names. */
export interface AppraisalContext {
  /** Of the do-minimum, or of the first option. */
  readonly model: Model;
  /** The same options in every draw; none where nothing was drawn. */
  readonly draws: readonly AppraisalDraw[];
  /** Key of the trace of an option. */
  readonly trace: (option: string) => string;
  readonly nameOfOption: (option: string) => string;
}

/** Money of account is told in millions, that of a borrower in billions. */
export const million = 1e6;

/**
 * Part of the draws in which something holds.
 *
 * @param draws - all draws
 * @param holds - whether it holds in one; null where it could not be found, and the draw is not counted then
 * @param restsOn - key of its trace
 * @returns the part, or null where no draw counts
 * @example
 * ```ts
 * chance(draws, ({ economy }) => economy && economy.best === 'new-line', 'economy')?.value; // 0.04
 * ```
 */
export function chance(
  draws: readonly AppraisalDraw[],
  holds: (draw: AppraisalDraw) => boolean | null | undefined,
  restsOn: string,
): Figure | null {
  const found = draws.map(holds).filter((answer) => answer !== null && answer !== undefined);
  return found.length === 0 ? null : figure(found.filter(Boolean).length / found.length, '1', restsOn);
}
