import type { Cells, MineralsOutcome, StateSummary, Summary } from './minerals-outcome.ts';
import type { TwoCauses } from './two-causes.ts';

/** What is kept of one state in one draw. Masses in kg/s, money/s. */
export type DrawnState = Pick<
  StateSummary,
  'mined' | 'refined' | 'refinedShare' | 'magnets' | 'magnetsShare' | 'byRail' | 'concentration' | 'incomes'
>;

/** What is kept of the minerals of one draw; null what has no equilibrium. */
export interface MineralsDraw {
  readonly summary: DrawnState | null;
  readonly cells: Cells<DrawnState | null>;
  readonly refined: TwoCauses | null;
  readonly mined: TwoCauses | null;
  readonly income: TwoCauses | null;
}

/**
 * What is kept of the minerals of one draw.
 *
 * @param outcome - the minerals of the draw
 * @returns the few numbers whose spread the assessment tells
 * @example
 * ```ts
 * const { summary } = mineralsDraw(outcome.minerals);
 * ```
 */
export function mineralsDraw({ summary, cells, causes }: MineralsOutcome): MineralsDraw {
  const { neither, railway, technology, both } = cells;
  return {
    summary: drawn(summary),
    cells: { neither: drawn(neither), railway: drawn(railway), technology: drawn(technology), both: drawn(both) },
    refined: causes.refined,
    mined: causes.mined,
    income: causes.income,
  };
}

function drawn(summary: Summary): DrawnState | null {
  if (summary.outcome === 'no equilibrium') return null;
  const { mined, refined, refinedShare, magnets, magnetsShare, byRail, concentration, incomes } = summary;
  return { mined, refined, refinedShare, magnets, magnetsShare, byRail, concentration, incomes };
}
