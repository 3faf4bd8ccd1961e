import type { DisruptionLosses } from './disruption-loss.ts';
import type { Cells, MineralsOutcome, StateSummary, Summary } from './minerals-outcome.ts';
import type { TwoCauses } from './two-causes.ts';

/** What is kept of one state in one draw. Masses in kg/s, money/s. */
export type DrawnState = Pick<
  StateSummary,
  'mined' | 'refined' | 'refinedShare' | 'magnets' | 'magnetsShare' | 'byRail' | 'concentration' | 'incomes'
>;

/** What a disruption costs: the world, the buyers that lose, buyers at home, money; what is gone without, kg. */
export interface LossSums {
  readonly world: number;
  readonly losing: number;
  readonly home: number;
  readonly unserved: number;
}

/** Policies and disruptions in a draw, which takes some forty markets. */
export interface MineralsDetail {
  /** With the railway and by road alone, by policy; null what has no equilibrium. */
  readonly policies: Readonly<
    Record<string, { readonly railway: DrawnState | null; readonly road: DrawnState | null }>
  >;
  /** By disruption. */
  readonly losses: Cells<Readonly<Record<string, LossSums | null>>>;
  readonly lossCauses: Readonly<Record<string, TwoCauses | null>>;
}

/** What is kept of the minerals of one draw; null what has no equilibrium. */
export interface MineralsDraw {
  readonly summary: DrawnState | null;
  readonly cells: Cells<DrawnState | null>;
  readonly refined: TwoCauses | null;
  readonly mined: TwoCauses | null;
  readonly magnets: TwoCauses | null;
  readonly income: TwoCauses | null;
  /** Null in draws that look at the policy that holds only. */
  readonly detail: MineralsDetail | null;
}

/**
 * What is kept of the minerals of one draw.
 *
 * @param outcome - the minerals of the draw, in `full` with detail
 * @returns the few numbers whose spread the assessment tells
 * @example
 * ```ts
 * const { summary } = mineralsDraw(outcome.minerals);
 * ```
 */
export function mineralsDraw(outcome: MineralsOutcome): MineralsDraw {
  const { summary, cells, causes } = outcome;
  return {
    summary: drawn(summary),
    cells: eachOf(cells, drawn),
    refined: causes.refined,
    mined: causes.mined,
    magnets: causes.magnets,
    income: causes.income,
    detail: Object.keys(outcome.policies).length > 0 ? detailOf(outcome) : null,
  };
}

/**
 * What disruptions cost, in a few sums.
 *
 * @param losses - losses by disruption
 * @param home - region whose buyers are told apart
 * @returns sums by disruption; null where one could not be computed
 * @example
 * ```ts
 * lossSums(outcome.losses.both, outcome.home)['border-closed']?.losing;
 * ```
 */
export function lossSums(losses: DisruptionLosses, home: string): Record<string, LossSums | null> {
  return Object.fromEntries(
    Object.entries(losses).map(([id, loss]) => {
      if ('outcome' in loss) return [id, null];
      const { world, buyers, unserved } = loss;
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      return [
        id,
        {
          world,
          losing: sum(Object.values(buyers).map((lost) => Math.max(0, lost))),
          home: buyers[home] ?? 0,
          unserved: sum(Object.values(unserved)),
        },
      ];
    }),
  );
}

function detailOf({ policies, losses, causes, home }: MineralsOutcome): MineralsDetail {
  return {
    policies: Object.fromEntries(
      Object.entries(policies).map(([id, { railway, road }]) => [id, { railway: drawn(railway), road: drawn(road) }]),
    ),
    losses: eachOf(losses, (own) => lossSums(own, home)),
    lossCauses: causes.losses,
  };
}

function eachOf<A, B>({ neither, railway, technology, both }: Cells<A>, of: (cell: A) => B): Cells<B> {
  return { neither: of(neither), railway: of(railway), technology: of(technology), both: of(both) };
}

function drawn(summary: Summary): DrawnState | null {
  if (summary.outcome === 'no equilibrium') return null;
  const { mined, refined, refinedShare, magnets, magnetsShare, byRail, concentration, incomes } = summary;
  return { mined, refined, refinedShare, magnets, magnetsShare, byRail, concentration, incomes };
}
