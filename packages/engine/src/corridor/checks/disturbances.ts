import type { Model } from '../model.ts';
import type { CheckContext } from './context.ts';

type Disturbance = Model['disturbances'][string];

/** What each kind of disturbance cannot do without. */
const needed = {
  'late departure': ['share', 'mean'],
  'slower running': ['slower'],
  'longer stop': ['share', 'mean'],
  closure: ['line', 'every', 'lasts'],
  'slow order': ['line', 'every', 'lasts', 'speed', 'length'],
  'fewer trains': ['share'],
} as const satisfies Record<Disturbance['kind'], ReadonlyArray<keyof Disturbance>>;

/**
 * Disturbances: what their kind needs is there, and places lie on their line.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkDisturbances(context); // a closure without `lasts` is now among `context.diagnostics.all`
 * ```
 */
export function checkDisturbances(context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  for (const [id, disturbance] of Object.entries(model.disturbances)) {
    const path = `disturbances.${id}`;
    for (const attribute of needed[disturbance.kind])
      if (disturbance[attribute] === undefined)
        diagnostics.error(`${path}.${attribute}`, placeOf(path), `A ${disturbance.kind} needs \`${attribute}\`.`, {
          found: 'nothing',
          expected: `\`${attribute}\``,
        });
    checkPlaces(context, id, disturbance);
    const { from_day: from, to_day: to, every } = disturbance;
    if (disturbance.kind === 'fewer trains' && every === undefined && (from === undefined || to === undefined))
      diagnostics.error(`${path}.from_day`, placeOf(path), 'Nothing says on which days fewer trains run.', {
        found: 'nothing',
        expected: '`from_day` and `to_day`, or `every` and `lasts`',
      });
  }
}

function checkPlaces({ model, diagnostics, placeOf }: CheckContext, id: string, disturbance: Disturbance): void {
  const path = `disturbances.${id}`;
  const { line } = disturbance;
  for (const end of ['begin', 'end'] as const) {
    const station = disturbance[end];
    if (line === undefined || station === undefined) continue;
    const stations = model.lines[line]?.stations ?? {};
    if (Object.hasOwn(stations, station)) continue;
    diagnostics.unknown(
      `${path}.${end}`,
      placeOf(`${path}.${end}`),
      `station of line ${line}`,
      station,
      Object.keys(stations),
    );
  }
}
