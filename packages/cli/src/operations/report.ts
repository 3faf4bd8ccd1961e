import type { JourneyResult, Lever, Model, OperationsResult, PairedDifference } from '@throughline/engine';
import { hoursMinutes, percent } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

/** Causes of a journey's time that are shown. */
const causesShown = 6;

/**
 * What simulated days show: trains by service, journeys with their causes, what binds, what grows.
 *
 * @param model - the corridor
 * @param result - of the days
 * @param style - marks headings
 */
export function operationsLines(model: Model, result: OperationsResult, style: Style): string[] {
  const { days, warmUp, replications, dispatch, trains, disturbed } = result;
  return [
    `${trains} trains on ${days} days after a warm-up of ${warmUp}, ${replications} ${replications === 1 ? 'time' : 'times'}; dispatched by ${dispatch}${disturbed ? '' : ', undisturbed'}. Intervals are 95 % over replications.`,
    '',
    style('bold', 'Trains'),
    ...serviceTable(model, result),
    ...Object.entries(result.journeys).flatMap(([id, journey]) => journeyLines(model, id, journey, style)),
    ...vehicleLines(model, result, style),
    ...fleetLines(result, style),
    ...bindingLines(result, style),
    ...traceLines(model, result, style),
  ];
}

function serviceTable(model: Model, { services }: OperationsResult): string[] {
  const rows = Object.entries(services).filter(([, { planned }]) => planned > 0);
  return table(
    [
      { title: 'service' },
      { title: 'planned', align: 'right' },
      { title: 'arrived', align: 'right' },
      { title: 'given up', align: 'right' },
      { title: 't/day', align: 'right' },
      { title: 'time', align: 'right' },
      { title: '±', align: 'right' },
      { title: 'P90', align: 'right' },
      { title: '≤ 5 min', align: 'right' },
      { title: '≤ 60 min', align: 'right' },
    ],
    rows.map(([id, { planned, arrived, refused, mass, time, punctual }]) => [
      model.services[id]!.name,
      planned.toFixed(1),
      arrived.toFixed(2),
      refused.toFixed(2),
      (mass / 1000).toFixed(0),
      time ? hoursMinutes(time.mean) : '–',
      time?.halfWidth === null || time?.halfWidth === undefined ? '–' : hoursMinutes(time.halfWidth),
      time ? hoursMinutes(time.p90) : '–',
      punctual[0] ? percent(punctual[0].share) : '–',
      punctual[2] ? percent(punctual[2].share) : '–',
    ]),
  );
}

function journeyLines(model: Model, id: string, { time, parts }: JourneyResult, style: Style): string[] {
  const head = ['', style('bold', model.journeys[id]!.name)];
  if (!time) return [...head, 'Nothing arrived from end to end.'];
  const interval = time.halfWidth === null ? '' : ` ± ${hoursMinutes(time.halfWidth)}`;
  const shown = parts.toSorted((a, b) => b.time - a.time).slice(0, causesShown);
  const rest = parts.reduce((sum, part) => sum + part.time, 0) - shown.reduce((sum, part) => sum + part.time, 0);
  return [
    ...head,
    `${hoursMinutes(time.mean)}${interval}; one in ten below ${hoursMinutes(time.p10)}, nine in ten below ${hoursMinutes(time.p90)}`,
    ...shown.map((part) => `  ${hoursMinutes(part.time).padStart(6)}  ${part.cause}`),
    ...(rest > 30 ? [`  ${hoursMinutes(rest).padStart(6)}  everything else`] : []),
  ];
}

function vehicleLines(model: Model, { vehicles }: OperationsResult, style: Style): string[] {
  if (vehicles.length === 0) return [];
  return [
    '',
    style('bold', 'Vehicles on trains that are on their way'),
    ...table(
      [{ title: 'vehicle' }, { title: 'mean', align: 'right' }, { title: 'at most', align: 'right' }],
      vehicles.map(({ vehicle, mean, most }) => [model.vehicles[vehicle]!.name, mean.toFixed(1), String(most)]),
    ),
  ];
}

function fleetLines({ fleets }: OperationsResult, style: Style): string[] {
  if (fleets.length === 0) return [];
  return [
    '',
    style('bold', 'Locomotives, wagons and crews'),
    ...table(
      [
        { title: 'fleet' },
        { title: 'units', align: 'right' },
        { title: 'needed', align: 'right' },
        { title: 'on trains', align: 'right' },
        { title: 'at most', align: 'right' },
        { title: 'repair', align: 'right' },
        { title: 'light runs/day', align: 'right' },
        { title: 'waited', align: 'right' },
        { title: 'mean wait', align: 'right' },
        { title: 'given up', align: 'right' },
      ],
      fleets.map(({ name, units, needed, onTrains, underRepair, lightRuns, waited, wait, givenUp }) => [
        name,
        String(units),
        String(needed),
        onTrains.mean.toFixed(1),
        String(onTrains.most),
        underRepair.toFixed(1),
        lightRuns.toFixed(2),
        percent(waited),
        hoursMinutes(wait),
        givenUp.toFixed(2),
      ]),
    ),
  ];
}

function bindingLines({ binding, elements, overload }: OperationsResult, style: Style): string[] {
  return [
    '',
    style('bold', 'What binds'),
    ...(binding ? [`${binding.kind} ${binding.name}, taken ${percent(binding.use)} of the time`] : ['Nothing.']),
    ...table(
      [{ title: 'element' }, { title: 'taken', align: 'right' }, { title: 'limit', align: 'right' }],
      elements.slice(0, 8).map(({ kind, name, use, limit }) => [`${kind} ${name}`, percent(use), percent(limit)]),
      2,
    ),
    ...(overload.length > 0
      ? ['', style('yellow', 'What grows without end'), ...overload.map((said) => `  ${said}`)]
      : []),
  ];
}

function traceLines(model: Model, { trace, traced }: OperationsResult, style: Style): string[] {
  if (trace.length === 0) return [];
  const at = (seconds: number) =>
    `day ${Math.floor(seconds / 86_400)} ${hoursMinutes(seconds % 86_400).padStart(5, '0')}`;
  return [
    '',
    style('bold', 'The train that was traced (UTC)'),
    ...table(
      [{ title: 'from' }, { title: 'leaves' }, { title: 'to' }, { title: 'arrives' }, { title: 'track' }],
      trace.map(({ from, to, departure, arrival, track }) => [
        model.stations[from]!.name,
        at(departure),
        model.stations[to]!.name,
        at(arrival),
        track,
      ]),
    ),
    ...(traced.length > 0 ? loadLines(traced, at, style) : []),
  ];
}

function loadLines(stages: OperationsResult['traced'], at: (seconds: number) => string, style: Style): string[] {
  const own = (where: string, cause: string) =>
    cause.startsWith(`${where}: `) ? cause.slice(where.length + 2) : cause;
  return [
    '',
    style('bold', 'What it carried, until it was there (UTC)'),
    ...table(
      [
        { title: 'where' },
        { title: 'from' },
        { title: 'until' },
        { title: 'of it' },
        { title: 'time', align: 'right' },
      ],
      stages.flatMap(({ where, begin, end, parts }) => [
        [where, at(begin), at(end), '', hoursMinutes(end - begin)],
        ...parts.map(({ cause, time }) => ['', '', '', own(where, cause), hoursMinutes(time)]),
      ]),
    ),
  ];
}

/**
 * What one more of the busiest resources buys.
 *
 * @param model - the corridor
 * @param journey - whose time is told
 * @param found - the levers; nothing is said when there are none
 * @param style - marks headings
 */
export function leverLines(model: Model, journey: string, found: readonly Lever[], style: Style): string[] {
  if (found.length === 0) return [];
  const signed = (value: number, digits: number) => `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
  const half = (difference: PairedDifference | null, unit: number) =>
    difference?.halfWidth === null || difference === null ? '–' : (difference.halfWidth / unit).toFixed(2);
  return [
    '',
    style('bold', `What one more would buy: ${model.journeys[journey]?.name ?? 'no journey'}`),
    ...table(
      [
        { title: 'resource' },
        { title: '' },
        { title: 'hours', align: 'right' },
        { title: '±', align: 'right' },
        { title: 'trains/day', align: 'right' },
        { title: '±', align: 'right' },
        { title: '' },
      ],
      found.map(({ element, change, time, trains }) => [
        element,
        change,
        time === null ? '–' : signed(time.mean / 3600, 2),
        half(time, 3600),
        signed(trains.mean, 2),
        half(trains, 1),
        (time ?? trains).mayBeChance && trains.mayBeChance ? 'may be chance' : '',
      ]),
    ),
    'Differences of replications with the same random numbers; half of the 95 % interval behind each.',
  ];
}
