import type { Model } from '../corridor/index.ts';
import { type DisruptionLosses, disruptionLosses } from './disruption-loss.ts';
import { type ElementDemand, elementDemand } from './element-demand.ts';
import { type EvaluatedState, evaluateState } from './evaluate-state.ts';
import { type HaulConditions, type RouteFinder, routeFinder } from './hauls.ts';
import { incomesOf } from './incomes.ts';
import type { NoEquilibrium } from './market/activity-market.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';
import type { Causes, Cells, MineralsOutcome, PolicyResult, StateSummary, Summary } from './minerals-outcome.ts';
import { oreChains } from './ore-chains.ts';
import { splitCauses, type TwoCauses } from './two-causes.ts';

type Solved = EvaluatedState | NoEquilibrium;

/** Markets that were solved before in the same draw, by the minerals they are of and the state of the world. */
export type KnownStates = Map<MineralsModel, Map<string, Solved>>;

/**
 * Where minerals are mined, refined and sold under one option in one draw: the market under the policy that holds, the
 * same with and without the railway and the technology of separation, what disruptions cost in each, and in `full` every
 * policy.
 *
 * @param model - the corridor as drawn
 * @param journeys - time of each journey of the corridor, s; null where it does not arrive
 * @param fidelity - `full` evaluates every policy, `screening` only the one that holds
 * @param known - what was solved for other options of the same draw: without the railway they are alike; it is added to
 * @returns the outcome, or null for a corridor without minerals
 * @example
 * ```ts
 * const minerals = mineralMarket(model, { 'container-south': 180_000 }, 'screening');
 * ```
 */
export function mineralMarket(
  model: Model,
  journeys: HaulConditions['journeys'],
  fidelity: 'full' | 'screening',
  known: KnownStates = new Map(),
): MineralsOutcome | null {
  const { minerals } = model;
  if (!minerals) return null;
  const demand = elementDemand(minerals);
  const home = homeOf(minerals);
  const routesOf = rememberedRoutes(minerals, journeys);
  const solved = known.get(minerals) ?? new Map<string, Solved>();
  known.set(minerals, solved);
  const under = (policy: string, railway: boolean, technology: WorldState['technology']) => {
    const key = JSON.stringify([policy, technology, railway ? journeys : null]);
    const measures = Object.values(minerals.policies[policy]?.measures ?? {});
    const found =
      solved.get(key) ??
      evaluateState(minerals, demand.wanted, { railway, technology, measures, closed: [] }, routesOf);
    solved.set(key, found);
    return found;
  };
  const told = (solved: Solved) => summaryOf(minerals, home, solved);

  const cells: Cells<Solved> = {
    neither: under(minerals.policy, false, 'withheld'),
    railway: under(minerals.policy, true, 'withheld'),
    technology: under(minerals.policy, false, 'given'),
    both: under(minerals.policy, true, 'given'),
  };
  // Without a deal the policy that holds is the cell of the railway alone.
  const deal = Object.values(minerals.policies[minerals.policy]?.measures ?? {}).some(
    ({ kind }) => kind === 'technology transfer',
  );
  const central = deal ? under(minerals.policy, true, 'as the measures say') : cells.railway;
  const summaries = eachCell(cells, told);
  const losses = eachCell(cells, (solved) =>
    fidelity === 'full' ? lossesOf(minerals, demand.wanted, solved, routesOf) : {},
  );
  const policies = fidelity === 'full' ? Object.keys(minerals.policies) : [];
  return {
    year: minerals.year,
    home,
    policy: minerals.policy,
    times: journeys,
    market: central.outcome === 'equilibrium' ? central.market : central,
    summary: told(central),
    demand,
    ...followed(minerals, central),
    given: followed(minerals, cells.both),
    cells: summaries,
    losses,
    causes: causesOf(summaries, losses),
    policies: Object.fromEntries(
      policies.map((id): [string, PolicyResult] => [
        id,
        {
          railway: told(under(id, true, 'as the measures say')),
          road: told(under(id, false, 'as the measures say')),
        },
      ]),
    ),
  };
}

/** Finders of routes, one for each set of hauls that is open. */
function rememberedRoutes(
  minerals: MineralsModel,
  journeys: HaulConditions['journeys'],
): (state: WorldState) => RouteFinder {
  const known = new Map<string, RouteFinder>();
  return ({ railway, closed }) => {
    const key = JSON.stringify([railway, closed]);
    const finder = known.get(key) ?? routeFinder(minerals, { railway, closed, journeys });
    known.set(key, finder);
    return finder;
  };
}

function followed(minerals: MineralsModel, solved: Solved): Pick<MineralsOutcome, 'chains' | 'tonnes'> {
  if (solved.outcome === 'no equilibrium') return { chains: {}, tonnes: [] };
  return { chains: oreChains(minerals, solved.market), tonnes: solved.tonnes };
}

/** The region of the first mine that works a deposit of the corridor; that of the first mine where none does. */
function homeOf({ mines }: MineralsModel): string {
  const all = Object.values(mines);
  return (all.find(({ deposit }) => deposit !== undefined) ?? all[0])?.region ?? '';
}

function eachCell<A, B>({ neither, railway, technology, both }: Cells<A>, of: (cell: A) => B): Cells<B> {
  return { neither: of(neither), railway: of(railway), technology: of(technology), both: of(both) };
}

function summaryOf(minerals: MineralsModel, home: string, solved: Solved): Summary {
  if (solved.outcome === 'no equilibrium') return solved;
  const { market, tonnes } = solved;
  const world = Object.values(market.regions);
  const sum = (of: (region: (typeof world)[number]) => number) =>
    world.reduce((total, region) => total + of(region), 0);
  const { mined, refined, magnets } = market.regions[home];
  const part = (of: number, whole: number) => (whole > 0 ? of / whole : 0);
  return {
    outcome: 'equilibrium',
    mined,
    refined,
    magnets,
    minedShare: part(
      mined,
      sum((region) => region.mined),
    ),
    refinedShare: part(
      refined,
      sum((region) => region.refined),
    ),
    magnetsShare: part(
      magnets,
      sum((region) => region.magnets),
    ),
    concentration: market.concentration,
    incomes: incomesOf(minerals, market, home),
    carried: tonnes.reduce((total, { mass }) => total + mass, 0),
    byRail: tonnes.reduce((total, { mass, byRail }) => (byRail ? total + mass : total), 0),
    dualityGap: market.dualityGap,
  };
}

function lossesOf(
  minerals: MineralsModel,
  demands: readonly ElementDemand[],
  solved: Solved,
  routesOf: (state: WorldState) => RouteFinder,
): DisruptionLosses {
  if (solved.outcome === 'equilibrium') return disruptionLosses(minerals, demands, solved, routesOf);
  return Object.fromEntries(Object.keys(minerals.disruptions).map((id) => [id, solved]));
}

function causesOf(cells: Cells<Summary>, losses: Cells<DisruptionLosses>): Causes {
  const split = (of: (summary: StateSummary) => number) =>
    splitOrNull(eachCell(cells, (summary) => (summary.outcome === 'equilibrium' ? of(summary) : null)));
  return {
    refined: split(({ refined }) => refined),
    mined: split(({ mined }) => mined),
    magnets: split(({ magnets }) => magnets),
    income: split(({ incomes }) => incomes.companies + incomes.state),
    losses: Object.fromEntries(
      Object.keys(losses.both).map((id) => [
        id,
        splitOrNull(
          eachCell(losses, (of) => {
            const loss = of[id];
            if ('outcome' in loss) return null;
            return Object.values(loss.buyers).reduce((sum, lost) => sum + Math.max(0, lost), 0);
          }),
        ),
      ]),
    ),
  };
}

function splitOrNull({ neither, railway, technology, both }: Cells<number | null>): TwoCauses | null {
  if (neither === null || railway === null || technology === null || both === null) return null;
  return splitCauses({ neither, railway, technology, both });
}
