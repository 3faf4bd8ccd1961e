import type { LinePlace } from './attributes.ts';
import type { Model } from './model.ts';

/** A line as drawn. */
export type Line = Model['lines'][string];
/** A stretch as drawn. */
export type Stretch = Line['stretches'][string];

/** A station on a line with its chainage (m). */
export interface StationOnLine {
  readonly station: string;
  readonly at: number;
}

/**
 * The stations of a line by rising chainage; equal chainages keep the order of the file.
 *
 * @param line - the line as drawn
 * @returns its stations with their chainages (m)
 * @example
 * ```ts
 * const line = { stations: { summit: { at: 9000 }, valley: { at: 0 } } };
 * stationsAlong(line)[1]; // { station: 'summit', at: 9000 }
 * ```
 */
export function stationsAlong(line: Line): StationOnLine[] {
  return Object.entries(line.stations)
    .map(([station, { at }]) => ({ station, at }))
    .sort((a, b) => a.at - b.at);
}

/**
 * The chainage (m) of a place on a line, or undefined when the station is not on it.
 *
 * @param line - the line as drawn
 * @param place - a station's id or a chainage (m)
 * @returns the chainage (m)
 * @example
 * ```ts
 * chainageOf({ stations: { summit: { at: 9000 } } }, { station: 'summit' }); // 9000
 * ```
 */
export function chainageOf(line: Line, place: LinePlace<number>): number | undefined {
  if ('chainage' in place) return place.chainage;
  return Object.hasOwn(line.stations, place.station) ? line.stations[place.station].at : undefined;
}

/** A piece of a line on which an attribute has one value. */
export interface Piece<T> {
  readonly begin: number;
  readonly end: number;
  readonly value: T;
}

/**
 * An attribute of a line's stretches from chainage `begin` to `end`: the later stretch wins where several state it.
 * Parts on which nothing states it are left out.
 *
 * @param line - the line as drawn
 * @param attribute - name of the attribute
 * @param begin - chainage (m)
 * @param end - chainage (m), beyond `begin`
 * @returns pieces by rising chainage, neighbours of equal value joined
 * @example
 * ```ts
 * const stations = { valley: { at: 0 }, summit: { at: 9000 } };
 * const all = { begin: { station: 'valley' }, end: { station: 'summit' }, tracks: 1 };
 * attributeAlong({ stations, stretches: { all } }, 'tracks', 0, 5000); // [{ begin: 0, end: 5000, value: 1 }]
 * ```
 */
export function attributeAlong<K extends keyof Stretch>(
  line: Line,
  attribute: K,
  begin: number,
  end: number,
): Array<Piece<NonNullable<Stretch[K]>>> {
  const pieces: Array<Piece<NonNullable<Stretch[K]>>> = [];
  const open: Gap[] = begin < end ? [{ begin, end }] : [];
  const stretches = Object.values(line.stretches);
  for (let i = stretches.length - 1; i >= 0 && open.length > 0; i--) {
    const stretch = stretches[i];
    const value = stretch[attribute];
    if (value === undefined) continue;
    const from = Math.max(begin, chainageOf(line, stretch.begin) ?? begin);
    const to = Math.min(end, chainageOf(line, stretch.end) ?? end);
    if (from >= to) continue;
    for (const taken of take(open, from, to)) pieces.push({ ...taken, value: value as NonNullable<Stretch[K]> });
  }
  pieces.sort((a, b) => a.begin - b.begin);
  return joined(pieces);
}

/** A part of a line on which no later stretch has stated the attribute. */
interface Gap {
  readonly begin: number;
  readonly end: number;
}

/** Takes the parts of `open` between two chainages out of it; `open` is sorted and stays so. */
function take(open: Gap[], from: number, to: number): Gap[] {
  const first = firstEndingAfter(open, from);
  let last = first;
  while (last < open.length && open[last].begin < to) last++;
  if (first === last) return [];
  const touched = open.slice(first, last);
  const rest: Gap[] = [];
  if (touched[0].begin < from) rest.push({ begin: touched[0].begin, end: from });
  const { end } = touched[touched.length - 1];
  if (end > to) rest.push({ begin: to, end });
  open.splice(first, last - first, ...rest);
  return touched.map((gap) => ({ begin: Math.max(gap.begin, from), end: Math.min(gap.end, to) }));
}

/** Index of the first gap that ends beyond a chainage. */
function firstEndingAfter(open: readonly Gap[], chainage: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle].end > chainage) high = middle;
    else low = middle + 1;
  }
  return low;
}

function joined<T>(pieces: ReadonlyArray<Piece<T>>): Array<Piece<T>> {
  const result: Array<Piece<T>> = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.end === piece.begin && last.value === piece.value)
      result[result.length - 1] = { ...last, end: piece.end };
    else result.push(piece);
  }
  return result;
}

/**
 * The value of an attribute at one chainage of a line, or undefined where nothing states it.
 *
 * @param line - the line as drawn
 * @param attribute - name of the attribute
 * @param chainage - chainage (m)
 * @returns the value of the last stretch in the file that states it there
 * @example
 * ```ts
 * const all = { begin: { chainage: 0 }, end: { chainage: 9000 }, tracks: 1 };
 * attributeAt({ stations: {}, stretches: { all } }, 'tracks', 4000); // 1
 * ```
 */
export function attributeAt<K extends keyof Stretch>(
  line: Line,
  attribute: K,
  chainage: number,
): Stretch[K] | undefined {
  let found: Stretch[K] | undefined;
  for (const stretch of Object.values(line.stretches)) {
    const from = chainageOf(line, stretch.begin);
    const to = chainageOf(line, stretch.end);
    if (stretch[attribute] === undefined || from === undefined || to === undefined) continue;
    if (from <= chainage && chainage <= to) found = stretch[attribute];
  }
  return found;
}
