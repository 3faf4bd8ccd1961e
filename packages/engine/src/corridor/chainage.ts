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

/** The stations of a line by rising chainage; equal chainages keep the order of the file. */
export function stationsAlong(line: Line): StationOnLine[] {
  return Object.entries(line.stations)
    .map(([station, { at }]) => ({ station, at }))
    .sort((a, b) => a.at - b.at);
}

/** The chainage (m) of a place on a line, or undefined when the station is not on it. */
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
 */
export function attributeAlong<K extends keyof Stretch>(
  line: Line,
  attribute: K,
  begin: number,
  end: number,
): Array<Piece<NonNullable<Stretch[K]>>> {
  let pieces: Array<Piece<NonNullable<Stretch[K]>>> = [];
  for (const stretch of Object.values(line.stretches)) {
    const value = stretch[attribute];
    const from = Math.max(begin, chainageOf(line, stretch.begin) ?? begin);
    const to = Math.min(end, chainageOf(line, stretch.end) ?? end);
    if (value === undefined || from >= to) continue;
    pieces = pieces.flatMap((piece) => without(piece, from, to));
    pieces.push({ begin: from, end: to, value: value as NonNullable<Stretch[K]> });
  }
  pieces.sort((a, b) => a.begin - b.begin);
  return joined(pieces);
}

function without<T>(piece: Piece<T>, from: number, to: number): Array<Piece<T>> {
  if (piece.end <= from || piece.begin >= to) return [piece];
  const left = piece.begin < from ? [{ ...piece, end: from }] : [];
  const right = piece.end > to ? [{ ...piece, begin: to }] : [];
  return [...left, ...right];
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

/** The value of an attribute at one chainage of a line, or undefined where nothing states it. */
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
