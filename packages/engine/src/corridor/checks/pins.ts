import { commonGauges, consistOf } from '../consist.ts';
import type { Model } from '../model.ts';
import { findRoute } from '../route.ts';
import type { CheckContext } from './context.ts';

type Pin = Model['pins'][string];

/** What a pin settles. */
const settled = ['track', 'stop', 'arrival', 'departure', 'before'] as const;

/**
 * Pins: of a train that runs, at a station on its way, on a track that is there, and none against another.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkPins(context); // two pins that put one train on two tracks are now among `context.diagnostics.all`
 * ```
 */
export function checkPins(context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  for (const [id, pin] of Object.entries(model.pins)) {
    const path = `pins.${id}`;
    if (settled.every((key) => pin[key] === undefined))
      diagnostics.error(path, placeOf(path), 'This pin settles nothing.', {
        found: 'none of `track`, `stop`, `arrival`, `departure`, `before`',
        expected: 'at least one of them',
      });
    checkTrain(id, 'number', pin.service, pin.number, context);
    checkPlace(id, pin.service, pin, context);
    if (pin.before === undefined) continue;
    checkTrain(id, 'before_number', pin.before, pin.before_number, context);
    checkPlace(id, pin.before, { station: pin.station }, context);
  }
  checkContradictions(context);
}

function checkTrain(
  id: string,
  key: 'number' | 'before_number',
  service: string,
  number = 1,
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const path = `pins.${id}.${key}`;
  const pinned = model.services[service];
  if (!pinned) {
    diagnostics.error(`pins.${id}.service`, placeOf(`pins.${id}`), 'This pin is of a service that does not run then.', {
      found: service,
      expected: `one of ${Object.keys(model.services).join(', ') || 'none'}`,
    });
    return;
  }
  const day = 86_400;
  const most =
    pinned.kind === 'scheduled'
      ? 1
      : Math.max(Math.ceil((pinned.least ?? 0) * day - 1e-6), Math.round((pinned.most ?? 0) * day));
  if (number <= most) return;
  diagnostics.error(path, placeOf(path), `Service ${service} has no train of this number.`, {
    found: String(number),
    expected: most === 0 ? 'no pin: it runs no train' : `a number from 1 to ${most}`,
  });
}

function checkPlace(
  id: string,
  ofService: string,
  pin: Pick<Pin, 'station'> & Partial<Pin>,
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const service = model.services[ofService];
  const station = model.stations[pin.station];
  const type = service && model.train_types[service.train_type];
  if (!type) return;
  if (!station) {
    diagnostics.error(`pins.${id}.station`, placeOf(`pins.${id}`), 'This pin is at a station that is not there then.', {
      found: pin.station,
      expected: service.route.join(', '),
    });
    return;
  }
  const route = findRoute(model, service.route, commonGauges(consistOf(model, type)));
  if (route.kind === 'no-route') return;
  const on = route.stations.map((passed) => passed.station);
  if (!on.includes(pin.station))
    diagnostics.error(`pins.${id}.station`, placeOf(`pins.${id}`), `Service ${ofService} does not pass this station.`, {
      found: pin.station,
      expected: on.join(', '),
    });
  const names = Object.entries(station.tracks).flatMap(([track, { count = 1 }]) =>
    count > 1 ? Array.from({ length: count }, (_, i) => `${track} ${i + 1}`) : [track],
  );
  if (pin.track !== undefined && !names.includes(pin.track))
    diagnostics.unknown(`pins.${id}.track`, placeOf(`pins.${id}.track`), `track of ${pin.station}`, pin.track, names);
  if (pin.stop === false && pin.arrival !== undefined && pin.departure !== undefined && pin.arrival !== pin.departure)
    diagnostics.error(`pins.${id}.stop`, placeOf(`pins.${id}`), 'A train that does not stop leaves when it arrives.', {
      found: `arrival ${pin.arrival}, departure ${pin.departure} and \`stop: false\``,
      expected: 'one time, or a stop',
    });
}

/** Pins of one train at one station that settle the same differently, and two trains each of which is to be first. */
function checkContradictions({ model, diagnostics, placeOf }: CheckContext): void {
  const pins = Object.entries(model.pins);
  for (const [index, [id, pin]] of pins.entries())
    for (const [before, other] of pins.slice(0, index)) {
      const [own, theirs] = [trainOf(pin.service, pin.number), trainOf(other.service, other.number)];
      if (
        pin.station === other.station &&
        pin.before !== undefined &&
        other.before !== undefined &&
        trainOf(pin.before, pin.before_number) === theirs &&
        trainOf(other.before, other.before_number) === own
      )
        diagnostics.error(`pins.${id}.before`, placeOf(`pins.${id}`), `This pin contradicts pin ${before}.`, {
          found: `${own} before ${theirs} at ${pin.station}`,
          expected: `${theirs} before ${own} as there, or one of the two pins`,
        });
      if (own !== theirs || pin.station !== other.station) continue;
      for (const key of settled) {
        // A train may leave before several others.
        if (key === 'before' || pin[key] === undefined || other[key] === undefined || pin[key] === other[key]) continue;
        diagnostics.error(`pins.${id}.${key}`, placeOf(`pins.${id}`), `This pin contradicts pin ${before}.`, {
          found: `${key} ${pin[key]} for train ${pin.number ?? 1} of ${pin.service} at ${pin.station}`,
          expected: `${key} ${other[key]} as there, or one of the two pins`,
        });
      }
    }
}

function trainOf(service: string, number = 1): string {
  return `${service} ${number}`;
}
