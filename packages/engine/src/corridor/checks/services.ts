import { attributeAlong } from '../chainage.ts';
import { type ConsistPart, commonGauges, consistOf, trainLength } from '../consist.ts';
import { gaugesFit } from '../interoperability.ts';
import { findRoute, type Route } from '../route.ts';
import type { CheckContext } from './context.ts';

type Service = CheckContext['model']['services'][string];

/** Services: a route on their gauge, tracks long enough where they stand, axles light enough, wire where they need it. */
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
  if (service.least !== undefined && service.most !== undefined && service.least > service.most) {
    diagnostics.error(`services.${id}.least`, at, 'The least number of trains is above the most.', {
      found: `${service.least * 86400} and ${service.most * 86400} trains/day`,
      expected: 'least ≤ most',
    });
  }
}

/** Where a train changes line the station must say on which side each line meets it, and how trains reverse. */
function checkSides(id: string, route: Route, { model, diagnostics, placeOf }: CheckContext): void {
  for (const [index, leg] of route.legs.entries()) {
    const next = route.legs[index + 1];
    if (!next || next.line === leg.line) continue;
    const ends = Object.values(model.stations[leg.to].ends);
    for (const line of [leg.line, next.line]) {
      if (ends.some((end) => end.line === line)) continue;
      diagnostics.error(
        `stations.${leg.to}.ends`,
        placeOf(`stations.${leg.to}`),
        `Service ${id} changes from line ${leg.line} to ${next.line} at ${leg.to}, and the station does not say on which side line ${line} meets it.`,
        {
          found: `no end of ${line}`,
          expected: `\`ends: { …: { line: ${line}, toward: …, side: a } }\``,
        },
      );
    }
  }
  for (const { station } of route.stations.filter(({ reverses }) => reverses)) {
    if (model.stations[station].reversal) continue;
    diagnostics.error(
      `stations.${station}.reversal`,
      placeOf(`stations.${station}`),
      `Service ${id} reverses at ${station}, and the station does not say how long that takes.`,
      { found: 'no `reversal`', expected: '`reversal: { time: 30 min }`' },
    );
  }
}

function checkStanding(
  id: string,
  service: Service,
  route: Route,
  length: number,
  gauges: readonly number[],
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const ends = [route.stations[0].station, (route.stations.at(-1) as { station: string }).station];
  const standing = new Set([
    ...ends,
    ...Object.keys(service.stops),
    ...route.stations.filter((s) => s.reverses).map((s) => s.station),
  ]);
  for (const station of Object.keys(service.stops)) {
    if (route.stations.some((on) => on.station === station)) continue;
    diagnostics.error(
      `services.${id}.stops.${station}`,
      placeOf(`services.${id}.stops.${station}`),
      'This stop is not on the route of the service.',
      { found: station, expected: route.stations.map((s) => s.station).join(', ') },
    );
  }
  for (const station of standing) {
    const tracks = Object.values(model.stations[station]?.tracks ?? {});
    const fitting = tracks.filter((track) => gaugesFit(gauges, track.gauges));
    const longest = fitting.reduce((most, track) => Math.max(most, track.length), 0);
    if (longest >= length) continue;
    diagnostics.error(
      `stations.${station}.tracks`,
      placeOf(`stations.${station}`),
      `The train of service ${id} is longer than every track of its gauge at ${station}, where it has to stand.`,
      {
        found:
          fitting.length === 0
            ? 'no track of its gauge'
            : `${Math.round(longest)} m for a train of ${Math.ceil(length)} m`,
        expected: `a track of at least ${Math.ceil(length)} m`,
      },
    );
  }
}

function checkLimits(
  id: string,
  route: Route,
  consist: readonly ConsistPart[],
  { model, diagnostics, placeOf }: CheckContext,
): void {
  const at = placeOf(`services.${id}`);
  const heaviest = consist.reduce((most, part) =>
    part.mass / part.vehicle.axles > most.mass / most.vehicle.axles ? part : most,
  );
  const axleLoad = heaviest.mass / heaviest.vehicle.axles;
  const supplies = new Set(consist.flatMap(({ vehicle }) => (vehicle.traction ? (vehicle.power ?? []) : [])));
  for (const leg of route.legs) {
    const line = model.lines[leg.line];
    const [begin, end] = [Math.min(leg.begin, leg.end), Math.max(leg.begin, leg.end)];
    const light = attributeAlong(line, 'axle_load', begin, end).find((piece) => piece.value < axleLoad - 1);
    if (light)
      diagnostics.error(
        `services.${id}.train_type`,
        at,
        `An axle of ${heaviest.id} is too heavy for line ${leg.line}.`,
        {
          found: `${(axleLoad / 1000).toFixed(1)} t`,
          expected: `at most ${(light.value / 1000).toFixed(1)} t from km ${light.begin / 1000}`,
        },
      );
    if (supplies.has('diesel')) continue;
    const dark = attributeAlong(line, 'power', begin, end).find(
      (piece) => !piece.value.some((supply) => supplies.has(supply)),
    );
    if (dark)
      diagnostics.error(
        `services.${id}.train_type`,
        at,
        `The locomotives of service ${id} have no power on part of line ${leg.line}.`,
        {
          found: dark.value.join(', ') || `no wire from km ${dark.begin / 1000} to km ${dark.end / 1000}`,
          expected: [...supplies].join(' or '),
        },
      );
  }
}
