import { commonGauges, consistOf, trailingMass, trainLength } from '../consist.ts';
import { findRoute } from '../route.ts';
import type { CheckContext } from './context.ts';
import { checkLimits, checkRatings } from './service-limits.ts';
import { checkSides, checkStanding } from './service-route.ts';

type Service = CheckContext['model']['services'][string];

/**
 * Services: a route on their gauge, tracks long enough where they stand, axles light enough, wire where they need it.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkServices(context); // a service that no gauge connects is now among `context.diagnostics.all`
 * ```
 */
export function checkServices(context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  for (const [id, service] of Object.entries(model.services)) {
    const path = `services.${id}`;
    const at = placeOf(path);
    checkTimes(id, service, context);
    if (service.route.length < 2) {
      diagnostics.error(`${path}.route`, at, 'A route has at least two stations.', {
        found: service.route.join(', ') || 'none',
        expected: 'where it begins and where it ends',
      });
      continue;
    }
    const twice = service.route.find((station, i) => station === service.route[i - 1]);
    if (twice !== undefined) {
      diagnostics.error(`${path}.route`, at, 'A route leads from each of its stations to another.', {
        found: `${twice} twice in a row`,
        expected: 'every station once',
      });
      continue;
    }
    const absent = service.route.filter((station) => !Object.hasOwn(model.stations, station));
    const type = model.train_types[service.train_type];
    if (absent.length > 0 || !type) continue;
    const consist = consistOf(model, type);
    const gauges = commonGauges(consist);
    const route = findRoute(model, service.route, gauges);
    if (route.kind === 'no-route') {
      diagnostics.error(`${path}.route`, at, 'This service has no path.', {
        found: route.reason,
        expected: 'an unbroken track of its gauge between the stations of its route',
      });
      continue;
    }
    checkSides(id, route, context);
    checkStanding(id, service, route, trainLength(consist), gauges, context);
    checkLimits(id, route, consist, context);
    checkRatings(id, route, trailingMass(consist), context);
  }
}

function checkTimes(id: string, service: Service, { diagnostics, placeOf }: CheckContext): void {
  const at = placeOf(`services.${id}`);
  const needs = service.kind === 'scheduled' ? (['departure'] as const) : (['least', 'most'] as const);
  for (const key of needs) {
    if (service[key] === undefined)
      diagnostics.error(`services.${id}.${key}`, at, `A ${service.kind} service needs \`${key}\`.`, {
        found: 'none',
        expected: key === 'departure' ? 'a time such as `22:00`' : 'a number such as `4 trains/day`',
      });
  }
  const { kind, daily = 1, interval = 0 } = service;
  if (kind === 'demand-driven' && (service.daily ?? service.interval) !== undefined)
    diagnostics.error(`services.${id}.daily`, at, '`daily` and `interval` are for scheduled services.', {
      found: 'a demand-driven service',
      expected: '`least` and `most`, or `kind: scheduled` with a `departure`',
    });
  if (daily * interval > 86_400)
    diagnostics.error(`services.${id}.interval`, at, 'Its departures take longer than a day.', {
      found: `${daily} trains ${interval / 3600} h apart`,
      expected: `at most ${86_400 / daily / 3600} h`,
    });
  if (service.least !== undefined && service.most !== undefined && service.least > service.most) {
    diagnostics.error(`services.${id}.least`, at, 'The least number of trains is above the most.', {
      found: `${service.least * 86400} and ${service.most * 86400} trains/day`,
      expected: 'least ≤ most',
    });
  }
}
