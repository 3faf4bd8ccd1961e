import type { Model } from '../corridor/index.ts';
import {
  type AlternativeFlow,
  type DemandOutcome,
  type DemandYear,
  demandYears,
  type RailTotals,
  type SectionFlow,
  secondsPerYear,
  type TestedClaim,
  totalsByYear,
} from '../demand/index.ts';
import type { Outcome } from '../simulate.ts';
import type { DrawResult } from '../study.ts';
import type { DemandRecord, Series, TestedRecord } from './assessment.ts';
import { roadSeries, trainSeries } from './demand-supply-series.ts';
import { figure, series } from './figures.ts';

/** Million tonnes and million travellers a year in one kg/s and one person/s. */
const megatonnes = secondsPerYear / 1e9;
const millions = secondsPerYear / 1e6;

/**
 * Demand under an option as the assessment tells it.
 *
 * @param model - the corridor with its stated values, in the year the option opens
 * @param outcome - demand and journeys with stated values
 * @param draws - the draws of the option
 * @param restsOn - key of its trace
 * @returns the record; null for a corridor without markets
 * @example
 * ```ts
 * demandRecord(model, outcome, draws, 'demand')?.answers['2040'].mass; // { value: 3.8, unit: 'Mt/year', … }
 * ```
 */
export function demandRecord(
  model: Model,
  outcome: Pick<Outcome, 'demand' | 'journeys'>,
  draws: readonly DrawResult[],
  restsOn: string,
): DemandRecord | null {
  const { demand } = outcome;
  if (demand === null) return null;
  const drawn = draws.flatMap((draw) => (draw.demand ? [draw.demand] : []));
  const opened = demand.years.find(({ state }) => state === 'option') ?? demand.years[0];
  const before = demand.years.filter(({ state }) => state === 'present').at(-1) ?? demand.years[0];
  const modes = modesOf(model, outcome);
  return {
    before: figure(before.year, 'year', restsOn),
    after: figure(opened.year, 'year', restsOn),
    answers: answers(
      model,
      demand,
      outcome.journeys,
      drawn.map(({ totals }) => totals),
      restsOn,
    ),
    years: yearSeries(demand, restsOn),
    ways: waySeries(model, before, opened, modes, restsOn),
    sections: sectionSeries(demand, restsOn),
    trains: trainSeries(demand, restsOn),
    roads: roadSeries(model, demand, restsOn),
    zones: zonesOf(model),
    flows: flowSeries(model, before, opened, modes, restsOn),
    held_back: demand.heldBack.map(({ name, observed, predicted, unit }, i) => {
      const [scale, told] = shown[unit] ?? [1, unit];
      const range = drawn.map(({ heldBack }) => scale * heldBack[i]);
      const seen = drawn.map((draw) => scale * draw.observed[i]);
      const isSure = seen.every((value) => value === seen[0]);
      return {
        name,
        observed: figure(scale * observed, told, restsOn, isSure ? [] : seen),
        predicted: figure(scale * predicted, told, restsOn, range),
      };
    }),
    elasticities: elasticitySeries(model, demand, restsOn),
    forecasts: demand.forecasts.map((forecast) => {
      const { name, year, kind } = forecast;
      return { name, kind, ...testedRecord(forecast, year, kind, restsOn) };
    }),
    room: demand.room && {
      line: demand.room.line,
      from: model.stations[demand.room.from].name,
      to: model.stations[demand.room.to].name,
      ...testedRecord(demand.room, demand.room.year, 'freight', restsOn),
    },
    converged: figure(drawn.filter(({ converged }) => converged).length, 'draws', restsOn),
  };
}

function testedRecord(
  { claimed, reckoned, acrossBorder, needed }: TestedClaim,
  year: number,
  kind: 'freight' | 'passenger',
  restsOn: string,
): TestedRecord {
  const [scale, unit] = kind === 'freight' ? [megatonnes, 'Mt/year'] : [millions, 'M persons/year'];
  const optional = (value: number | null, of: string) => (value === null ? null : figure(value, of, restsOn));
  return {
    year: figure(year, 'year', restsOn),
    claimed: figure(scale * claimed, unit, restsOn),
    reckoned: figure(scale * reckoned, unit, restsOn),
    across_border: figure(scale * acrossBorder, unit, restsOn),
    needed: {
      tariff: optional(needed.tariff, '1'),
      border: optional(needed.border, 's'),
      growth: optional(needed.growth, 'times'),
    },
  };
}

const shown: Readonly<Record<string, readonly [scale: number, unit: string]>> = {
  'TEU/s': [secondsPerYear, 'TEU/year'],
  'kg/s': [megatonnes, 'Mt/year'],
  'person/s': [millions, 'M persons/year'],
  'train/s': [86_400, 'trains/day'],
};

function answers(
  model: Model,
  demand: DemandOutcome,
  journeys: Outcome['journeys'],
  drawn: ReadonlyArray<readonly RailTotals[]>,
  restsOn: string,
): DemandRecord['answers'] {
  return Object.fromEntries(
    totalsByYear(demand, journeys, model).map((totals, i) => {
      const of = (unit: string, value: (totals: RailTotals) => number) =>
        figure(
          value(totals),
          unit,
          restsOn,
          drawn.map((draw) => value(draw[i])),
        );
      return [
        String(demandYears[i]),
        {
          mass: of('Mt/year', ({ mass }) => megatonnes * mass),
          mass_across: of('Mt/year', ({ massAcross }) => megatonnes * massAcross),
          persons: of('M persons/year', ({ persons }) => millions * persons),
          persons_across: of('M persons/year', ({ personsAcross }) => millions * personsAcross),
          mined_share: of('1', ({ mined, mass }) => (mass > 0 ? mined / mass : 0)),
          refused: of('Mt/year', ({ refused }) => megatonnes * refused),
        },
      ];
    }),
  );
}

function yearSeries({ years }: DemandOutcome, restsOn: string): Series {
  return series(
    [
      ['year', 'year', years.map(({ year }) => year)],
      ['state', null, years.map(({ state }) => state)],
      ['rounds', 'rounds', years.map(({ convergence }) => convergence.rounds)],
      ['residual', '%', years.map(({ convergence }) => 100 * convergence.residual)],
      ['outcome', null, years.map(({ convergence }) => convergence.outcome)],
      ['road gap', '1e-9', years.map(({ roads }) => 1e9 * roads.relativeGap)],
    ],
    restsOn,
  );
}

type ModeOf = (way: string, flow: AlternativeFlow) => string;

/** What carries a way for most of its length, the corridor's railways apart from those over other borders. */
function modesOf(model: Model, { journeys }: Pick<Outcome, 'journeys'>): ModeOf {
  const main = model.corridor.main_border;
  return (_, { journeys: used, work }) => {
    if (used.length > 0) {
      const borders = used.flatMap((id) => journeys[id]?.parts.filter(({ what }) => what === 'border') ?? []);
      return main !== undefined && borders.some(({ id }) => id !== main) ? 'other railway' : 'this railway';
    }
    return ['air', 'sea', 'rail', 'road'].find((mode) => (work[mode as keyof typeof work] ?? 0) > 0) ?? 'road';
  };
}

function waySeries(model: Model, before: DemandYear, after: DemandYear, modeOf: ModeOf, restsOn: string): Series {
  const rows = Object.entries(after.markets).flatMap(([id, market]) =>
    Object.entries(market.alternatives).map(([way, flow]) => {
      const goods = market.kind === 'freight';
      return {
        market: (model.markets[id] ?? model.travel_markets[id]).name,
        kind: goods ? 'goods' : 'travellers',
        group: goods ? model.commodities[market.commodity ?? '']?.name : 'Travellers',
        way: model.ways[way].name,
        mode: modeOf(way, flow),
        scale: goods ? megatonnes : millions,
        perUnit: goods ? 1000 : 1,
        earlier: before.markets[id]?.alternatives[way],
        later: flow,
      };
    }),
  );
  const each = (of: (row: (typeof rows)[number]) => number | string | null | undefined) =>
    rows.map((row) => of(row) ?? null);
  return series(
    [
      ['market', null, each(({ market }) => market)],
      ['kind', null, each(({ kind }) => kind)],
      ['group', null, each(({ group }) => group)],
      ['way', null, each(({ way }) => way)],
      ['mode', null, each(({ mode }) => mode)],
      ['flow before', 'M/year', each(({ earlier, scale }) => earlier && scale * earlier.flow)],
      ['flow after', 'M/year', each(({ later, scale }) => scale * later.flow)],
      ['share before', '%', each(({ earlier }) => earlier && 100 * earlier.share)],
      ['share after', '%', each(({ later }) => 100 * later.share)],
      ['refused after', 'M/year', each(({ later, scale }) => scale * later.refused)],
      ['cost before', 'money', each(({ earlier, perUnit }) => earlier && perUnit * earlier.generalised)],
      ['cost after', 'money', each(({ later, perUnit }) => perUnit * later.generalised)],
      ['time before', 'h', each(({ earlier }) => earlier && earlier.time / 3600)],
      ['time after', 'h', each(({ later }) => later.time / 3600)],
    ],
    restsOn,
  );
}

function sectionSeries({ years }: DemandOutcome, restsOn: string): Series {
  const rows = (['present', 'option'] as const).flatMap((state) => {
    const told = years.filter((year) => year.state === state);
    return stretchesOf(told).flatMap((stretch) => told.map(({ year }, i) => ({ year, state, section: stretch[i] })));
  });
  return series(
    [
      ['year', 'year', rows.map(({ year }) => year)],
      ['state', null, rows.map(({ state }) => state)],
      ['line', null, rows.map(({ section }) => section.line)],
      ['from', null, rows.map(({ section }) => section.from)],
      ['to', null, rows.map(({ section }) => section.to)],
      ['length', 'km', rows.map(({ section }) => section.length / 1000)],
      ['rising', 'Mt/year', rows.map(({ section }) => megatonnes * section.mass[0])],
      ['falling', 'Mt/year', rows.map(({ section }) => megatonnes * section.mass[1])],
      ['travellers', 'M persons/year', rows.map(({ section }) => millions * (section.persons[0] + section.persons[1]))],
      ['trains', 'trains/day', rows.map(({ section }) => 86_400 * section.trains)],
      ['held', '1', rows.map(({ section }) => section.utilisation)],
    ],
    restsOn,
  );
}

/** Sections put together as long as the same travels over them in each of the years; one entry a year. */
function stretchesOf(years: readonly DemandYear[]): SectionFlow[][] {
  const stretches: SectionFlow[][] = [];
  for (const [i, first] of (years[0]?.sections ?? []).entries()) {
    const sections = years.map((year) => year.sections[i]);
    const before = stretches[stretches.length - 1];
    const goesOn = before?.[0].line === first.line && before[0].to === first.from;
    if (!goesOn || !sections.every((section, year) => isAlike(before[year], section))) stretches.push(sections);
    else
      stretches[stretches.length - 1] = sections.map(({ to, length, utilisation }, year) => ({
        ...before[year],
        to,
        length: before[year].length + length,
        utilisation: Math.max(before[year].utilisation, utilisation),
      }));
  }
  return stretches;
}

function isAlike(one: SectionFlow, other: SectionFlow): boolean {
  const numbers = ({ mass, persons, trains }: SectionFlow) => [...mass, ...persons, trains];
  const [a, b] = [numbers(one), numbers(other)];
  return a.every((value, i) => Math.abs(value - b[i]) <= 1e-6 * Math.max(value, b[i]));
}

function zonesOf(model: Model): DemandRecord['zones'] {
  const used = new Set(Object.values(model.links).flatMap(({ origin, destination }) => [origin, destination]));
  return Object.fromEntries(
    Object.entries(model.zones).flatMap(([id, { name, kind, position }]) =>
      used.has(id) && position ? [[id, { name, kind, position }]] : [],
    ),
  );
}

/** Flows below this, Mt/year, are those that a search asks the way with. */
const leastFlow = 1e-4;

/** Goods over each link between two different zones, by what carries them; trucks by the routes they take. */
function flowSeries(model: Model, before: DemandYear, after: DemandYear, modeOf: ModeOf, restsOn: string): Series {
  const flows = new Map<string, { from: string; to: string; mode: string; before: number; after: number }>();
  const put = (link: string, mode: string, flow: number, when: 'before' | 'after') => {
    const { origin, destination } = model.links[link];
    if (origin === destination) return;
    const [from, to] = [origin, destination].sort((a, b) => (a < b ? -1 : 1));
    const key = `${from} ${to} ${mode}`;
    const known = flows.get(key) ?? { from, to, mode, before: 0, after: 0 };
    known[when] += megatonnes * flow;
    flows.set(key, known);
  };
  const add = ({ markets, roads }: DemandYear, when: 'before' | 'after') => {
    for (const { kind, alternatives } of Object.values(markets)) {
      if (kind !== 'freight') continue;
      for (const [way, flow] of Object.entries(alternatives))
        for (const id of model.ways[way]?.links ?? []) {
          if (Object.hasOwn(roads.links, id)) continue;
          const { mode, journey } = model.links[id];
          put(id, journey === undefined ? mode : modeOf(way, flow), flow.flow, when);
        }
    }
    for (const [id, { flow }] of Object.entries(roads.links)) put(id, model.links[id].mode, flow, when);
  };
  add(before, 'before');
  add(after, 'after');
  const rows = [...flows.values()].filter((row) => Math.max(row.before, row.after) >= leastFlow);
  return series(
    [
      ['from', null, rows.map(({ from }) => from)],
      ['to', null, rows.map(({ to }) => to)],
      ['mode', null, rows.map(({ mode }) => mode)],
      ['before', 'Mt/year', rows.map((row) => row.before)],
      ['after', 'Mt/year', rows.map((row) => row.after)],
    ],
    restsOn,
  );
}

function elasticitySeries(model: Model, { elasticities }: DemandOutcome, restsOn: string): Series {
  const rows = Object.entries(elasticities);
  return series(
    [
      ['market', null, rows.map(([id]) => (model.markets[id] ?? model.travel_markets[id]).name)],
      ['price', '1', rows.map(([, { price }]) => price)],
      ['time', '1', rows.map(([, { time }]) => time)],
      ['published low', '1', rows.map(([, { published }]) => published?.[0] ?? null)],
      ['published high', '1', rows.map(([, { published }]) => published?.[1] ?? null)],
    ],
    restsOn,
  );
}
