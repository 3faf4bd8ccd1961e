import { gaugesFit, type Route } from '../route.ts';
import type { CheckContext } from './context.ts';

type Service = CheckContext['model']['services'][string];

/**
 * Where a train changes line the station must say on which side each line meets it, and how trains reverse.
 *
 * @param id - id of the service
 * @param route - its route
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkSides('freight', route, context); // a change of line without `ends` is now among `context.diagnostics.all`
 * ```
 */
export function checkSides(id: string, route: Route, { model, diagnostics, placeOf }: CheckContext): void {
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

/**
 * Where a train stands there must be a track of its gauge that is long enough.
 *
 * @param id - id of the service
 * @param service - the service as drawn
 * @param route - its route
 * @param length - length of its train (m)
 * @param gauges - gauges (m) its train runs on
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkStanding('freight', service, route, trainLength(consist), commonGauges(consist), context);
 * ```
 */
export function checkStanding(
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
    ...Object.keys(service.stops).filter((station) => route.stations.some((on) => on.station === station)),
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
