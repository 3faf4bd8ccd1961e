import type { Model } from '../corridor/index.ts';
import {
  servedShares,
  type TelecomOutcome,
  type TelecomSums,
  telecomSums,
  type WithAndWithout,
} from '../telecom/index.ts';
import type { TelecomRecord } from './assessment.ts';
import { figure, series } from './figures.ts';

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
  const drawn = (of: keyof TelecomSums, unit: string, per: number) =>
    figure(
      central[of] / per,
      unit,
      restsOn,
      draws.map((draw) => draw[of] / per),
    );
  const { connection, fibre } = outcome;
  return {
    year: figure(year, 'year', restsOn),
    home: model.countries[outcome.home]!.name,
    near: model.exchanges[connection.near]!.name,
    far: model.exchanges[connection.far]!.name,
    questions: questions(outcome, restsOn),
    dropped: drawn('dropped', 'Tbit/s', TERA),
    dropped_without: drawn('droppedWithout', 'Tbit/s', TERA),
    delay: connection.way.with === null ? null : figure(connection.way.with.delay * 1000, 'ms', restsOn),
    delay_without: connection.way.without === null ? null : figure(connection.way.without.delay * 1000, 'ms', restsOn),
    rent: fibre === null ? null : drawn('rent', 'MUSD/year', 1e6),
    worth: drawn('worth', 'MUSD/year', 1e6),
    laying: fibre === null ? null : figure(fibre.laying / 1e6, 'MUSD', restsOn),
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

/** What is asked, with and without the railway's cables: hours a year in which it is not so. */
function questions({ international, connection, together, allSubmarineDown }: TelecomOutcome, restsOn: string) {
  const both = (of: WithAndWithout<number>) => [of.without * HOURS_OF_YEAR, of.with * HOURS_OF_YEAR] as const;
  const failing = (label: string, works: WithAndWithout<number>) =>
    [label, ...both({ with: 1 - works.with, without: 1 - works.without })] as const;
  const rows = [
    ...servedShares.map((share, i) =>
      failing(`less than ${100 * share} % of the traffic is carried`, {
        with: international.with.atLeast[i]!,
        without: international.without.atLeast[i]!,
      }),
    ),
    failing('the two ends are cut off from each other', connection.availability),
    failing('exchanges with traffic are cut off from each other', together),
    ['all submarine cables are down', ...both({ with: allSubmarineDown, without: allSubmarineDown })] as const,
    [
      'no cable leads out of the country',
      ...both({ with: international.with.cutOff, without: international.without.cutOff }),
    ] as const,
  ];
  return series(
    [
      ['hours a year in which', null, rows.map(([label]) => label)],
      ['without the railway', 'h/year', rows.map(([, without]) => without)],
      ['with it', 'h/year', rows.map(([, , withIt]) => withIt)],
    ],
    restsOn,
  );
}
