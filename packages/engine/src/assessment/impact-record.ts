import type { Model } from '../corridor/index.ts';
import { type ImpactOutcome, type ImpactSums, impactSums, type Trigger } from '../impact/index.ts';
import type { ConsultationRecord, ImpactRecord, PaybackRecord, ScreeningRecord } from './assessment.ts';
import type { Figure } from './figure.ts';
import { figure, series } from './figures.ts';
import { hazardSeries } from './hazard-series.ts';

const KILOTONNE = 1e6;
const TONNE = 1000;
const HECTARE = 10_000;
const DAY = 86_400;

/** An option beside the do-minimum; null where there is nothing to compare. */
export interface BesideMinimum {
  readonly payback: PaybackRecord | null;
  readonly emittedAgainst: Figure | null;
}

/**
 * Land, air, water and people as the assessment states them.
 *
 * @param model - the corridor under the option, for names
 * @param outcome - what was found
 * @param year - in which emissions of options are compared
 * @param draws - what the draws gave
 * @param restsOn - key of the trace
 * @param beside - the same against the do-minimum: when savings make up for building, and emissions of transport
 * @example
 * ```ts
 * impactRecord(model, outcome.impact, 2045, [], 'impact').construction; // { value: 3515, unit: 'kt', … }
 * ```
 */
export function impactRecord(
  model: Model,
  outcome: ImpactOutcome,
  year: number,
  draws: readonly ImpactSums[],
  restsOn: string,
  { payback, emittedAgainst }: BesideMinimum = { payback: null, emittedAgainst: null },
): ImpactRecord {
  const central = impactSums(outcome, year);
  const drawn = (of: Exclude<keyof ImpactSums, 'emittedYears' | 'hazards'>, unit: string, per: number) =>
    figure(
      (central[of] ?? 0) / per,
      unit,
      restsOn,
      draws.map((draw) => (draw[of] ?? 0) / per),
    );
  return {
    transport: transportSeries(outcome, restsOn),
    compared_in: figure(year, 'year', restsOn),
    emitted: central.emitted !== null ? drawn('emitted', 'kt/year', KILOTONNE) : null,
    emitted_against: emittedAgainst,
    construction: drawn('construction', 'kt', KILOTONNE),
    land_taken: drawn('land', 'ha', HECTARE),
    displaced: drawn('displaced', 'people', 1),
    exposed: drawn('exposed', 'people', 1),
    payback,
    land: landSeries(outcome, restsOn),
    crossings: crossingSeries(model, outcome, restsOn),
    noise: noiseSeries(model, outcome, restsOn),
    exposed_by_level: exposedSeries(model, outcome, restsOn),
    screenings: outcome.screenings.map((screening) => screeningRecord(model, screening)),
    places: placeSeries(model, outcome, restsOn),
    ...hazardRecord(outcome, draws, restsOn),
    consultations: Object.values(model.consultations).map((entry) => consultationRecord(model, entry)),
    features: Object.entries(model.ground_features).map(([id, { name, names, kind, outline }]) => ({
      id,
      name,
      names: names ?? {},
      kind,
      outline: outline as ReadonlyArray<readonly [number, number]>,
      finding: strongest(outcome, id),
    })),
  };
}

function hazardRecord({ hazards }: ImpactOutcome, draws: readonly ImpactSums[], restsOn: string) {
  const { neighbours, masses } = hazardSeries(hazards, draws, restsOn);
  return { deposit_neighbours: neighbours, deposit_hazards: masses };
}

function strongest({ crossings }: ImpactOutcome, id: string): 'certain' | 'possible' | 'none' {
  const found = crossings.filter(({ feature }) => feature === id).map(({ finding }) => finding);
  return found.includes('certain') ? 'certain' : found.includes('possible') ? 'possible' : 'none';
}

function transportSeries({ transport }: ImpactOutcome, restsOn: string) {
  const modes = [...new Set(transport.flatMap((year) => Object.keys(year.modes)))].filter((mode) =>
    transport.some((year) => (year.modes[mode as keyof typeof year.modes]?.wellToWheel ?? 0) > 0),
  ) as Array<keyof (typeof transport)[0]['modes']>;
  const kilotonnes = (values: readonly number[]) => values.map((value) => value / KILOTONNE);
  return series(
    [
      ['year', 'year', transport.map(({ year }) => year)],
      [
        'trains',
        'kt',
        kilotonnes(
          transport.map(({ trains }) => Object.values(trains).reduce((sum, each) => sum + each.wellToWheel, 0)),
        ),
      ],
      ...modes.map(
        (mode) => [mode, 'kt', kilotonnes(transport.map((year) => year.modes[mode]?.wellToWheel ?? 0))] as const,
      ),
      ['hubs', 'kt', kilotonnes(transport.map(({ hubs }) => hubs.emission.wellToWheel))],
      ['total', 'kt', kilotonnes(transport.map(({ total }) => total.wellToWheel))],
      ['of it at the vehicles', 'kt', kilotonnes(transport.map(({ total }) => total.tankToWheel))],
      ['lifted in hubs', 'Mt', transport.map(({ hubs }) => hubs.lifted / 1e9)],
      ['nitrogen oxides', 't', transport.map(({ nitrogenOxides }) => nitrogenOxides / TONNE)],
      ['particles', 't', transport.map(({ particles }) => particles / TONNE)],
      ['killed on roads and other ways', 'people', transport.map(({ deaths }) => deaths)],
    ],
    restsOn,
  );
}

function landSeries({ land }: ImpactOutcome, restsOn: string) {
  const classes = [...new Set(land.flatMap(({ byClass }) => Object.keys(byClass)))];
  return series(
    [
      ['alignment', null, land.map(({ alignment }) => alignment)],
      ['length', 'km', land.map(({ begin, end }) => (end - begin) / 1000)],
      ['land', 'ha', land.map(({ total }) => total / HECTARE)],
      ...classes.map((each) => [each, 'ha', land.map(({ byClass }) => (byClass[each] ?? 0) / HECTARE)] as const),
      ['people to move', 'people', land.map(({ people }) => people)],
      ['households', 'households', land.map(({ households }) => households)],
      ['emitted by building', 'kt', land.map(({ carbon }) => carbon / KILOTONNE)],
    ],
    restsOn,
  );
}

function crossingSeries({ ground_features }: Model, { crossings }: ImpactOutcome, restsOn: string) {
  const found = crossings.filter(({ finding }) => finding !== 'none');
  return series(
    [
      ['feature', null, found.map(({ feature }) => ground_features[feature]!.name)],
      ['kind', null, found.map(({ feature }) => ground_features[feature]!.kind)],
      ['alignment', null, found.map(({ alignment }) => alignment)],
      ['finding', null, found.map(({ finding }) => finding)],
      ['nearest', 'km', found.map(({ distance }) => distance / 1000)],
    ],
    restsOn,
  );
}

function noiseSeries({ lines }: Model, { noise }: ImpactOutcome, restsOn: string) {
  return series(
    [
      ['id', null, noise.map(({ line }) => line)],
      ['line', null, noise.map(({ line }) => lines[line]?.name ?? line)],
      ['trains', 'trains/day', noise.map(({ trains }) => trains * DAY)],
      ['level at 25 m', 'dB(A)', noise.map(({ at25 }) => at25)],
      ['above the limit by day within', 'm', noise.map(({ reachDay }) => reachDay)],
      ['above the limit by night within', 'm', noise.map(({ reachNight }) => reachNight)],
      ['people there by night', 'people', noise.map(({ peopleNight }) => peopleNight)],
    ],
    restsOn,
  );
}

/** People by bands of their day-evening-night level, a column a line. */
function exposedSeries({ lines }: Model, { noise }: ImpactOutcome, restsOn: string) {
  const bands = noise[0]?.exposed ?? [];
  return series(
    [
      [
        'day-evening-night level',
        null,
        bands.map(({ from, to }) => (to === null ? `from ${from} dB` : `${from} to ${to} dB`)),
      ],
      ...noise.map(
        ({ line, exposed }) => [lines[line]?.name ?? line, 'people', exposed.map(({ people }) => people)] as const,
      ),
    ],
    restsOn,
  );
}

function placeSeries({ places, ground_features, minerals }: Model, { places: found }: ImpactOutcome, restsOn: string) {
  const crossed = (of: (typeof found)[0]) =>
    of.crossings.map(({ feature, finding }) => `${ground_features[feature]!.name} (${finding})`).join(', ');
  return series(
    [
      ['place', null, found.map(({ place }) => places[place]!.name)],
      ['built', 'km', found.map(({ length }) => length / 1000)],
      ['land', 'ha', found.map(({ land }) => land / HECTARE)],
      ['people to move', 'people', found.map(({ people }) => people)],
      ['noise reaches', 'm', found.map(({ noiseReach }) => noiseReach)],
      ['crossed there', null, found.map(crossed)],
      [
        'deposits near it',
        null,
        found.map(({ deposits }) =>
          deposits
            .map(
              ({ deposit, distance }) =>
                `${minerals?.deposits[deposit]?.name ?? deposit} (${(distance / 1000).toFixed(0)} km)`,
            )
            .join(', '),
        ),
      ],
      ['asked from there', null, found.map(({ consultations }) => consultations.join(', '))],
    ],
    restsOn,
  );
}

function screeningRecord(
  model: Model,
  { scheme, category, triggers, unknown }: ImpactOutcome['screenings'][0],
): ScreeningRecord {
  const { name, categories } = model.screening_schemes[scheme]!;
  return {
    id: scheme,
    scheme: name,
    category: categories[category]!.name,
    leads_to: categories[category]!.leads_to,
    triggers: triggers.map(({ category: own, reference, facts }) => ({
      category: categories[own]!.name,
      reference,
      facts: facts.map(factText),
    })),
    not_judged: unknown,
  };
}

/** What facts of screening are called; `value` stands for the number that was found. */
const factWords: Readonly<Record<string, string>> = {
  'length-km': 'value km are built',
  'land-ha': 'value ha of land are taken',
  'forest-ha': 'value ha of forest are taken',
  'rice-ha': 'value ha of rice land are taken',
  'displaced-people': 'value people have to move',
  households: 'value households have to move',
  'protected-certain': 'value protected areas are crossed',
  'protected-possible': 'value protected areas are crossed or may be',
  rivers: 'value rivers are crossed',
  'noise-people': 'value people live above the noise limit by night',
  'construction-kt': 'building emits value kt CO2e',
};

/** A fact that set a rule off, in words, with the threshold and, where it names them, what it rests on. */
function factText({ fact, value, atLeast, because }: Trigger['facts'][number]): string {
  if (fact === 'builds') return 'something is built';
  if (fact === 'scale') return value >= 2 ? 'large: from 100 km or 500 ha' : 'less than 100 km and 500 ha';
  if (fact === 'sensitive') return `sensitive: ${because}`;
  const words = factWords[fact] ?? `${fact.replaceAll('-', ' ')} value`;
  const named = fact.startsWith('protected') || fact === 'rivers' ? `: ${because}` : '';
  const told = words.replace('value', String(Number(value.toPrecision(4))));
  return `${told} (threshold ${atLeast})${named}`;
}

function consultationRecord({ places }: Model, entry: Model['consultations'][string]): ConsultationRecord {
  const { name, names } = places[entry.place]!;
  const inLanguages = (english: string, others: Readonly<Record<string, string>> | undefined) => ({
    en: english,
    ...others,
  });
  return {
    place: { en: name, ...names },
    group: inLanguages(entry.group, entry.group_in),
    asked: inLanguages(entry.asked, entry.asked_in),
    answer: entry.answer === undefined ? null : inLanguages(entry.answer, entry.answer_in),
    state: entry.state,
    date: entry.date ?? null,
  };
}
