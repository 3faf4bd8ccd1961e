import type { Model } from '../corridor/index.ts';
import {
  type DrawnState,
  type LossSums,
  lossSums,
  type MarketResult,
  type MineralsDetail,
  type MineralsOutcome,
  type Summary,
  stageMasses,
} from '../minerals/index.ts';
import type { Series } from './figure.ts';
import { figure, rangedColumns, series } from './figures.ts';
import type { MineralsRecord } from './minerals-types.ts';

type Minerals = NonNullable<Model['minerals']>;

/** What the series are made from. */
export interface Told {
  readonly minerals: Minerals;
  readonly outcome: MineralsOutcome;
  /** Null where there is no equilibrium. */
  readonly market: MarketResult | null;
  /** Draws in which policies and disruptions were solved too. */
  readonly details: readonly MineralsDetail[];
  readonly restsOn: string;
}

const year = 31_557_600;
const kilotonnes = year / 1e6;
const tonnes = year / 1e3;
const millions = year / 1e6;

/**
 * The tables of the minerals of an option.
 *
 * @param told - minerals, outcome, market and trace
 * @returns the series by name
 * @example
 * ```ts
 * const { regions } = mineralSeries({ minerals, outcome, market, restsOn: 'minerals' });
 * ```
 */
export function mineralSeries(
  told: Told,
): Pick<
  MineralsRecord,
  | 'policies'
  | 'regions'
  | 'prices'
  | 'chains'
  | 'tonnes'
  | 'chains_given'
  | 'tonnes_given'
  | 'stages'
  | 'deposits'
  | 'disruptions'
  | 'magnets'
  | 'flows'
> {
  return {
    policies: policySeries(told),
    regions: regionSeries(told),
    prices: priceSeries(told),
    chains: chainSeries(told, told.outcome.chains),
    tonnes: tonneSeries(told, told.outcome.tonnes),
    chains_given: chainSeries(told, told.outcome.given.chains),
    tonnes_given: tonneSeries(told, told.outcome.given.tonnes),
    stages: stageSeries(told),
    deposits: depositSeries(told),
    disruptions: disruptionSeries(told),
    magnets: magnetSeries(told),
    flows: flowSeries(told),
  };
}

function policySeries({ minerals, outcome, details, restsOn }: Told): Series {
  const rows = Object.entries(outcome.policies).flatMap(([id, found]) =>
    (['railway', 'road'] as const).map((by) => ({
      policy: minerals.policies[id].name,
      by: by === 'railway' ? 'with the railway' : 'by road alone',
      state: found[by].outcome === 'equilibrium' ? found[by] : null,
      draws: details.flatMap(({ policies }) => policies[id]?.[by] ?? []),
    })),
  );
  const of = (name: string, unit: string, pick: (state: DrawnState) => number) =>
    rangedColumns(
      name,
      unit,
      rows.map(({ state }) => (state ? pick(state) : null)),
      rows.map(({ draws }) => draws.map(pick)),
    );
  return series(
    [
      ['policy', null, rows.map(({ policy }) => policy)],
      ['transport', null, rows.map(({ by }) => by)],
      ...of('mined', 't/year', ({ mined }) => mined * tonnes),
      ...of('refined', 't/year', ({ refined }) => refined * tonnes),
      ...of('magnets', 't/year', ({ magnets }) => magnets * tonnes),
      ...of('refining HHI', 'points', ({ concentration }) => concentration.refining),
      ...of('companies', 'MUSD/year', ({ incomes }) => incomes.companies * millions),
      ...of('state', 'MUSD/year', ({ incomes }) => incomes.state * millions),
      ...of('by rail', 't/year', ({ byRail }) => byRail * tonnes),
    ],
    restsOn,
  );
}

/**
 * The policy under which most is refined at home.
 *
 * @param told - minerals, outcome, market, detailed draws and trace
 * @returns its name and what is refined with the railway and by road alone; null where nothing ever is
 * @example
 * ```ts
 * bestPolicy(told)?.name; // 'Law and a deal on technology'
 * ```
 */
export function bestPolicy({ minerals, outcome, details, restsOn }: Told): MineralsRecord['best_policy'] {
  const refined = (summary: Summary) => (summary.outcome === 'equilibrium' ? summary.refined : 0);
  let best: string | null = null;
  for (const [id, { railway }] of Object.entries(outcome.policies))
    if (refined(railway) > (best === null ? 0 : refined(outcome.policies[best].railway))) best = id;
  if (best === null) return null;
  const id = best;
  const { railway, road } = outcome.policies[id];
  const drawn = (by: 'railway' | 'road') => details.flatMap(({ policies }) => policies[id]?.[by] ?? []);
  const mass = (summary: Summary, by: 'railway' | 'road') =>
    figure(
      refined(summary) * kilotonnes,
      'kt/year',
      restsOn,
      drawn(by).map((state) => state.refined * kilotonnes),
    );
  const share = drawn('railway').map(({ refinedShare }) => refinedShare);
  return {
    name: minerals.policies[id].name,
    refined: mass(railway, 'railway'),
    refined_by_road: mass(road, 'road'),
    share: figure(railway.outcome === 'equilibrium' ? railway.refinedShare : 0, '1', restsOn, share),
  };
}

function regionSeries({ minerals, market, restsOn }: Told): Series {
  const rows = Object.entries(market?.regions ?? {});
  return series(
    [
      ['region', null, rows.map(([id]) => minerals.regions[id].name)],
      ['mined', 'kt/year', rows.map(([, { mined }]) => mined * kilotonnes)],
      ['refined', 'kt/year', rows.map(([, { refined }]) => refined * kilotonnes)],
      ['bought', 'kt/year', rows.map(([, { bought }]) => sum(Object.values(bought)) * kilotonnes)],
      ['metal', 'kt/year', rows.map(([, { metal }]) => metal * kilotonnes)],
      ['magnets', 'kt/year', rows.map(([, { magnets }]) => magnets * kilotonnes)],
      ['built in', 'kt/year', rows.map(([, { magnetsUsed }]) => magnetsUsed * kilotonnes)],
    ],
    restsOn,
  );
}

function priceSeries({ minerals, outcome, market, restsOn }: Told): Series {
  const ids = market ? Object.keys(minerals.elements) : [];
  const everywhere = (id: string) =>
    Object.values(market?.regions ?? {}).flatMap(({ prices }) => (prices[id] === undefined ? [] : [prices[id]]));
  return series(
    [
      ['element', null, ids.map((id) => minerals.elements[id].name)],
      ['at home', 'USD/kg', ids.map((id) => market?.regions[outcome.home].prices[id] ?? null)],
      ['cheapest', 'USD/kg', ids.map((id) => (everywhere(id).length > 0 ? Math.min(...everywhere(id)) : null))],
      ['dearest', 'USD/kg', ids.map((id) => (everywhere(id).length > 0 ? Math.max(...everywhere(id)) : null))],
      ['reference', 'USD/kg', ids.map((id) => minerals.elements[id].price)],
      ['volatility', '1', ids.map((id) => minerals.elements[id].volatility)],
      ['unsold', 'kt/year', ids.map((id) => (market?.unsold[id] ?? 0) * kilotonnes)],
    ],
    restsOn,
  );
}

function chainSeries({ minerals, restsOn }: Told, chains: MineralsOutcome['chains']): Series {
  const rows = Object.entries(chains);
  const of = (pick: (chain: (typeof rows)[number][1]) => number | null) => rows.map(([, chain]) => pick(chain));
  return series(
    [
      ['mine', null, rows.map(([id]) => minerals.mines[id].name)],
      ['plant', null, rows.map(([, { plant }]) => (plant === null ? 'none' : minerals.plants[plant].name))],
      ['ore', 't/year', of(({ ore }) => ore * tonnes)],
      ['concentrate', 't/year', of(({ concentrate }) => concentrate * tonnes)],
      ['oxide', 't/year', of(({ oxide }) => oxide * tonnes)],
      ['tailings', 't/year', of(({ tailings }) => tailings * tonnes)],
      ['reagents', 't/year', of(({ reagents }) => sum(Object.values(reagents)) * tonnes)],
      ['residues', 't/year', of(({ residues }) => sum(Object.values(residues)) * tonnes)],
      ['magnets', 't/year', of(({ magnets }) => magnets * tonnes)],
      ['thorium', 't/year', of(({ thorium }) => thorium * tonnes)],
      ['activity', 'Bq/g', of(({ activity }) => activity / 1000)],
      ['lasts', 'years', of(({ lasts }) => (lasts === null ? null : lasts / year))],
      ['basket', 'USD/kg', of(({ basket }) => basket.price)],
      ['basket low', 'USD/kg', of(({ basket }) => basket.low)],
      ['basket high', 'USD/kg', of(({ basket }) => basket.high)],
      ...(['mine', 'state'] as const).flatMap((who) =>
        (['value', 'low', 'high'] as const).map(
          (end) =>
            [
              end === 'value' ? `${who} income` : `${who} income ${end}`,
              'MUSD/year',
              of(({ income }) => income[who][end] * millions),
            ] as const,
        ),
      ),
    ],
    restsOn,
  );
}

function tonneSeries({ minerals, restsOn }: Told, rows: MineralsOutcome['tonnes']): Series {
  const site = (id: string) => minerals.sites[id].name;
  return series(
    [
      ['commodity', null, rows.map(({ commodity }) => minerals.reagents[commodity]?.name ?? commodity)],
      ['from', null, rows.map(({ from }) => site(from))],
      ['to', null, rows.map(({ to }) => site(to))],
      ['mass', 't/year', rows.map(({ mass }) => mass * tonnes)],
      [
        'rail',
        null,
        rows.map(({ rail }) => rail.map(([from, to]) => `${site(from)} – ${site(to)}`).join(', ') || 'road'),
      ],
    ],
    restsOn,
  );
}

/** Ore whose weight is followed through the stages, kg. */
const illustration = 500e6;

function stageSeries({ minerals, restsOn }: Told): Series {
  const mines = Object.keys(minerals.mines).filter((id) => minerals.mines[id].site !== undefined);
  const rows = mines.map((id) => stageMasses(minerals, id, illustration));
  return series(
    [
      ['mine', null, mines.map((id) => minerals.mines[id].name)],
      ['ore', 'kt', rows.map(({ ore }) => ore / 1e6)],
      ['concentrate', 'kt', rows.map(({ concentrate }) => concentrate / 1e6)],
      ['oxide', 'kt', rows.map(({ oxide }) => oxide / 1e6)],
      ['reagents', 'kt', rows.map(({ reagents }) => reagents / 1e6)],
    ],
    restsOn,
  );
}

function depositSeries({ minerals, restsOn }: Told): Series {
  const rows = Object.values(minerals.deposits);
  return series(
    [
      ['deposit', null, rows.map(({ name }) => name)],
      ['reserves', 'Mt', rows.map(({ reserves }) => reserves / 1e9)],
      ['grade', '1', rows.map(({ grade }) => grade)],
      ['heavy', '1', rows.map(({ heavy_share }) => heavy_share ?? null)],
      [
        'to the railway',
        'km',
        rows.map(({ straight_line }) => (straight_line === undefined ? null : straight_line / 1000)),
      ],
      ['state', null, rows.map(({ state }) => state)],
    ],
    restsOn,
  );
}

function disruptionSeries({ minerals, outcome, details, restsOn }: Told): Series {
  const cells = [
    ['neither', 'by road', 'no'],
    ['railway', 'by rail', 'no'],
    ['technology', 'by road', 'yes'],
    ['both', 'by rail', 'yes'],
  ] as const;
  const stated = Object.fromEntries(cells.map(([cell]) => [cell, lossSums(outcome.losses[cell], outcome.home)]));
  const rows = Object.keys(minerals.disruptions).flatMap((id) =>
    cells.flatMap(([cell, transport, technology]) => {
      const loss = stated[cell][id];
      return loss
        ? [{ id, transport, technology, loss, draws: details.flatMap(({ losses }) => losses[cell][id] ?? []) }]
        : [];
    }),
  );
  const of = (name: string, unit: string, pick: (loss: LossSums) => number) =>
    rangedColumns(
      name,
      unit,
      rows.map(({ loss }) => pick(loss)),
      rows.map(({ draws }) => draws.map(pick)),
    );
  return series(
    [
      ['disruption', null, rows.map(({ id }) => minerals.disruptions[id].name)],
      ['transport', null, rows.map(({ transport }) => transport)],
      ['technology', null, rows.map(({ technology }) => technology)],
      ...of('world', 'MUSD', ({ world }) => world / 1e6),
      ...of('buyers that lose', 'MUSD', ({ losing }) => losing / 1e6),
      ...of('buyers at home', 'MUSD', ({ home }) => home / 1e6),
      ...of('unserved', 't', ({ unserved }) => unserved / 1e3),
    ],
    restsOn,
  );
}

function magnetSeries({ minerals, outcome, restsOn }: Told): Series {
  const rows = Object.entries(outcome.demand.magnets).flatMap(([use, regions]) =>
    Object.entries(regions).map(([region, mass]) => ({ use, region, mass })),
  );
  return series(
    [
      ['use', null, rows.map(({ use }) => minerals.uses[use].name)],
      ['region', null, rows.map(({ region }) => minerals.regions[region].name)],
      ['units', '1/year', rows.map(({ use, region }) => minerals.uses[use].regions[region].units * year)],
      ['counted in', null, rows.map(({ use }) => minerals.uses[use].unit)],
      ['with magnets', '1', rows.map(({ use }) => minerals.uses[use].with_magnets)],
      ['magnets', 'kt/year', rows.map(({ mass }) => mass * kilotonnes)],
    ],
    restsOn,
  );
}

function flowSeries({ minerals, market, restsOn }: Told): Series {
  const flows = new Map<string, { stage: string; from: string; to: string; mass: number; value: number }>();
  const add = (stage: string, from: string, to: string, mass: number, value: number) => {
    const key = `${stage} ${from} ${to}`;
    const before = flows.get(key) ?? { stage, from, to, mass: 0, value: 0 };
    flows.set(key, { ...before, mass: before.mass + mass, value: before.value + value });
  };
  for (const { mine, plant, mass } of market?.feeds ?? [])
    add(
      'mined to refined',
      minerals.mines[mine].region,
      minerals.plants[plant].region,
      mass,
      mass * (market?.mines[mine].price ?? 0),
    );
  for (const { form, from, to, mass, value } of market?.trade ?? [])
    if (form === 'oxide') add('refined to bought', from, to, mass, value);
    else if (form === 'magnets') add('made into magnets to built in', from, to, mass, value);
  const rows = [...flows.values()];
  return series(
    [
      ['stage', null, rows.map(({ stage }) => stage)],
      ['from', null, rows.map(({ from }) => minerals.regions[from].name)],
      ['to', null, rows.map(({ to }) => minerals.regions[to].name)],
      ['mass', 'kt/year', rows.map(({ mass }) => mass * kilotonnes)],
      ['value', 'MUSD/year', rows.map(({ value }) => value * millions)],
    ],
    restsOn,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
