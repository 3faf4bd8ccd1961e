import type { Model } from '../corridor/index.ts';
import {
  type Agreement,
  causeGroups,
  type NodeLever,
  type OperationsResult,
  type TimeSpread,
} from '../operations/index.ts';
import type { Figure, OperationsRecord } from './assessment.ts';
import { figure, series } from './figures.ts';

const hour = 3600;

/**
 * Simulated days of an option as the assessment tells them.
 *
 * @param model - the corridor with its stated values
 * @param result - what the days showed
 * @param levers - what one more of the busiest resources buys
 * @param restsOn - key of its trace
 * @param agreement - how demand and the days agree
 * @param year - the year that was simulated
 * @returns the record
 * @example
 * ```ts
 * if (outcome.operations) operationsRecord(model, outcome.operations, levers, 'operations').binding;
 * ```
 */
export function operationsRecord(
  model: Model,
  result: OperationsResult,
  levers: readonly NodeLever[],
  restsOn: string,
  agreement: Agreement | null = null,
  year = model.corridor.base_year,
): OperationsRecord {
  const time = (spread: TimeSpread | null, of: (spread: TimeSpread) => number | null): Figure | null => {
    const seconds = spread && of(spread);
    return seconds === null || seconds === undefined ? null : figure(seconds / hour, 'h', restsOn);
  };
  return {
    days: figure(result.days, 'd', restsOn),
    replications: figure(result.replications, '1', restsOn),
    dispatch: result.dispatch,
    journeys: Object.fromEntries(
      Object.entries(result.journeys).map(([id, { time: spread, parts }]) => [
        id,
        {
          mean: time(spread, ({ mean }) => mean),
          half_width: time(spread, ({ halfWidth }) => halfWidth),
          p10: time(spread, ({ p10 }) => p10),
          p50: time(spread, ({ p50 }) => p50),
          p90: time(spread, ({ p90 }) => p90),
          groups: series(
            [
              ['group', null, [...causeGroups]],
              [
                'time',
                'h',
                causeGroups.map(
                  (group) => parts.reduce((sum, part) => sum + (part.group === group ? part.time : 0), 0) / hour,
                ),
              ],
            ],
            restsOn,
          ),
          causes: series(
            [
              ['cause', null, parts.map(({ cause }) => cause)],
              ['group', null, parts.map(({ group }) => group)],
              ['time', 'h', parts.map(({ time: seconds }) => seconds / hour)],
            ],
            restsOn,
          ),
        },
      ]),
    ),
    services: serviceSeries(result, restsOn),
    commodities: commoditySeries(model, result, restsOn),
    queues: queueSeries(model, result, restsOn),
    resources: resourceSeries(model, result, restsOn),
    elements: series(
      [
        ['kind', null, result.elements.map(({ kind }) => kind)],
        ['element', null, result.elements.map(({ name }) => name)],
        ['use', '1', result.elements.map(({ use }) => use)],
        ['limit', '1', result.elements.map(({ limit }) => limit)],
      ],
      restsOn,
    ),
    binding: result.binding && {
      kind: result.binding.kind,
      name: result.binding.name,
      use: figure(result.binding.use, '1', restsOn),
    },
    agreement: agreement && {
      year: figure(year, 'year', restsOn),
      residual: figure(agreement.residual, '1', restsOn),
      journeys: series(
        [
          ['journey', null, agreement.journeys.map(({ journey }) => journey)],
          ['expected', 'h', agreement.journeys.map(({ expected }) => expected / hour)],
          ['simulated', 'h', agreement.journeys.map(({ simulated }) => simulated / hour)],
        ],
        restsOn,
      ),
      nodes: series(
        [
          ['node', null, agreement.nodes.map(({ name }) => name)],
          ['simulated', 'h', agreement.nodes.map(({ simulated }) => simulated / hour)],
          ['screened', 'h', agreement.nodes.map(({ screened }) => screened / hour)],
        ],
        restsOn,
      ),
    },
    overload: result.overload,
    vehicles: series(
      [
        ['vehicle', null, result.vehicles.map(({ vehicle }) => model.vehicles[vehicle]?.name ?? vehicle)],
        ['mean', '1', result.vehicles.map(({ mean }) => mean)],
        ['most', '1', result.vehicles.map(({ most }) => most)],
      ],
      restsOn,
    ),
    fleets: fleetSeries(result, restsOn),
    levers: leverSeries(levers, restsOn),
  };
}

function leverSeries(levers: readonly NodeLever[], restsOn: string) {
  return series(
    [
      ['facility', null, levers.map(({ facility }) => facility)],
      ['resource', null, levers.map(({ resource }) => resource)],
      ['change', null, levers.map(({ change }) => change)],
      ['use', '1', levers.map(({ use }) => use)],
      ['stay', 'h', levers.map(({ stay }) => stay / hour)],
      ['change of stay', 'h', levers.map(({ time }) => time.mean / hour)],
      ['half width', 'h', levers.map(({ time: { halfWidth } }) => (halfWidth === null ? null : halfWidth / hour))],
    ],
    restsOn,
  );
}

function fleetSeries({ fleets }: OperationsResult, restsOn: string) {
  return series(
    [
      ['fleet', null, fleets.map(({ name }) => name)],
      ['units', '1', fleets.map(({ units }) => units)],
      ['needed', '1', fleets.map(({ needed }) => needed)],
      ['on trains', '1', fleets.map(({ onTrains }) => onTrains.mean)],
      ['at most', '1', fleets.map(({ onTrains }) => onTrains.most)],
      ['sent over', '1', fleets.map(({ onLightRuns }) => onLightRuns)],
      ['under repair', '1', fleets.map(({ underRepair }) => underRepair)],
      ['light runs', '1/day', fleets.map(({ lightRuns }) => lightRuns)],
      ['trains that waited', '1', fleets.map(({ waited }) => waited)],
      ['mean wait', 'min', fleets.map(({ wait }) => wait / 60)],
      ['trains given up', 'train/day', fleets.map(({ givenUp }) => givenUp)],
    ],
    restsOn,
  );
}

function serviceSeries({ services }: OperationsResult, restsOn: string) {
  const rows = Object.entries(services).filter(([, { planned }]) => planned > 0);
  const column = (of: (service: (typeof rows)[number][1]) => number | null) => rows.map(([, service]) => of(service));
  const share = (index: number) => column(({ punctual }) => punctual[index]?.share ?? null);
  return series(
    [
      ['service', null, rows.map(([id]) => id)],
      ['planned', 'train/day', column(({ planned }) => planned)],
      ['arrived', 'train/day', column(({ arrived }) => arrived)],
      ['cancelled', 'train/day', column(({ cancelled }) => cancelled)],
      ['nothing to carry', 'train/day', column(({ unused }) => unused)],
      ['given up', 'train/day', column(({ refused }) => refused)],
      ['time', 'h', column(({ time }) => (time ? time.mean / hour : null))],
      ['p90', 'h', column(({ time }) => (time ? time.p90 / hour : null))],
      ['within 5 min', '1', share(0)],
      ['within 15 min', '1', share(1)],
      ['within 60 min', '1', share(2)],
      ['moved', 't/day', column(({ mass }) => mass / 1000)],
      ['containers', 'TEU/day', column(({ containers }) => containers)],
    ],
    restsOn,
  );
}

/** Goods by the trains that carry them: mean hours of those trains, and what all of them move. */
function commoditySeries(model: Model, { services }: OperationsResult, restsOn: string) {
  const rows = Object.entries(model.commodities).flatMap(([id, { name }]) => {
    const trains = Object.entries(services).filter(
      ([service, { time }]) => time !== null && (model.services[service]!.carries ?? []).includes(id),
    );
    const mass = trains.reduce((sum, [, service]) => sum + service.mass, 0);
    if (mass === 0) return [];
    const hours = trains.reduce((sum, [, service]) => sum + service.mass * service.time!.mean, 0) / mass / hour;
    return [{ name, hours, mass }];
  });
  return series(
    [
      ['commodity', null, rows.map(({ name }) => name)],
      ['time', 'h', rows.map(({ hours }) => hours)],
      ['trains that carry it', 't/day', rows.map(({ mass }) => mass / 1000)],
    ],
    restsOn,
  );
}

function queueSeries(model: Model, { nodes }: OperationsResult, restsOn: string) {
  const rows = Object.entries(nodes).flatMap(([node, { report }]) =>
    report.steps
      .filter(({ queue }) => queue > 0.005)
      .flatMap(({ id, queueByHour }) => queueByHour.map((queue, at) => ({ node, step: id, at, queue }))),
  );
  return series(
    [
      ['node', null, rows.map(({ node }) => model.facilities[node]!.name)],
      ['step', null, rows.map(({ step }) => step.replaceAll('-', ' '))],
      ['hour', 'h', rows.map(({ at }) => at)],
      ['queue', '1', rows.map(({ queue }) => queue)],
    ],
    restsOn,
  );
}

function resourceSeries(model: Model, { nodes }: OperationsResult, restsOn: string) {
  const rows = Object.entries(nodes).flatMap(([node, { report }]) =>
    report.resources.map(({ id, use, busyByHour }) => ({ node, id, use, most: Math.max(...busyByHour) })),
  );
  return series(
    [
      ['node', null, rows.map(({ node }) => model.facilities[node]!.name)],
      ['resource', null, rows.map(({ id }) => id.replaceAll('-', ' '))],
      ['use', '1', rows.map(({ use }) => use)],
      ['busy at the busiest hour', '1', rows.map(({ most }) => most)],
    ],
    restsOn,
  );
}
