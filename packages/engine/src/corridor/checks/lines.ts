import { attributeAlong, chainageOf, type Line, stationsAlong } from '../chainage.ts';
import { isUncertain, type Quantity } from '../quantity.ts';
import type { CheckContext } from './context.ts';

/** Attributes without which no train can be run over a section; none of them has a default. */
const needed = ['gauges', 'tracks', 'line_speed', 'gradient', 'braking_distance', 'block', 'power'] as const;

/**
 * Lines: stations in order, stretches that run forwards, and every section described.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkLines(context); // a section without `gradient` is now among `context.diagnostics.all`
 * ```
 */
export function checkLines(context: CheckContext): void {
  for (const [id, line] of Object.entries(context.model.lines)) {
    checkCertain(id, context);
    checkOrder(id, line, context);
    if (checkStretches(id, line, context)) checkSections(id, line, context);
  }
}

/** Chainages are certain: what is drawn changes numbers, never which station follows which. */
function checkCertain(id: string, { corridor, diagnostics }: CheckContext): void {
  const line = corridor.lines[id];
  const report = (path: string, quantity: Quantity) => {
    if (!isUncertain(quantity)) return;
    diagnostics.error(path, quantity.at, 'A chainage is certain.', {
      found: 'a range or contradicting claims',
      expected: 'one value; what is not well known about it belongs in `note` or `estimate`',
    });
  };
  for (const [station, { at }] of Object.entries(line.stations)) report(`lines.${id}.stations.${station}.at`, at);
  for (const [key, stretch] of Object.entries(line.stretches))
    for (const end of ['begin', 'end'] as const) {
      const place = stretch[end];
      if ('chainage' in place) report(`lines.${id}.stretches.${key}.${end}`, place.chainage);
    }
}

function checkOrder(id: string, line: Line, { diagnostics, placeOf }: CheckContext): void {
  const path = `lines.${id}.stations`;
  const file = placeOf(path)?.file;
  const own = Object.entries(line.stations).filter(([station]) => placeOf(`${path}.${station}`)?.file === file);
  for (let i = 1; i < own.length; i++) {
    const [[before, { at: from }], [station, { at: to }]] = [own[i - 1], own[i]];
    if (to > from) continue;
    diagnostics.error(`${path}.${station}.at`, placeOf(`${path}.${station}`), 'The chainage runs backwards.', {
      found: `${station} at ${km(to)} after ${before} at ${km(from)}`,
      expected: `more than ${km(from)}`,
    });
  }
  if (Object.keys(line.stations).length < 2) {
    diagnostics.error(path, placeOf(path), 'A line needs two stations.', {
      found: `${Object.keys(line.stations).length}`,
      expected: 'at least 2',
    });
  }
}

/** What of a line reaches from one of its places to another. */
const parts = {
  stretches: 'stretch',
  possessions: 'possession',
  published_capacity: 'part',
} as const;

function checkStretches(id: string, line: Line, context: CheckContext): boolean {
  let sound = true;
  for (const collection of Object.keys(parts) as Array<keyof typeof parts>)
    for (const [key, part] of Object.entries(line[collection]))
      sound = reachesForwards(`lines.${id}.${collection}.${key}`, parts[collection], id, line, part, context) && sound;
  return sound;
}

function reachesForwards(
  path: string,
  what: string,
  id: string,
  line: Line,
  part: Pick<Line['stretches'][string], 'begin' | 'end'>,
  { diagnostics, placeOf }: CheckContext,
): boolean {
  let sound = true;
  for (const end of ['begin', 'end'] as const) {
    const place = part[end];
    if (!('station' in place) || Object.hasOwn(line.stations, place.station)) continue;
    const at = placeOf(path) ?? { file: '', line: 1, column: 1 };
    diagnostics.unknown(`${path}.${end}`, at, `station on line ${id}`, place.station, Object.keys(line.stations));
    sound = false;
  }
  const begin = chainageOf(line, part.begin);
  const end = chainageOf(line, part.end);
  if (begin === undefined || end === undefined || begin < end) return sound;
  diagnostics.error(path, placeOf(path), `This ${what} ends before it begins.`, {
    found: `from ${km(begin)} to ${km(end)}`,
    expected: '`begin` at the lower chainage',
  });
  return false;
}

function checkSections(id: string, line: Line, { diagnostics, placeOf }: CheckContext): void {
  const stations = stationsAlong(line);
  const [begin, end] = [stations[0]?.at ?? 0, stations.at(-1)?.at ?? 0];
  for (const attribute of needed) {
    let reached = begin;
    const gaps: string[] = [];
    for (const piece of attributeAlong(line, attribute, begin, end)) {
      if (piece.begin > reached + 0.5) gaps.push(`${km(reached)} to ${km(piece.begin)}`);
      reached = piece.end;
    }
    if (reached < end - 0.5) gaps.push(`${km(reached)} to ${km(end)}`);
    if (gaps.length === 0) continue;
    diagnostics.error(
      `lines.${id}.stretches`,
      placeOf(`lines.${id}.stretches`),
      `No stretch of line ${id} states \`${attribute}\` on part of it.`,
      {
        found: `nothing from ${gaps.join(' and from ')}`,
        expected: `a stretch with \`${attribute}\` on every section`,
      },
    );
  }
}

function km(metres: number): string {
  return `km ${Number((metres / 1000).toFixed(3))}`;
}
