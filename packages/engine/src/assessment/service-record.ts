import type { Model } from '../corridor/index.ts';
import { type ServiceOutcome, type ServiceRun, type StoppedService, timeAtPosition } from '../running/index.ts';
import type { DrawResult } from '../study.ts';
import type { RunRecord, ServiceRecord, StoppedRecord } from './assessment.ts';
import { figure, series } from './figures.ts';
import { profileSeries } from './profile-series.ts';

const joule = 3.6e6;

/**
 * One train of a service as the assessment tells it.
 *
 * @param model - the corridor with its stated values
 * @param id - id of the service
 * @param outcome - its run with stated values
 * @param draws - the draws of the option
 * @param restsOn - key of its trace
 * @returns the record of the run, or of where and why the train stalls or finds no way
 * @example
 * ```ts
 * const record = serviceRecord(model, 'freight', outcome.services.freight, draws, 'services.freight');
 * ```
 */
export function serviceRecord(
  model: Model,
  id: string,
  outcome: ServiceOutcome,
  draws: readonly DrawResult[],
  restsOn: string,
): ServiceRecord {
  const service = model.services[id];
  const type = model.train_types[service.train_type];
  const { mass, trailingMass, netLoad, length, consist } = outcome.train;
  const distance = outcome.route?.length ?? 0;
  const lines = [...new Set(outcome.route?.legs.map(({ line }) => line))];
  return {
    name: service.name,
    kind: type.kind,
    train_type: type.name,
    consist: consist.map(({ vehicle, count }) => `${count} × ${vehicle.name}`).join(' + '),
    mass: figure(mass / 1000, 't', restsOn),
    trailing_mass: figure(trailingMass / 1000, 't', restsOn),
    net_load: figure(netLoad / 1000, 't', restsOn),
    length: figure(length, 'm', restsOn),
    distance: figure(distance / 1000, 'km', restsOn),
    lines,
    outcome: outcome.kind === 'run' ? runRecord(model, id, outcome, draws, restsOn) : stoppedRecord(outcome, restsOn),
  };
}

function runRecord(
  model: Model,
  id: string,
  run: ServiceRun,
  draws: readonly DrawResult[],
  restsOn: string,
): RunRecord {
  const drawn = draws.flatMap(({ services }) => services[id] ?? []);
  const taken = run.energyTaken / joule;
  const netTonneKilometres = (run.train.netLoad / 1000) * (run.route.length / 1000);
  const sources = new Set(run.train.consist.flatMap(({ vehicle }) => (vehicle.traction ? (vehicle.power ?? []) : [])));
  return {
    kind: 'run',
    time: figure(
      run.time,
      's',
      restsOn,
      drawn.map(({ time }) => time),
    ),
    standing: figure(run.standing, 's', restsOn),
    average_speed: figure((3.6 * run.route.length) / run.time, 'km/h', restsOn),
    energy_at_wheel: figure(run.energyAtWheel / joule, 'kWh', restsOn),
    energy_taken: figure(
      taken,
      'kWh',
      restsOn,
      drawn.map(({ energyTaken }) => energyTaken / joule),
    ), // prettier-ignore
    energy_source: [...sources].join(' or '),
    energy_per_net_tkm: netTonneKilometres > 0 ? figure((1000 * taken) / netTonneKilometres, 'Wh/tkm', restsOn) : null,
    stations: stationSeries(model, run, restsOn),
    profile: profileSeries(run, restsOn),
    phases: phaseSeries(run, restsOn),
  };
}

function stationSeries(model: Model, run: ServiceRun, restsOn: string) {
  const rows = run.route.stations.map(({ station, distance, reverses }) => {
    const segment =
      run.segments.find(({ start, path }) => distance >= start && distance <= start + path.length) ?? run.segments[0];
    const position = Math.min(Math.max(distance - segment.start, 0), segment.path.length);
    return {
      station,
      distance,
      reverses,
      arrival: segment.departure + timeAtPosition(segment.run.profile, position),
      elevation: model.stations[station].elevation ?? null,
    };
  });
  return series(
    [
      ['station', null, rows.map(({ station }) => station)],
      ['distance', 'km', rows.map(({ distance }) => distance / 1000)],
      ['arrival', 's', rows.map(({ arrival }) => arrival)],
      ['elevation', 'm', rows.map(({ elevation }) => elevation)],
      ['reverses', null, rows.map(({ reverses }) => (reverses ? 'reverses' : ''))],
    ],
    restsOn,
  );
}

function phaseSeries(run: ServiceRun, restsOn: string) {
  const phases = new Map<string, { time: number; distance: number }>();
  for (const { run: part } of run.segments) {
    for (const { phase, from, to, start, end } of part.phases) {
      const sum = phases.get(phase) ?? { time: 0, distance: 0 };
      phases.set(phase, { time: sum.time + end - start, distance: sum.distance + to - from });
    }
  }
  const between = run.time - [...phases.values()].reduce((sum, { time }) => sum + time, 0);
  if (between > 0.5) phases.set('dwell', { time: (phases.get('dwell')?.time ?? 0) + between, distance: 0 });
  const rows = [...phases.entries()];
  return series(
    [
      ['phase', null, rows.map(([phase]) => phase)],
      ['time', 's', rows.map(([, { time }]) => time)],
      ['distance', 'km', rows.map(([, { distance }]) => distance / 1000)],
    ],
    restsOn,
  );
}

function stoppedRecord(stopped: StoppedService, restsOn: string): StoppedRecord {
  return {
    kind: stopped.kind,
    message: stopped.message,
    at: stopped.distance === undefined ? null : figure(stopped.distance / 1000, 'km', restsOn),
    largest_mass: stopped.largestMass === undefined ? null : figure(stopped.largestMass / 1000, 't', restsOn),
  };
}
