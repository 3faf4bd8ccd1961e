import type { DemandRecord, Figure, Series } from '@throughline/engine';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

const number = (title: string) => ({ title, align: 'right' }) as const;

/**
 * What `demand` tells: answers by year, shares before and after, what was held back, forecasts of others.
 *
 * @param option - id of the option
 * @param record - its demand
 * @param style - marks headings
 */
export function demandLines(option: string, record: DemandRecord, style: Style): string[] {
  const { before, after, answers, ways, trains, roads, held_back, forecasts, room, years } = record;
  return [
    style('bold', `Demand under ${option}`),
    'On the railways of the corridor, without those over other borders.',
    '',
    ...table(
      [
        number('year'),
        number('Mt'),
        number('over the border'),
        number('M travellers'),
        number('over the border'),
        number('no room, Mt'),
      ],
      Object.entries(answers).map(([year, { mass, mass_across, persons, persons_across, refused }]) => [
        year,
        ...[mass, mass_across, persons, persons_across, refused].map(({ value }) => value.toFixed(2)),
      ]),
    ),
    '',
    style('bold', `Ways, ${before.value} and ${after.value}; millions of tonnes or travellers a year`),
    ...wayTable(ways, before, after),
    '',
    style('bold', `Trains a day in ${after.value}, and how full they are`),
    ...trainTable(trains, after.value),
    '',
    style('bold', `Gates and roads with a capacity in ${after.value}`),
    ...roadTable(roads, after.value),
    '',
    style('bold', 'Held back from the calibration'),
    ...table(
      [{ title: 'what' }, number('observed'), number('predicted'), { title: 'unit' }],
      held_back.map(({ name, observed, predicted }) => [name, fine(observed), fine(predicted), observed.unit]),
    ),
    ...(forecasts.length === 0 && room === null
      ? []
      : ['', style('bold', 'What would have to be true'), ...claimTable(forecasts, room)]),
    '',
    ...table(
      [number('year'), { title: 'fixed point' }, number('rounds'), number('residual, %'), number('gap of the roads')],
      column(years, 'year').map((year, i) => [
        String(year),
        String(column(years, 'outcome')[i]),
        String(column(years, 'rounds')[i]),
        fixed(column(years, 'residual')[i], 4),
        gapText(column(years, 'road gap')[i]),
      ]),
    ),
  ];
}

function column(series: Series, name: string): ReadonlyArray<number | string | null> {
  return series.columns.find((each) => each.name === name)?.values ?? [];
}

function gapText(gap: number | string | null | undefined): string {
  if (typeof gap !== 'number') return '–';
  return gap < 1e-3 ? '< 1e-12' : (1e-9 * gap).toExponential(1);
}

function fixed(value: number | string | null | undefined, digits: number): string {
  return typeof value === 'number' ? value.toFixed(digits) : '–';
}

function fine({ value }: Figure): string {
  return value.toFixed(Math.abs(value) < 20 ? 2 : 0);
}

function wayTable(ways: Series, before: Figure, after: Figure): string[] {
  const cells = (name: string, digits: number) => column(ways, name).map((value) => fixed(value, digits));
  const [flowBefore, flowAfter] = [cells('flow before', 3), cells('flow after', 3)];
  const [shareBefore, shareAfter] = [cells('share before', 1), cells('share after', 1)];
  const [market, way] = [column(ways, 'market'), column(ways, 'way')];
  return table(
    [
      { title: 'market' },
      { title: 'way' },
      number(String(before.value)),
      number('%'),
      number(String(after.value)),
      number('%'),
    ],
    market.map((name, i) => [
      name === market[i - 1] ? '' : String(name),
      String(way[i]),
      flowBefore[i] ?? '',
      shareBefore[i] ?? '',
      flowAfter[i] ?? '',
      shareAfter[i] ?? '',
    ]),
  );
}

/** Rows of a series that are of one year. */
function rowsIn(series: Series, year: number): number[] {
  return column(series, 'year').flatMap((value, i) => (value === year ? [i] : []));
}

function trainTable(trains: Series, year: number): string[] {
  const cell = (name: string, row: number, digits: number) => fixed(column(trains, name)[row], digits);
  return table(
    [{ title: 'service' }, number('needed'), number('whole'), number('t'), number('travellers'), number('full, %')],
    rowsIn(trains, year).map((row) => [
      String(column(trains, 'service')[row]),
      cell('trains', row, 2),
      cell('whole trains', row, 0),
      cell('tonnes', row, 0),
      cell('travellers', row, 0),
      cell('load', row, 0),
    ]),
  );
}

function roadTable(roads: Series, year: number): string[] {
  const limited = rowsIn(roads, year).filter((row) => column(roads, 'capacity')[row] !== null);
  const cell = (name: string, row: number, digits: number) => fixed(column(roads, name)[row], digits);
  return table(
    [{ title: 'road or gate' }, number('t a day'), number('capacity'), number('hours'), number('without traffic')],
    limited.map((row) => [
      String(column(roads, 'name')[row]),
      cell('flow', row, 0),
      cell('capacity', row, 0),
      cell('hours', row, 1),
      cell('hours free', row, 1),
    ]),
  );
}

function claimTable(forecasts: DemandRecord['forecasts'], room: DemandRecord['room']): string[] {
  const full = room === null ? [] : [{ ...room, name: `What fits between ${room.from} and ${room.to}` }];
  return table(
    [
      { title: 'what' },
      number('year'),
      number('to be reached'),
      number('reckoned'),
      { title: 'unit' },
      number('tariffs, %'),
      number('border, h'),
      number('markets, times'),
    ],
    [...full, ...forecasts].map(({ name, year, claimed, reckoned, needed: { tariff, border, growth } }) => [
      name,
      String(year.value),
      claimed.value.toFixed(1),
      reckoned.value.toFixed(1),
      claimed.unit,
      tariff ? (100 * tariff.value).toFixed(0) : 'not at 0',
      border ? (border.value / 3600).toFixed(1) : 'not at 0',
      growth ? growth.value.toFixed(1) : 'never',
    ]),
  );
}
