import type { Quantity } from '../corridor/index.ts';
import { comparedIn } from '../course.ts';
import {
  demandInputs,
  evidenceRecords,
  type Input,
  inputOf,
  journeyInputs,
  quantitiesUnder,
  serviceInputs,
} from '../evidence/index.ts';
import { impactSums } from '../impact/index.ts';
import type { DrawResult, StudiedOption, Study } from '../study.ts';
import { engineVersion } from '../version.ts';
import { appraisalRecord } from './appraisal-record.ts';
import type { Assessment, BorderRecord, OptionAssessment, Trace } from './assessment.ts';
import { borderStaySeries, publishedTimes, screenedNodeSeries } from './border-record.ts';
import { demandRecord } from './demand-record.ts';
import { figure } from './figures.ts';
import { type BesideMinimum, impactRecord } from './impact-record.ts';
import { journeyRecord } from './journey-record.ts';
import { mineralsRecord } from './minerals-record.ts';
import { lineRecords, stationRecords, type TraceKeys } from './network-record.ts';
import { operationsRecord } from './operations-record.ts';
import { emittedAgainst, paybackRecord } from './payback-record.ts';
import { serviceRecord } from './service-record.ts';
import { telecomRecord } from './telecom-record.ts';
import { timetableRecord } from './timetable-record.ts';
import { tradeSeries } from './trade-record.ts';

/** What the composer is told about the corridor besides the study. */
export interface AssessedCorridor {
  readonly id: string;
  readonly hash: string;
  readonly scenario: string | null;
  readonly scenarioTitle: string | null;
}

/**
 * Turns a study into the plain data that is handed over: every number with its unit and the inputs it rests on.
 *
 * @param study - what was found
 * @param corridor - what made it
 * @returns the assessment
 * @example
 * ```ts
 * const assessment = composeAssessment(found, { id: 'pass-line', hash, scenario: null, scenarioTitle: null });
 * ```
 */
export function composeAssessment(study: Study, corridor: AssessedCorridor): Assessment {
  const register = new Register(study);
  const studied = Object.values(study.options);
  const first = studied[0].prepared.compiled.corridor;
  const options = Object.fromEntries(
    Object.entries(study.options).map(([id, option]) => [id, optionRecord(id, option, study, register)]),
  );
  const tradeInputs = quantitiesUnder(studied[0].prepared.compiled, ['trade_series']);
  const trade =
    tradeInputs.length === 0
      ? null
      : tradeSeries(studied[0].model, register.trace('trade', studied[0].prepared.id, 'trade', tradeInputs));
  const times = quantitiesUnder(studied[0].prepared.compiled, ['published_times']);
  const staysTrace = () =>
    register.trace(
      'border stays',
      studied[0].prepared.id,
      'stays at border yards today',
      quantitiesUnder(studied[0].prepared.compiled, ['facilities', 'borders']),
    );
  const { leftOut } = study.appraisal;
  const evidence = studied.map(({ prepared }) => evidenceRecords(prepared.compiled.corridor));
  const { main_journey, main_border, title, question, summary, base_year } = first.corridor;
  return {
    format: 'throughline-assessment/1',
    made_by: {
      engine: engineVersion,
      corridor: corridor.id,
      corridor_hash: corridor.hash,
      scenario: corridor.scenario,
      scenario_title: corridor.scenarioTitle,
      seed: study.plan.seed,
      draws: study.plan.draws,
      switches: study.plan.switches,
      fidelity: 'full',
      conventions: [
        'gradient and curve resistance act on a train of uniform mass',
        'brake percentage and brake position decide braking',
        'time-minimal driving',
      ],
    },
    corridor: {
      id: corridor.id,
      title,
      question,
      summary,
      base_year: figure(base_year, 'year', 'corridor'),
      main_journey: main_journey ?? null,
      main_border: main_border ?? null,
      trade,
      published_times: publishedTimes(
        studied[0].model,
        times,
        register.inputs,
        times.length === 0
          ? 'corridor'
          : register.trace('published times', studied[0].prepared.id, 'published times', times),
      ),
      border_stays: study.borderStays.length === 0 ? null : borderStaySeries(study.borderStays, staysTrace()),
      screened_nodes: leftOut.length === 0 ? null : screenedNodeSeries(leftOut, staysTrace()),
      countries: Object.fromEntries(
        Object.entries(first.countries).map(([id, { name, names, iso, clock }]) => [
          id,
          { name, names: names ?? {}, iso, clock },
        ]),
      ),
    },
    options,
    appraisal: appraisalOf(study, register),
    traces: register.traces,
    inputs: register.inputs,
    sources: Object.assign({}, ...evidence.map(({ sources }) => sources)),
    claims: Object.assign({}, ...evidence.map(({ claims }) => claims)),
    conflicts: Object.assign({}, ...evidence.map(({ conflicts }) => conflicts)),
  };
}

/** Collections whose quantities are behind every appraisal. */
const behindAppraisal = [
  'economy',
  'conventions',
  'currencies',
  'capital',
  'disruptions',
  'line_costs',
  'vehicle_costs',
  'carriers',
  'financing',
  'borrowers',
  'parties',
  'aid_rules',
  'transport_intensities',
];

function appraisalOf(study: Study, register: Register): Assessment['appraisal'] {
  const ids = Object.keys(study.options);
  const traces = new Map(
    ids.map((id) => {
      const { compiled } = study.options[id].prepared;
      const key = register.trace('economy', id, 'the appraisal', quantitiesUnder(compiled, behindAppraisal));
      return [id, key] as const;
    }),
  );
  const { economy } = study.appraisal;
  const first = economy.kind === 'computed' ? economy.result.doMinimum : ids[0];
  return appraisalRecord(study.appraisal, {
    model: study.options[first].model,
    draws: study.appraised,
    trace: (option) => traces.get(option) ?? (traces.get(first) as string),
    nameOfOption: (id) => study.options[id]?.prepared.read.head?.title ?? id,
  });
}

/** Gathers traces and inputs; what is the same under several options is kept once. */
class Register {
  readonly traces: Record<string, Trace> = {
    corridor: { about: 'the head of the corridor', inputs: [], through: [] },
  };
  readonly inputs: Record<string, Input> = {};
  readonly #study: Study;

  constructor(study: Study) {
    this.#study = study;
  }

  /** Registers the quantities and the results behind a result and returns the key of its trace. */
  trace(
    key: string,
    option: string,
    about: string,
    quantities: readonly Quantity[],
    through: Iterable<string> = [],
  ): string {
    const inputs = quantities.map((quantity) => this.#input(quantity, option));
    return keep(this.traces, key, option, { about, inputs, through: [...new Set(through)] });
  }

  #input(quantity: Quantity, option: string): string {
    return keep(this.inputs, quantity.path, option, inputOf(quantity, this.#study.plan.switches));
  }
}

function keep<T>(into: Record<string, T>, key: string, option: string, value: T): string {
  const own =
    Object.hasOwn(into, key) && JSON.stringify(into[key]) !== JSON.stringify(value) ? `${key}@${option}` : key;
  into[own] = value;
  return own;
}

function optionRecord(
  id: string,
  { prepared, model, outcome, works, levers, draws }: StudiedOption,
  study: Study,
  register: Register,
): OptionAssessment {
  const { compiled, read } = prepared;
  const { head } = read;
  const elevationsOf = (stations: readonly string[]) =>
    quantitiesUnder(
      compiled,
      stations.map((station) => `stations.${station}.elevation`),
    );
  const lineTraces = traces(model.lines, (line, { stations }) =>
    register.trace(`lines.${line}`, id, `line ${line}`, [
      ...quantitiesUnder(compiled, [`lines.${line}`]).filter(isUsed),
      ...elevationsOf(Object.keys(stations)),
    ]),
  );
  const measured = Object.entries(model.stations).filter(([, { elevation }]) => elevation !== undefined);
  const stationTraces = traces(Object.fromEntries(measured), (station) =>
    register.trace(`stations.${station}`, id, `station ${station}`, elevationsOf([station])),
  );
  const legsOf = (service: string) => outcome.services[service].route?.legs ?? [];
  const passedBy = (service: string) => outcome.services[service].route?.stations.map(({ station }) => station) ?? [];
  const serviceTraces = traces(outcome.services, (service) => {
    const lines = legsOf(service).map(({ line }) => lineTraces.get(line) as string);
    const passed = passedBy(service).flatMap((station) => stationTraces.get(station) ?? []);
    return register.trace(
      `services.${service}`,
      id,
      `the run of ${service}`,
      serviceInputs(compiled, service, legsOf(service)),
      [...lines, ...passed],
    );
  });
  const behind = (service: string) => serviceTraces.get(service) as string;
  const services = Object.fromEntries(
    Object.entries(outcome.services).map(([service, run]) => [
      service,
      serviceRecord(model, service, run, draws, behind(service)),
    ]),
  );
  const journeyTraces = new Map<string, string>();
  const journeys = Object.fromEntries(
    Object.entries(outcome.journeys).map(([journey, times]) => {
      const borders = times.parts.filter(({ what }) => what === 'border').map((part) => part.id);
      const own = journeyInputs(compiled, journey, borders);
      const legs = model.journeys[journey].legs.map(behind);
      const trace = register.trace(`journeys.${journey}`, id, `the journey ${journey}`, own, legs);
      journeyTraces.set(journey, trace);
      return [journey, journeyRecord(model, journey, times, draws, trace)];
    }),
  );
  const described = (keys: readonly string[]) => quantitiesUnder(compiled, keys);
  const impactTrace = register.trace(
    'impact',
    id,
    'air, land and people',
    described(impactKeys),
    serviceTraces.values(),
  );
  const telecomTrace = register.trace('telecom', id, 'the line as a cable route', described(telecomKeys));
  const { impact, telecom } = outcome;
  const drawsOf = <T>(of: (draw: DrawResult) => T | null) => draws.flatMap((draw) => of(draw) ?? []);
  const deductions = quantitiesUnder(compiled, ['deductions']);
  const timetableTrace = register.trace('timetable', id, 'the timetable', deductions, serviceTraces.values());
  const published = compiled.quantities.filter((quantity) => !isUsed(quantity));
  const publishedTrace = register.trace('published capacity', id, 'published capacities', published);
  const daysTrace = register.trace(
    'operations',
    id,
    'the simulated days',
    quantitiesUnder(compiled, ['disturbances', 'facilities', 'fleets', 'borders']),
    [timetableTrace],
  );
  const demandTrace =
    outcome.demand === null
      ? ''
      : register.trace('demand', id, 'demand', demandInputs(compiled), journeyTraces.values());
  const mineralsTrace = () => {
    const quantities = quantitiesUnder(compiled, ['minerals']);
    const named = Object.values(model.minerals?.hauls ?? {}).flatMap(({ ways }) => Object.values(ways));
    const through = named.flatMap(({ journey }) => (journey === undefined ? [] : (journeyTraces.get(journey) ?? [])));
    return register.trace('minerals', id, 'the market of minerals', quantities, through);
  };
  return {
    title: head?.title ?? 'As it is',
    summary: head?.summary ?? 'The corridor as its files describe it.',
    order: head?.order ?? 0,
    opens: head?.opens === undefined ? null : figure(head.opens, 'year', 'corridor'),
    year: figure(compiled.year, 'year', 'corridor'),
    same_as: study.appraisal.sameAs[id],
    stations: stationRecords(model, stationTraces),
    lines: lineRecords(model, compiled, lineTraces),
    borders: borderRecords(study, id),
    services,
    journeys,
    timetable:
      outcome.timetable === null
        ? null
        : timetableRecord(model, outcome.timetable, works, timetableTrace, publishedTrace),
    impact:
      impact &&
      impactRecord(
        model,
        impact,
        comparedIn(model),
        drawsOf((draw) => draw.impact),
        impactTrace,
        besideMinimum(study, id, impactTrace),
      ),
    telecom:
      telecom &&
      telecomRecord(
        model,
        telecom,
        compiled.year,
        drawsOf((draw) => draw.telecom),
        telecomTrace,
      ),
    operations:
      outcome.operations === null
        ? null
        : operationsRecord(model, outcome.operations, levers, daysTrace, outcome.agreement, compiled.year),
    demand: demandRecord(model, outcome, draws, demandTrace),
    minerals: outcome.minerals && mineralsRecord(model, outcome.minerals, draws, mineralsTrace()),
  };
}

/** When the option pays back the carbon of its building against the do-minimum, or the first option where none is named. */
function besideMinimum({ options, appraisal }: Study, id: string, restsOn: string): BesideMinimum {
  const { economy } = appraisal;
  const minimum = economy.kind === 'computed' ? economy.result.doMinimum : Object.keys(options)[0];
  const other = options[minimum];
  const compared = ({ model, outcome, draws }: StudiedOption) =>
    outcome.impact && {
      stated: impactSums(outcome.impact, comparedIn(model)),
      draws: draws.flatMap((draw) => draw.impact ?? []),
    };
  const [own, beside] = [compared(options[id]), other && compared(other)];
  if (id === minimum || !own || !beside) return { payback: null, emittedAgainst: null };
  const against = other.prepared.read.head?.title ?? minimum;
  return {
    payback: paybackRecord(own, beside, { opens: options[id].prepared.compiled.year, against, restsOn }),
    emittedAgainst: emittedAgainst(own, beside, restsOn),
  };
}

/** What impact and telecom rest on besides what they are given. */
const impactKeys = [
  'alignments',
  'components',
  'fuels',
  'grids',
  'transport_intensities',
  'ground_features',
  'places',
  'impact',
];
const telecomKeys = ['telecom', 'exchanges', 'cables', 'cable_events', 'radio_systems', 'radio_cover'];

/** Whether a quantity of a line enters results; published capacities are compared with only. */
function isUsed({ path }: Quantity): boolean {
  return !path.includes('.published_capacity.');
}

/** The key of a trace for each entry. */
function traces<T>(entries: Readonly<Record<string, T>>, trace: (id: string, entry: T) => string): TraceKeys {
  return new Map(Object.entries(entries).map(([id, entry]) => [id, trace(id, entry)]));
}

function borderRecords(study: Study, id: string): Record<string, BorderRecord> {
  const { model, outcome } = study.options[id];
  return Object.fromEntries(
    outcome.interoperability.map(({ border, comparisons, freight, passenger }) => {
      const { name, countries } = model.borders[border];
      const told = comparisons.map((comparison) => ({
        ...comparison,
        removed_by: comparison.finding === 'fits' ? [] : study.appraisal.removedBy[border][comparison.attribute],
      }));
      return [border, { name, countries, comparisons: told, freight, passenger }];
    }),
  );
}
