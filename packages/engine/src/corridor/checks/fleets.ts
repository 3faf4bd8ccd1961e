import { type Fleet, unitsOn } from '../fleet-needs.ts';
import type { CheckContext, Report } from './context.ts';

/** Vehicles that each kind of fleet is made of, or that its crews drive. */
const madeOf: Readonly<Record<Fleet['kind'], readonly string[]>> = {
  locomotives: ['locomotive'],
  'multiple units': ['multiple unit'],
  wagons: ['wagon', 'coach'],
  crews: ['locomotive', 'multiple unit'],
};

/**
 * Fleets: some train needs them, no train is served by two of one kind, and there are enough for one train.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkFleets(context); // a fleet that no train needs is now among `context.diagnostics.all`
 * ```
 */
export function checkFleets(context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  const taken = new Map<string, string>();
  for (const [id, fleet] of Object.entries(model.fleets)) {
    const report: Report = (path, message, found, expected) =>
      diagnostics.error(`fleets.${id}.${path}`, placeOf(`fleets.${id}.${path}`), message, { found, expected });
    checkVehicles(context, fleet, report);
    checkDuty(fleet, report);
    const served = Object.keys(model.services).filter((service) => unitsOn(model, fleet, service) > 0);
    if (served.length === 0)
      report('vehicles', 'No train needs this fleet.', fleet.vehicles.join(', ') || 'none', 'vehicles of some service');
    const idle = fleet.services?.find((service) => Object.hasOwn(model.services, service) && !served.includes(service));
    if (idle !== undefined && served.length > 0)
      report('services', 'Trains of this service hold none of its vehicles.', idle, served.join(', '));
    checkUnits(context, fleet, served, report);
    for (const service of served)
      for (const part of partsOf(context, fleet, service)) {
        const key = `${fleet.kind} ${service} ${part}`;
        const other = taken.get(key);
        if (other !== undefined) {
          report(
            'vehicles',
            `Trains of ${service} are served by two fleets of ${fleet.kind}.`,
            `${other} and ${id}`,
            'one of them',
          );
          break;
        }
        taken.set(key, id);
      }
  }
}

/** What a service takes of a fleet: each of its vehicles, or the crew. */
function partsOf({ model }: CheckContext, { kind, vehicles }: Fleet, service: string): readonly string[] {
  if (kind === 'crews') return ['crew'];
  const { consist } = model.train_types[model.services[service]!.train_type]!;
  return [...new Set(Object.values(consist).map(({ vehicle }) => vehicle))].filter((id) => vehicles.includes(id));
}

function checkVehicles({ model }: CheckContext, { kind, vehicles }: Fleet, report: Report): void {
  const wrong = vehicles.find((id) => model.vehicles[id] && !madeOf[kind].includes(model.vehicles[id].kind));
  if (wrong !== undefined)
    report(
      'vehicles',
      `${kind === 'crews' ? 'Crews drive no' : `No ${kind} are`} such vehicles.`,
      `${wrong}, a ${model.vehicles[wrong]!.kind}`,
      `a ${madeOf[kind].join(' or ')}`,
    );
}

function checkDuty({ longest_duty: duty, rest, breakdowns }: Fleet, report: Report): void {
  if ((duty === undefined) !== (rest === undefined))
    report(
      duty === undefined ? 'rest' : 'longest_duty',
      'A duty has a length and a rest after it.',
      duty === undefined ? 'only `rest`' : 'only `longest_duty`',
      '`longest_duty` and `rest`',
    );
  if (breakdowns && breakdowns.failure_rate >= 1)
    report(
      'breakdowns',
      'These units never work.',
      `a failure rate of ${breakdowns.failure_rate}`,
      'a failure rate below 1',
    );
}

function checkUnits({ model }: CheckContext, fleet: Fleet, served: readonly string[], report: Report): void {
  const { units } = fleet;
  if (units === undefined) return;
  const most = served
    .map((service) => ({ service, needs: unitsOn(model, fleet, service) }))
    .sort((a, b) => b.needs - a.needs)[0];
  if (most && most.needs > Math.round(units))
    report(
      'units',
      `A train of ${most.service} needs more than there are.`,
      `${Math.round(units)}`,
      `at least ${most.needs}`,
    );
}
