import type { Model } from '../corridor/index.ts';
import { type Outages, servedShares, type TelecomOutcome, type TelecomSums, telecomSums } from '../telecom/index.ts';
import type { TelecomRecord } from './assessment.ts';
import { figure, rangedColumns, series } from './figures.ts';

const TERA = 1e12;
const HOURS_OF_YEAR = 8766;

/**
 * The line as a cable route as the assessment states it.
 *
 * @param model - the corridor under the option, for names
 * @param outcome - what was found
 * @param year - of the traffic
 * @param draws - what the draws gave
 * @param restsOn - key of the trace
 * @example
 * ```ts
 * telecomRecord(model, outcome.telecom, 2032, [], 'telecom').rent; // { value: 0.63, unit: 'MUSD/year', … }
 * ```
 */
export function telecomRecord(
  model: Model,
  outcome: TelecomOutcome,
  year: number,
  draws: readonly TelecomSums[],
  restsOn: string,
): TelecomRecord {
  const central = telecomSums(outcome);
  const drawn = (of: 'rent' | 'worth' | 'dropped' | 'droppedWithout', unit: string, per: number) =>
    figure(
      central[of] / per,
      unit,
      restsOn,
      draws.map((draw) => draw[of] / per),
    );
  const delayed = (side: 'with' | 'without', ways: number) => {
    const own = central.delay[side];
    const milliseconds = (delay: number) => ways * delay * 1000;
    const found = draws.flatMap(({ delay }) => (delay[side] === null ? [] : [milliseconds(delay[side])]));
    return own === null ? null : figure(milliseconds(own), 'ms', restsOn, found);
  };
  const { connection, fibre } = outcome;
  const countries = Object.entries(fibre?.countries ?? {});
  return {
    year: figure(year, 'year', restsOn),
    home: model.countries[outcome.home]!.name,
    near: model.exchanges[connection.near]!.name,
    far: model.exchanges[connection.far]!.name,
    questions: questions(central, draws, restsOn),
    dropped: drawn('dropped', 'Tbit/s', TERA),
    dropped_without: drawn('droppedWithout', 'Tbit/s', TERA),
    delay: delayed('with', 1),
    delay_without: delayed('without', 1),
    round_trip: delayed('with', 2),
    round_trip_without: delayed('without', 2),
    way: connection.way.with && figure(connection.way.with.length / 1000, 'km', restsOn),
    way_without: connection.way.without && figure(connection.way.without.length / 1000, 'km', restsOn),
    rent: fibre === null ? null : drawn('rent', 'MUSD/year', 1e6),
    worth: drawn('worth', 'MUSD/year', 1e6),
    laying: fibre === null ? null : figure(fibre.laying / 1e6, 'MUSD', restsOn),
    fibre: series(
      [
        ['country', null, countries.map(([id]) => model.countries[id]!.name)],
        ['cable', 'km', countries.map(([, { length }]) => length / 1000)],
        ['laying', 'MUSD', countries.map(([, { laying }]) => laying / 1e6)],
        ['rent', 'MUSD/year', countries.map(([, { rent }]) => rent / 1e6)],
      ],
      restsOn,
    ),
    cables: series(
      [
        ['cable', null, outcome.cables.map(({ name }) => name)],
        ['kind', null, outcome.cables.map(({ kind }) => kind)],
        ['carries', 'Tbit/s', outcome.cables.map(({ capacity }) => capacity / TERA)],
        ['works', '%', outcome.cables.map(({ availability }) => 100 * availability)],
        ['repair', 'h', outcome.cables.map(({ repair }) => repair / 3600)],
      ],
      restsOn,
    ),
    cover: series(
      [
        ['part', null, outcome.cover.map(({ id, line }) => `${line}: ${id}`)],
        ['length', 'km', outcome.cover.map(({ length }) => length / 1000)],
        ['sites', 'sites', outcome.cover.map(({ sites }) => sites)],
        ['sites needed', 'sites', outcome.cover.map(({ sitesNeeded }) => sitesNeeded)],
        ['covered', '%', outcome.cover.map(({ average }) => 100 * average)],
        ['worst place', '%', outcome.cover.map(({ worst }) => 100 * worst)],
      ],
      restsOn,
    ),
  };
}

/** What is asked, with and without the railway's cables: hours a year in which it is not so, with ranges of the draws. */
function questions(central: TelecomSums, draws: readonly TelecomSums[], restsOn: string) {
  const rows: ReadonlyArray<readonly [string, (outages: Outages) => number]> = [
    ...servedShares.map(
      (share, i) =>
        [`less than ${100 * share} % of the traffic is carried`, ({ less }: Outages) => less[i] as number] as const,
    ),
    ['the two ends are cut off from each other', ({ apart }) => apart],
    ['exchanges with traffic are cut off from each other', ({ scattered }) => scattered],
    ['all submarine cables are down', ({ allSubmarineDown }) => allSubmarineDown],
    ['no cable leads out of the country', ({ cutOff }) => cutOff],
  ];
  const side = (name: string, key: keyof TelecomSums['outages']) => {
    const hours =
      ([, of]: (typeof rows)[number]) =>
      (sums: TelecomSums) =>
        of(sums.outages[key]) * HOURS_OF_YEAR;
    return rangedColumns(
      name,
      'h/year',
      rows.map((row) => hours(row)(central)),
      rows.map((row) => draws.map(hours(row))),
    );
  };
  return series(
    [
      ['hours a year in which', null, rows.map(([label]) => label)],
      ...side('without the railway', 'without'),
      ...side('with it', 'with'),
      ...side('with it, were failures independent', 'independent'),
    ],
    restsOn,
  );
}
