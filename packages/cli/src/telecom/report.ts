import {
  type Model,
  servedShares,
  type TelecomOutcome,
  type TrackCover,
  type WithAndWithout,
} from '@throughline/engine';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

const hoursOfYear = 8766;

/**
 * What `telecom` tells: the country's connections with and without the railway's cables, each cable, radio and fibre.
 *
 * @param model - the corridor, for names
 * @param outcome - what was found
 * @param asked - option and year, for the heading
 * @param style - marks headings
 */
export function telecomLines(
  model: Model,
  outcome: TelecomOutcome,
  { option, year }: { option: string; year: number },
  style: Style,
): string[] {
  const { name } = model.countries[outcome.home]!;
  return [
    style('bold', `${name}'s connections in ${year} under ${option}`),
    ...connections(model, outcome),
    '',
    ...cables(outcome),
    ...(outcome.cover.length > 0 ? ['', ...cover(outcome.cover)] : []),
    '',
    ...worth(outcome),
  ];
}

function connections({ exchanges }: Model, { international, connection, together }: TelecomOutcome): string[] {
  const { near, far, availability, way } = connection;
  const between = `${exchanges[near]!.name} – ${exchanges[far]!.name}`;
  const row = <T>(label: string, { with: a, without: b }: WithAndWithout<T>, told: (value: T) => string) => [
    label,
    told(b),
    told(a),
  ];
  return table(
    [{ title: '' }, { title: 'without the railway', align: 'right' }, { title: 'with it', align: 'right' }],
    [
      row('traffic asked for', international, ({ offered }) => terabits(offered)),
      row('can be carried when all works', international, ({ capacity }) => terabits(capacity)),
      row('not carried on average', international, ({ offered, served }) => terabits(offered - served)),
      ...servedShares.map((share, i) =>
        row(`less than ${100 * share} % carried`, international, ({ atLeast }) => hours(1 - atLeast[i]!)),
      ),
      row('no way out of the country', international, ({ cutOff }) => hours(cutOff)),
      row(`${between} apart`, availability, (works) => hours(1 - works)),
      row('exchanges with traffic apart', together, (works) => hours(1 - works)),
      row(`${between}, one way`, way, (found) =>
        found === null ? '–' : `${(1000 * found.delay).toFixed(2)} ms over ${(found.length / 1000).toFixed(0)} km`,
      ),
      row(`${between}, there and back`, way, (found) =>
        found === null ? '–' : `${(2000 * found.delay).toFixed(2)} ms`,
      ),
    ],
  );
}

function cables({ cables: all }: TelecomOutcome): string[] {
  return table(
    [
      { title: 'cable' },
      { title: 'kind' },
      { title: 'carries', align: 'right' },
      { title: 'works', align: 'right' },
      { title: 'repair', align: 'right' },
    ],
    all.map(({ name, kind, capacity, availability, repair }) => [
      name,
      kind,
      terabits(capacity),
      `${(100 * availability).toFixed(2)} %`,
      repair >= 172_800 ? `${(repair / 86_400).toFixed(0)} d` : `${(repair / 3600).toFixed(0)} h`,
    ]),
  );
}

function cover(parts: readonly TrackCover[]): string[] {
  return table(
    [
      { title: 'train radio' },
      { title: 'km', align: 'right' },
      { title: 'sites', align: 'right' },
      { title: 'needed', align: 'right' },
      { title: 'covered', align: 'right' },
      { title: 'worst place', align: 'right' },
    ],
    parts.map(({ id, line, length, sites, sitesNeeded, average, worst }) => [
      `${line} ${id}`,
      (length / 1000).toFixed(0),
      String(sites),
      String(sitesNeeded),
      `${(100 * average).toFixed(1)} %`,
      `${(100 * worst).toFixed(1)} %`,
    ]),
  );
}

function worth({ fibre, carriedMore, allSubmarineDown, independent }: TelecomOutcome): string[] {
  const million = (usd: number) => `${(usd / 1e6).toFixed(1)} MUSD`;
  const down = `All submarine cables are down at once for ${hours(allSubmarineDown)} on average; if no event took several down, for ${hours(independent.allSubmarineDown)}.`;
  if (!fibre) return [down, 'Nothing is laid along the line.'];
  return [
    down,
    `Along the line lie ${(fibre.length / 1000).toFixed(0)} km of cable: laying costs ${million(fibre.laying)}, rent brings ${million(fibre.rent)} a year.`,
    ...Object.entries(fibre.countries).map(
      ([country, { length, laying, rent }]) =>
        `  ${country}: ${(length / 1000).toFixed(0)} km, laying ${million(laying)}, rent ${million(rent)} a year`,
    ),
    `It carries traffic worth ${million(carriedMore.worth)} a year that else would not be carried.`,
  ];
}

function terabits(rate: number): string {
  return `${(rate / 1e12).toFixed(2)} Tbit/s`;
}

function hours(probability: number): string {
  const time = probability * hoursOfYear;
  return time >= 10
    ? `${time.toFixed(0)} h a year`
    : time >= 0.1
      ? `${time.toFixed(1)} h a year`
      : `${(60 * time).toFixed(1)} min a year`;
}
