import type { Model } from '../corridor/index.ts';
import type {
  DrawnState,
  MarketResult,
  MineralsDraw,
  MineralsOutcome,
  StateSummary,
  Summary,
  TwoCauses,
} from '../minerals/index.ts';
import type { DrawResult } from '../study.ts';
import { figure } from './figures.ts';
import { bestPolicy, mineralSeries, type Told } from './minerals-series.ts';
import type { CauseRecord, MineralStateRecord, MineralsRecord } from './minerals-types.ts';

type Minerals = NonNullable<Model['minerals']>;
type CellName = 'neither' | 'railway' | 'technology' | 'both';

/** kg/s in kt/year, money/s in millions a year. */
const year = 31_557_600;
const kilotonnes = year / 1e6;
const millions = year / 1e6;

/**
 * The minerals of an option as the assessment tells them.
 *
 * @param model - the corridor with its stated values
 * @param outcome - what was found with them
 * @param draws - the draws of the option
 * @param restsOn - key of its trace
 * @returns the record
 * @example
 * ```ts
 * if (outcome.minerals) mineralsRecord(model, outcome.minerals, draws, 'minerals');
 * ```
 */
export function mineralsRecord(
  model: Model,
  outcome: MineralsOutcome,
  draws: readonly DrawResult[],
  restsOn: string,
): MineralsRecord {
  const minerals = model.minerals as Minerals;
  const drawn = draws.flatMap(({ minerals: draw }) => (draw ? [draw] : []));
  const state = (summary: Summary, of: (draw: MineralsDraw) => DrawnState | null) =>
    summary.outcome === 'equilibrium'
      ? stateRecord(
          summary,
          drawn.flatMap((draw) => of(draw) ?? []),
          restsOn,
        )
      : null;
  const cell = (name: CellName) => state(outcome.cells[name], (draw) => draw.cells[name]);
  const market: MarketResult | null = 'outcome' in outcome.market ? null : outcome.market;
  const details = drawn.flatMap(({ detail }) => detail ?? []);
  const told: Told = { minerals, outcome, market, details, restsOn };
  return {
    year: figure(outcome.year, 'year', restsOn),
    home: minerals.regions[outcome.home]?.name ?? outcome.home,
    policy: minerals.policies[outcome.policy]?.name ?? outcome.policy,
    summary: state(outcome.summary, (draw) => draw.summary),
    trouble: outcome.summary.outcome === 'no equilibrium' ? outcome.summary.message : null,
    cells: { neither: cell('neither'), railway: cell('railway'), technology: cell('technology'), both: cell('both') },
    causes: causeRecords(minerals, outcome, drawn, restsOn),
    ...mineralSeries(told),
    best_policy: bestPolicy(told),
    detailed_draws: figure(details.length, 'draws', restsOn),
    scale: scaleOf(minerals, restsOn),
    recycled: figure(minerals.recycled, '1', restsOn),
    duality_gap: market ? figure(market.dualityGap, '1', restsOn) : null,
  };
}

function stateRecord(summary: StateSummary, draws: readonly DrawnState[], restsOn: string): MineralStateRecord {
  const of = (pick: (state: DrawnState) => number, factor: number, unit: string) =>
    figure(
      pick(summary) * factor,
      unit,
      restsOn,
      draws.map((draw) => pick(draw) * factor),
    );
  return {
    mined: of(({ mined }) => mined, kilotonnes, 'kt/year'),
    refined: of(({ refined }) => refined, kilotonnes, 'kt/year'),
    refined_share: of(({ refinedShare }) => refinedShare, 1, '1'),
    magnets: of(({ magnets }) => magnets, kilotonnes, 'kt/year'),
    magnets_share: of(({ magnetsShare }) => magnetsShare, 1, '1'),
    mining_hhi: of(({ concentration }) => concentration.mining, 1, 'points'),
    refining_hhi: of(({ concentration }) => concentration.refining, 1, 'points'),
    metal_hhi: of(({ concentration }) => concentration.metal, 1, 'points'),
    magnets_hhi: of(({ concentration }) => concentration.magnets, 1, 'points'),
    companies: of(({ incomes }) => incomes.companies, millions, 'MUSD/year'),
    state: of(({ incomes }) => incomes.state, millions, 'MUSD/year'),
    by_rail: of(({ byRail }) => byRail, kilotonnes, 'kt/year'),
  };
}

function causeRecords(
  minerals: Minerals,
  { causes }: MineralsOutcome,
  draws: readonly MineralsDraw[],
  restsOn: string,
): CauseRecord[] {
  const record = (
    what: string,
    found: TwoCauses | null,
    drawn: ReadonlyArray<TwoCauses | null>,
    factor: number,
    unit: string,
  ): CauseRecord[] => {
    if (!found) return [];
    const own = drawn.flatMap((causes) => causes ?? []);
    const of = (pick: (causes: TwoCauses) => number) =>
      figure(
        tidy(pick(found) * factor),
        unit,
        restsOn,
        own.map((causes) => tidy(pick(causes) * factor)),
      );
    return [
      {
        what,
        total: of(({ total }) => total),
        railway: of(({ railway }) => railway),
        technology: of(({ technology }) => technology),
      },
    ];
  };
  const of = (pick: (draw: MineralsDraw) => TwoCauses | null) => draws.map(pick);
  const details = draws.flatMap(({ detail }) => detail ?? []);
  return [
    ...record(
      'Oxide in concentrate mined',
      causes.mined,
      of(({ mined }) => mined),
      kilotonnes,
      'kt/year',
    ),
    ...record(
      'Oxide refined',
      causes.refined,
      of(({ refined }) => refined),
      kilotonnes,
      'kt/year',
    ),
    ...record(
      'Magnets made',
      causes.magnets,
      of(({ magnets }) => magnets),
      kilotonnes,
      'kt/year',
    ),
    ...record(
      'Income of companies and state',
      causes.income,
      of(({ income }) => income),
      millions,
      'MUSD/year',
    ),
    ...Object.entries(causes.losses).flatMap(([id, loss]) =>
      record(
        `Loss of buyers: ${minerals.disruptions[id]?.name ?? id}`,
        loss,
        details.map(({ lossCauses }) => lossCauses[id] ?? null),
        1e-6,
        'MUSD',
      ),
    ),
  ];
}

/** What the accuracy of an equilibrium leaves of a difference of two is nothing. */
function tidy(value: number): number {
  return Math.abs(value) < 1e-5 ? 0 : value;
}

function scaleOf(minerals: Minerals, restsOn: string): MineralsRecord['scale'] {
  const { railway_forecast, target, mined, national_reserves, mines } = minerals;
  const kt = (value: number | undefined) =>
    value === undefined ? null : figure(value * kilotonnes, 'kt/year', restsOn);
  const grade = Object.values(mines).find(({ deposit }) => deposit !== undefined)?.concentrate_grade;
  return {
    forecast: kt(railway_forecast),
    target: kt(target),
    target_concentrate: kt(target === undefined || !grade ? undefined : target / grade),
    mined: kt(mined),
    reserves: national_reserves === undefined ? null : figure(national_reserves / 1e9, 'Mt', restsOn),
  };
}
